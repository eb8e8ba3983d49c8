// A publisher for tests: makes keys, signs documents, writes roots and manifests.
import { type Bytes, sha256 } from '../../utils/feed/bytes.ts';
import { type Outcome, Refusal } from '../../utils/feed/outcome.ts';

export interface Key {
  id: string;
  public: Bytes;
  /** A whole entry for the first line. */
  sign(payload: Bytes): Promise<{ keyid: string; sig: string }>;
}

export const DAY = 86_400_000;
/** When the tests' updates begin. */
export const NOW = Date.parse('2026-12-01T00:00:00Z');

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
export const instant = (time: number) => new Date(time).toISOString().replace('.000Z', 'Z');
export const hex = (bytes: Bytes) => Buffer.from(bytes).toString('hex');

export async function makeKey(): Promise<Key> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const id = await sha256(raw);
  return {
    id,
    public: raw,
    async sign(payload) {
      const sig = await crypto.subtle.sign('Ed25519', pair.privateKey, payload);
      return { keyid: id, sig: Buffer.from(sig).toString('base64url') };
    },
  };
}

export const join = (signatures: object[], payload: Bytes): Bytes =>
  new Uint8Array([...utf8(`${JSON.stringify({ signatures })}\n`), ...payload]);

/** @param content Text is signed as it stands, all else as JSON. */
export async function signedBy(keys: Key[], content: unknown): Promise<Bytes> {
  const payload = utf8(typeof content === 'string' ? content : JSON.stringify(content));
  return join(await Promise.all(keys.map((key) => key.sign(payload))), payload);
}

export interface RootPlan {
  version?: number;
  expires?: number;
  root: Key[];
  manifest: Key[];
  thresholds?: [root: number, manifest: number];
}

export function rootOf({ version = 1, expires = NOW + 365 * DAY, root, manifest, thresholds = [1, 1] }: RootPlan) {
  const role = (keys: Key[], threshold: number) => ({ keyids: keys.map(({ id }) => id), threshold });
  return {
    type: 'root',
    version,
    expires: instant(expires),
    keys: Object.fromEntries(
      [...root, ...manifest].map((key) => [key.id, { type: 'ed25519', public: hex(key.public) }]),
    ),
    roles: { root: role(root, thresholds[0]), manifest: role(manifest, thresholds[1]) },
  };
}

/** The files most tests publish. */
export const FILES: Record<string, string> = { 'brands.json': '["Polytron"]', 'maps.json': '[]' };

export const bytesOf = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([name, text]) => [name, utf8(text)]));

export async function manifestOf({
  files = FILES,
  ...rest
}: {
  files?: Record<string, string>;
  [field: string]: unknown;
} = {}) {
  const entries = Object.entries(files).map(async ([name, text]) => {
    const bytes = utf8(text);
    return [name, { length: bytes.length, sha256: await sha256(bytes) }] as const;
  });
  return {
    type: 'manifest',
    version: 1,
    created: instant(NOW - DAY),
    expires: instant(NOW + 119 * DAY),
    minimum: '0.1.0',
    files: Object.fromEntries(await Promise.all(entries)),
    ...rest,
  };
}

/** What `work` was refused for. Anything else that is thrown is a fault of ours. */
export async function refusedFor(work: () => unknown): Promise<Outcome> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error.outcome;
    throw error;
  }
  throw new Error('not refused');
}
