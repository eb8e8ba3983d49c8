// The manifest of a release, as the publisher writes it: one way only, so that signers can tell that nothing else is in it.
import { type Bytes, sha256 } from '../../feed/bytes.ts';
import type { Manifest } from '../../feed/manifest.ts';
import { instantText, payloadOf } from './document.ts';

const DAY = 86_400_000;
/** Milliseconds that a release is valid, unless it is renewed: long enough for holidays, short enough to notice a feed that froze. */
export const MANIFEST_LIFE = 120 * DAY;
/**
 * The lowest version of the extension that can read what `toFiles` writes today. To be raised when the files' form changes so that
 * older extensions must not use them, never with each release of the extension: entries they don't know they leave out.
 */
export const MINIMUM = '0.1.0';

export type RuleFiles = ReadonlyMap<string, Bytes>;

/** The bytes that are signed. */
export const manifestPayload = ({ version, created, expires, minimum, files }: Manifest): Bytes =>
  payloadOf({
    type: 'manifest',
    version,
    created: instantText(created),
    expires: instantText(expires),
    minimum,
    files: Object.fromEntries([...files].map(([name, { length, sha256: hash }]) => [name, { length, sha256: hash }])),
  });

/**
 * The manifest of these files.
 * @param files What they hold, unpacked (`toFiles`).
 * @param facts.now When it is made, milliseconds since 1970.
 */
export async function manifestOf(
  files: RuleFiles,
  facts: { version: number; now: number; expires?: number; minimum?: string },
): Promise<Manifest> {
  const created = Math.floor(facts.now / 1000) * 1000;
  const entries: [string, { length: number; sha256: string }][] = [];
  for (const [name, bytes] of files) entries.push([name, { length: bytes.length, sha256: await sha256(bytes) }]);
  const { version, expires = created + MANIFEST_LIFE, minimum = MINIMUM } = facts;
  return { version, created, expires, minimum, files: new Map(entries) };
}
