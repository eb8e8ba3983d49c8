// Signed documents, from the side of those who write and sign them.
import type { Bytes } from '../../feed/bytes.ts';
import { countSigners, type Role, type Signed } from '../../feed/signed.ts';
import type { SigningKey } from './key.ts';

const encode = (text: string): Bytes => new TextEncoder().encode(text);

/** What is signed. The same content in the same order gives the same bytes. */
export const payloadOf = (content: object): Bytes => encode(JSON.stringify(content));

/** Milliseconds since 1970 as documents write it: "2026-11-24T00:00:00Z". Fractions of a second are cut. */
export const instantText = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** The document's bytes: a line of signatures, then the payload. */
export function documentBytes({ signatures, payload }: Signed): Bytes {
  const line = encode(`${JSON.stringify({ signatures })}\n`);
  const bytes = new Uint8Array(line.length + payload.length);
  bytes.set(line);
  bytes.set(payload, line.length);
  return bytes;
}

/** The same with one more signature of each key; a key that has signed already signs afresh. */
export function withSignatures({ signatures, payload }: Signed, keys: readonly SigningKey[]): Signed {
  const others = signatures.filter(({ keyid }) => !keys.some(({ id }) => id === keyid));
  return { signatures: [...others, ...keys.map((key) => ({ keyid: key.id, sig: key.sign(payload) }))], payload };
}

/** The ids of the role's keys that have signed. */
export async function signersOf({ signatures, payload }: Signed, role: Role): Promise<string[]> {
  const signers = new Set<string>();
  for (const one of signatures)
    if ((await countSigners({ signatures: [one], payload }, role)) === 1) signers.add(one.keyid);
  return [...signers];
}

/** Without the signatures that count for none of the roles: a document has room for few, and strangers may have put theirs in. */
export async function onlyCounting({ signatures, payload }: Signed, roles: readonly Role[]): Promise<Signed> {
  const counts = async (one: Signed['signatures'][number]) => {
    for (const role of roles) if ((await countSigners({ signatures: [one], payload }, role)) === 1) return true;
    return false;
  };
  const kept: Signed['signatures'][number][] = [];
  for (const one of signatures) if (await counts(one)) kept.push(one);
  return { signatures: kept, payload };
}
