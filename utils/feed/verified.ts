// From a signed manifest to rules that may be stored: what the types Verified and VerifiedFiles mean is decided here, and nobody
// else can make one.
import { type Bytes, sameBytes, sha256 } from './bytes.ts';
import { isOlder, LONGEST_MANIFEST, type Manifest, parseHead, parseManifest, warningsOf } from './manifest.ts';
import { Refusal, type Warning } from './outcome.ts';
import type { Root } from './root.ts';
import { countSigners, parseSigned, requireSigners, type Signed } from './signed.ts';

/** Never exported: whoever has it has verified. */
const PROOF = Symbol('verified');

function demand(proof: typeof PROOF): void {
  if (proof !== PROOF) throw new TypeError('only verifying makes what is verified');
}

/** A manifest that enough keys have signed and that is no older than what was seen before. */
export class Verified {
  readonly manifest: Readonly<Manifest>;
  readonly #document: Bytes;

  /** @throws TypeError for everybody outside this module. */
  constructor(proof: typeof PROOF, manifest: Manifest, document: Bytes) {
    demand(proof);
    this.manifest = Object.freeze(manifest);
    this.#document = document;
  }

  /** The document as it was signed, to be kept: the floor of the next update. */
  get bytes(): Bytes {
    return this.#document.slice();
  }

  /**
   * The bytes of one file, as a copy, when they are exactly those that were signed.
   * @throws Refusal `unknown-file`, `wrong-length`, `wrong-hash`
   */
  async file(name: string, bytes: Bytes): Promise<Bytes> {
    const entry = this.manifest.files.get(name);
    if (!entry) throw new Refusal({ code: 'unknown-file', file: name });
    const [expected, found] = [entry.length, bytes.length];
    if (found !== expected) throw new Refusal({ code: 'wrong-length', file: name, expected, found });
    const copy = bytes.slice();
    if ((await sha256(copy)) !== entry.sha256) throw new Refusal({ code: 'wrong-hash', file: name });
    return copy;
  }

  /**
   * All files or none.
   * @throws Refusal as `file`, and `missing-file`
   */
  async all(given: ReadonlyMap<string, Bytes>): Promise<VerifiedFiles> {
    const extra = [...given.keys()].find((name) => !this.manifest.files.has(name));
    if (extra !== undefined) throw new Refusal({ code: 'unknown-file', file: extra });
    const files = new Map<string, Bytes>();
    for (const name of this.manifest.files.keys()) {
      const bytes = given.get(name);
      if (!bytes) throw new Refusal({ code: 'missing-file', file: name });
      files.set(name, await this.file(name, bytes));
    }
    return new VerifiedFiles(PROOF, this, files);
  }
}

/** A manifest with every file it names and no other: the only thing that a store may write. */
export class VerifiedFiles {
  readonly verified: Verified;
  readonly #files: ReadonlyMap<string, Bytes>;

  /** @throws TypeError for everybody outside this module. */
  constructor(proof: typeof PROOF, verified: Verified, files: ReadonlyMap<string, Bytes>) {
    demand(proof);
    this.verified = verified;
    this.#files = files;
  }

  get files(): ReadonlyMap<string, Bytes> {
    return new Map(this.#files);
  }
}

export interface Circumstances {
  /** The end of the root chain. */
  root: Root;
  /** The manifest's document that is in use, as `Verified.bytes` gave it. Null: none. */
  kept: Bytes | null;
  /** Whether `kept` itself may come again: its files are gone. */
  again?: boolean;
  /** The extension's version, "0.1.0". */
  extension: string;
  /** When this update began, milliseconds since 1970: fixed once, so that one update is judged by one time. */
  now: number;
}

/**
 * Judges a manifest's document.
 * @throws Refusal `too-long`, `malformed`, `unsigned`, `threshold`, `rollback`, `same-version-other-bytes`, `not-newer`,
 * `needs-update`, `unsupported`
 */
export async function verifyManifest(
  document: Bytes,
  { root, kept, again = false, extension, now }: Circumstances,
): Promise<{ verified: Verified; warnings: Warning[] }> {
  const copy = document.slice();
  const signed = parseSigned(copy, LONGEST_MANIFEST);
  // Before a word of it is believed.
  await requireSigners(signed, root.roles.manifest);
  const { version, minimum } = parseHead(signed.payload);
  const floor = kept && (await floorOf(kept, root));
  if (floor) requireNewer(version, signed, floor, again);
  if (isOlder(extension, minimum)) throw new Refusal({ code: 'needs-update', minimum, extension });
  const manifest = parseManifest(signed.payload);
  return { verified: new Verified(PROOF, manifest, copy), warnings: warningsOf(manifest, now) };
}

/** Whether none of the keys that signed it may sign any longer: then nobody vouches for it. */
export async function isRevoked(document: Bytes, root: Root): Promise<boolean> {
  return (await floorOf(document, root)) === null;
}

interface Floor {
  version: number;
  payload: Bytes;
}

/**
 * What a new manifest may not go below: the kept one, expired or not, as long as one of the keys that signed it still may. Once
 * all of them were replaced there is none, so that a thief of keys who signed the highest of all versions stops the feed only
 * until the keys are changed (TUF's recovery from a fast-forward attack). Counting one key, not the threshold: replacing one of
 * several keys must not let old manifests in.
 */
async function floorOf(kept: Bytes, root: Root): Promise<Floor | null> {
  try {
    const signed = parseSigned(kept, LONGEST_MANIFEST);
    if ((await countSigners(signed, root.roles.manifest)) === 0) return null;
    return { version: parseHead(signed.payload).version, payload: signed.payload };
  } catch (error) {
    // Damaged: nothing can be learnt from it, and the update is what mends it.
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function requireNewer(found: number, { payload }: Signed, floor: Floor, again: boolean): void {
  const seen = floor.version;
  if (found > seen) return;
  if (found < seen) throw new Refusal({ code: 'rollback', role: 'manifest', seen, found });
  // Only what was signed counts: one more signature is no other content.
  const same = sameBytes(payload, floor.payload);
  if (same && again) return;
  throw new Refusal({ code: same ? 'not-newer' : 'same-version-other-bytes', version: found });
}
