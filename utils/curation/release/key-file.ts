// Keys as people keep them: the private one in a file of its own, locked, and beside it FILE.pub, which may be given to anybody.
import { existsSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { visible } from '../fault.ts';
import { ReleaseError } from './error.ts';
import { keyIdOf, newLockedKey, type PublicKey, type SigningKey, unlockedKey } from './key.ts';
import { readText } from './read.ts';

/** Characters. The lock's own key stretching is short, so the passphrase must not be. */
const SHORTEST_PASSPHRASE = 12;
const LONGEST_NAME = 60;
/** Bytes. */
const LONGEST_KEY_FILE = 16 * 1024;
const LOCKED = '-----BEGIN ENCRYPTED PRIVATE KEY-----';

/** A holder's name: on one line, nothing hidden. */
export const nameSchema = v.pipe(
  v.string(),
  v.maxLength(LONGEST_NAME),
  v.check((name) => visible(name) === name),
);
/** How a public key is written, in FILE.pub and in a root. */
export const publicKeySchema = {
  type: v.literal('ed25519'),
  public: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  name: v.optional(nameSchema, ''),
};
const FileSchema = v.strictObject({ keyid: v.string(), ...publicKeySchema });

/**
 * Makes a key: `file` for its holder alone (mode 0600), `file`.pub for everybody. Never overwrites either.
 * @throws ReleaseError `key-there`, `passphrase-short`, `name`, `not-written`
 */
export function writeKey(file: string, name: string, passphrase: string): PublicKey {
  if (!v.is(nameSchema, name)) throw new ReleaseError('name', { max: String(LONGEST_NAME) });
  if (passphrase.length < SHORTEST_PASSPHRASE)
    throw new ReleaseError('passphrase-short', { min: String(SHORTEST_PASSPHRASE) });
  const shared = `${file}.pub`;
  for (const path of [file, shared]) if (existsSync(path)) throw new ReleaseError('key-there', { file: path });
  const { key, pem } = newLockedKey(name, passphrase);
  try {
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
    const text = JSON.stringify({ keyid: key.id, type: 'ed25519', public: key.public, name }, null, 2);
    writeFileSync(shared, `${text}\n`, { flag: 'wx' });
  } catch (error) {
    throw new ReleaseError('not-written', { file, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
  return { id: key.id, public: key.public, name };
}

/** @throws ReleaseError `unreadable`, `not-public-key` */
export function readPublicKey(file: string): PublicKey {
  const text = readText(file, LONGEST_KEY_FILE);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    data = null;
  }
  const result = v.safeParse(FileSchema, data);
  if (!result.success || keyIdOf(result.output.public) !== result.output.keyid)
    throw new ReleaseError('not-public-key', { file });
  const { keyid: id, public: publicHex, name } = result.output;
  return { id, public: publicHex, name };
}

/** The text of a private key's file, still locked. @throws ReleaseError `unreadable`, `not-private-key` */
export function readLockedKey(file: string): string {
  const text = readText(file, LONGEST_KEY_FILE);
  if (!text.startsWith(LOCKED)) throw new ReleaseError('not-private-key', { file });
  return text;
}

/** @throws ReleaseError as `readLockedKey`, and `passphrase-wrong` */
export function readKey(file: string, passphrase: string): SigningKey {
  const key = unlockedKey(readLockedKey(file), passphrase);
  if (!key) throw new ReleaseError('passphrase-wrong', { file });
  return key;
}
