// A ruleset as one run of bytes, and back. What was checked before it was packed is known again by its hash, so that a worker
// that wakes need not check it anew; one buffer, because a database gives one buffer fastest.
import { type Bytes, sha256 } from './bytes.ts';

/** What the database holds. */
export interface Packed {
  version: string;
  /** SHA-256 of the bytes, hexadecimal. */
  hash: string;
  /** So many bytes at the start are the header. */
  header: number;
  bytes: Bytes;
}

interface Header {
  /** Of the code that checked the rules: another form of the code must check them again. */
  form: string;
  version: string;
  /** The sections in their order: how long each is, and whether it is text or JSON. */
  sections: { name: string; length: number; isText: boolean }[];
}

function joined(parts: Uint8Array[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** @param ruleset Already checked. */
export async function pack({ version, ...content }: { version: string }, form: string): Promise<Packed> {
  const encoder = new TextEncoder();
  const header: Header = { form, version, sections: [] };
  const parts = Object.entries(content).map(([name, section]) => {
    const isText = typeof section === 'string';
    const part = encoder.encode(isText ? section : JSON.stringify(section));
    header.sections.push({ name, length: part.length, isText });
    return part;
  });
  const head = encoder.encode(JSON.stringify(header));
  const bytes = joined([head, ...parts]);
  return { version, hash: await sha256(bytes), header: head.length, bytes };
}

function isPacked(data: unknown): data is Packed {
  const { hash, header, bytes } = (data ?? {}) as Partial<Packed>;
  return typeof hash === 'string' && typeof header === 'number' && ArrayBuffer.isView(bytes);
}

/** @throws Error when it is none, or a byte is not what was packed. */
export async function unpack(stored: unknown): Promise<{ form: string; ruleset: object & { version: string } }> {
  if (!isPacked(stored)) throw new Error('not packed rules');
  const { hash, header, bytes } = stored;
  if ((await sha256(bytes)) !== hash) throw new Error('the bytes are not those that were packed');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const { form, version, sections }: Header = JSON.parse(decoder.decode(bytes.subarray(0, header)));
  let at = header;
  const content = sections.map(({ name, length, isText }) => {
    const text = decoder.decode(bytes.subarray(at, at + length));
    at += length;
    return [name, isText ? text : JSON.parse(text)] as const;
  });
  return { form, ruleset: { version, ...Object.fromEntries(content) } };
}
