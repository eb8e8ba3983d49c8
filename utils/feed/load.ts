// Which rules are used: the newest of those that the extension brought and those that were kept of the feed. Old ones are
// better than none, and nothing that fails here is a reason not to start.
import type { Bytes } from './bytes.ts';
import type { Content } from './check.ts';
import type { Manifest } from './manifest.ts';
import { unpack } from './pack.ts';
import { type Kept, readKept, type Storage } from './slots.ts';

export interface Bundle {
  /** "YYYY.MM.DD-hash": the day on which somebody last reviewed an entry. */
  version: string;
  /** Of the code that reads rules: changes whenever that code does. */
  form: string;
  /** A pack of files. */
  load(): Promise<Bytes>;
}

export interface Loaded<T> extends Content<T> {
  /** The signed release that is in use; null: the bundle. */
  manifest: Manifest | null;
  storage: Storage;
}

interface Reader<T> {
  /** Files that this very code has checked. */
  open(files: ReadonlyMap<string, Bytes>): T;
  /** Files that another form of the code has checked, or of which it left something out. @throws Error */
  read(files: ReadonlyMap<string, Bytes>): Content<T>;
}

/** @throws Only when the bundle itself can't be loaded. */
export async function loadRules<T>(bundle: Bundle, reader: Reader<T>): Promise<Loaded<T>> {
  const { kept, storage } = await readKept();
  const content = kept && !isNewer(bundle, kept) ? opened(kept, bundle.form, reader) : null;
  if (kept && content) return { ...content, manifest: kept.manifest, storage };
  return { value: reader.open(unpack(await bundle.load())), skipped: 0, manifest: null, storage };
}

function opened<T>({ files, form, skipped }: Kept, ours: string, { open, read }: Reader<T>): Content<T> | null {
  try {
    return form === ours && skipped === 0 ? { value: open(files), skipped } : read(files);
  } catch (error) {
    console.warn('CekAsal: kept rules not understood', error);
    return null;
  }
}

/** Whether the extension brings rules that were reviewed after the release was signed. */
export const isNewer = ({ version }: Pick<Bundle, 'version'>, { manifest }: Pick<Kept, 'manifest'>): boolean =>
  version.slice(0, 10).replaceAll('.', '-') > new Date(manifest.created).toISOString().slice(0, 10);
