// A signed document: its first line names the signatures, the bytes behind it are what was signed. There is no canonical form:
// the bytes that are signed are the bytes that are parsed.
//
//   {"signatures":[{"keyid":"<SHA-256 of the raw public key, hexadecimal>","sig":"<base64url>"}]}
//   <payload>
import * as v from 'valibot';
import { type Bytes, fromBase64url } from './bytes.ts';
import { readJson } from './json.ts';
import { type Outcome, Refusal, type RoleName } from './outcome.ts';

/** Who may sign for one purpose, and how many of them must. */
export interface Role {
  name: RoleName;
  /** Version of the root that says so. */
  root: number;
  /** Raw public keys by keyid. */
  keys: ReadonlyMap<string, Bytes>;
  threshold: number;
}

export interface Signed {
  signatures: readonly { keyid: string; sig: string }[];
  /** A copy: what happens to the caller's buffer after it was verified changes nothing. */
  payload: Bytes;
}

/** Bytes. Room for as many signatures as are allowed, also of a kind that is much longer than ours. */
const LONGEST_FIRST_LINE = 64 * 1024;
const MOST_SIGNATURES = 32;
const NEWLINE = 10;
/** 64 bytes written the one way there is: the last character carries two bits, so a flipped one is no other spelling. */
const SIGNATURE = /^[\w-]{85}[AQgw]$/;

const SignaturesSchema = v.object({
  signatures: v.pipe(v.array(v.object({ keyid: v.string(), sig: v.string() })), v.maxLength(MOST_SIGNATURES)),
});

/**
 * @param limit Bytes, of the whole document.
 * @throws Refusal `too-long`, `malformed`
 */
export function parseSigned(bytes: Bytes, limit: number): Signed {
  if (bytes.length > limit) throw new Refusal({ code: 'too-long', limit, found: bytes.length });
  const end = bytes.subarray(0, LONGEST_FIRST_LINE).indexOf(NEWLINE);
  if (end < 0) throw new Refusal({ code: 'malformed', what: 'signatures', where: '' });
  const { signatures } = readJson(bytes.slice(0, end), SignaturesSchema, 'signatures');
  return { signatures, payload: bytes.slice(end + 1) };
}

/**
 * How many keys of the role have signed: each counts once, however often it did. Signatures that are wrong, of other keys or of
 * another kind are passed over.
 * @throws Refusal `unsupported`
 */
export async function countSigners({ signatures, payload }: Signed, { keys }: Role): Promise<number> {
  const signers = new Set<string>();
  for (const { keyid, sig } of signatures) {
    const key = keys.get(keyid);
    if (!key || signers.has(keyid) || !SIGNATURE.test(sig)) continue;
    if (await verifies(key, fromBase64url(sig), payload)) signers.add(keyid);
  }
  return signers.size;
}

/** @throws Refusal `unsigned`, `threshold`, `unsupported` */
export async function requireSigners(signed: Signed, role: Role): Promise<void> {
  const valid = await countSigners(signed, role);
  if (valid >= role.threshold) return;
  const about = { role: role.name, root: role.root };
  const outcome: Outcome =
    valid === 0 ? { code: 'unsigned', ...about } : { code: 'threshold', ...about, valid, threshold: role.threshold };
  throw new Refusal(outcome);
}

async function verifies(publicKey: Bytes, signature: Bytes, payload: Bytes): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signature, payload);
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'NotSupportedError') throw new Refusal({ code: 'unsupported' });
    // Not a point of the curve: a key that nobody can sign with.
    if (name === 'DataError') return false;
    throw error;
  }
}
