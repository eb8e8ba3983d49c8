// Where the rules come from: addresses that serve the same feed, and the root that is trusted to begin with. One form for the
// build file, an organisation's policy and a draft feed of this browser.
import * as v from 'valibot';
import { type Bytes, sha256 } from './bytes.ts';
import { LONGEST_ROOT, type Root, trustRoot } from './root.ts';

const MOST_MIRRORS = 8;
/** Characters. */
const LONGEST_ADDRESS = 300;
/** This computer itself: nobody stands between. */
const OWN = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Ends in a slash, so that paths stand below it; carries no name, password, query or fragment. */
function addressOf(text: string): string | null {
  const url = URL.parse(text);
  if (!url || url.username || url.password || url.search || url.hash) return null;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && OWN.has(url.hostname))) return null;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

const mirror = v.pipe(
  v.string(),
  v.maxLength(LONGEST_ADDRESS),
  v.transform(addressOf),
  v.string('https only, or http on this computer; no query and no password'),
);

export const SourceSchema = v.object({
  mirrors: v.pipe(
    v.array(mirror),
    v.minLength(1),
    v.maxLength(MOST_MIRRORS),
    v.transform((all) => [...new Set(all)]),
  ),
  /** The document of a root, as text. */
  root: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_ROOT)),
});
export type Source = v.InferOutput<typeof SourceSchema>;

export const rootBytes = ({ root }: Source): Bytes => new TextEncoder().encode(root.trim());

/** Hexadecimal. Another root is another feed: nothing that was kept of one counts for the other. */
export const sourceId = (source: Source): Promise<string> => sha256(rootBytes(source));

/** @throws Refusal as `trustRoot` */
export const firstRoot = (source: Source): Promise<Root> => trustRoot(rootBytes(source));
