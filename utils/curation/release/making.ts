// A release in the making: one file with all that the next signer needs to judge it. It may come by any channel: opening it
// believes nothing but its form (judge.ts believes the rest, or not).
import * as v from 'valibot';
import type { Bytes } from '../../feed/bytes.ts';
import { LONGEST_MANIFEST } from '../../feed/manifest.ts';
import { parseSigned, type Signed } from '../../feed/signed.ts';
import { documentBytes } from './document.ts';
import { ReleaseError } from './error.ts';
import type { RuleFiles } from './manifest.ts';
import { packed } from './patch.ts';
import { gunzipBounded, readBounded } from './read.ts';

export interface Making {
  /** A manifest or a root, with the signatures that it has so far. */
  signed: Signed;
  /** What a manifest's files hold; a root has none. */
  files: RuleFiles;
}

const FORMAT = 'cekasal-release-1';
/** Bytes, packed and unpacked: several times what our rules take. */
const LONGEST_PACKED = 16 * 1024 * 1024;
const LONGEST = 64 * 1024 * 1024;
const MOST_FILES = 2000;

/** Files as pairs: names are data here, never keys of an object. */
const MakingSchema = v.strictObject({
  format: v.literal(FORMAT),
  document: v.pipe(v.string(), v.maxLength(LONGEST_MANIFEST)),
  files: v.pipe(v.array(v.strictTuple([v.string(), v.string()])), v.maxLength(MOST_FILES)),
});

/** @throws TypeError when the files are no texts */
export function packMaking({ signed, files }: Making): Bytes {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const texts = [...files].map(([name, bytes]) => [name, decoder.decode(bytes)]);
  const content = { format: FORMAT, document: decoder.decode(documentBytes(signed)), files: texts };
  return packed(new TextEncoder().encode(JSON.stringify(content)));
}

/**
 * Opens such a file. Nothing in it is true yet.
 * @throws ReleaseError `unreadable`, `too-large`, `not-making`; Refusal `malformed`, `too-long`
 */
export function openMaking(file: string): Making {
  const json = gunzipBounded(readBounded(file, LONGEST_PACKED), LONGEST);
  const content = json && v.safeParse(MakingSchema, parsed(json));
  if (!content?.success) throw new ReleaseError('not-making', { file });
  const { document, files } = content.output;
  const encode = (text: string): Bytes => new TextEncoder().encode(text);
  const contents = new Map(files.map(([name, text]) => [name, encode(text)]));
  if (contents.size < files.length) throw new ReleaseError('not-making', { file });
  return { signed: parseSigned(encode(document), LONGEST_MANIFEST), files: contents };
}

function parsed(json: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(json));
  } catch {
    return null;
  }
}
