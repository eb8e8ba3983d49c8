// The root: which keys may sign what, and how many of them must. Each root is signed by its predecessor and by itself, so that
// whoever trusts one of the chain can walk to its end.
import * as v from 'valibot';
import { type Bytes, fromHex, sha256 } from './bytes.ts';
import { instant, readJson, versionNumber } from './json.ts';
import { type Outcome, Refusal, type RoleName } from './outcome.ts';
import { parseSigned, type Role, requireSigners, type Signed } from './signed.ts';

export interface Root {
  version: number;
  /** Milliseconds since 1970. */
  expires: number;
  roles: Record<RoleName, Role>;
  /** The document as it was signed, to be kept. */
  bytes: Bytes;
}

/** Bytes, of a root's document. */
export const LONGEST_ROOT = 128 * 1024;
const MOST_KEYS = 64;

const KeySchema = v.union([
  v.object({ type: v.literal('ed25519'), public: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
  // Of a later kind: this version can't ask it, so it never counts.
  v.object({ type: v.pipe(v.string(), v.notValue('ed25519')) }),
]);
const RoleSchema = v.object({
  keyids: v.pipe(v.array(v.string()), v.maxLength(MOST_KEYS)),
  threshold: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
const RootSchema = v.object({
  type: v.literal('root'),
  version: versionNumber,
  expires: instant,
  keys: v.pipe(v.record(v.string(), KeySchema), v.maxEntries(MOST_KEYS)),
  roles: v.object({ root: RoleSchema, manifest: RoleSchema }),
});

/** @throws Refusal `malformed`, also when a key does not carry its own hash as its name: one key could count as two. */
async function parseRoot({ payload }: Signed, bytes: Bytes): Promise<Root> {
  const { version, expires, keys, roles } = readJson(payload, RootSchema, 'root');
  const known = new Map<string, Bytes>();
  for (const [keyid, key] of Object.entries(keys)) {
    if (!('public' in key)) continue;
    const raw = fromHex(key.public);
    if ((await sha256(raw)) !== keyid) throw new Refusal({ code: 'malformed', what: 'root', where: `keys.${keyid}` });
    known.set(keyid, raw);
  }
  const role = (name: RoleName): Role => ({
    name,
    root: version,
    keys: new Map([...known].filter(([keyid]) => roles[name].keyids.includes(keyid))),
    threshold: roles[name].threshold,
  });
  return { version, expires, roles: { root: role('root'), manifest: role('manifest') }, bytes: bytes.slice() };
}

/**
 * The root that is built in or was kept: trusted because of where it comes from. That it has signed itself shows only that it is
 * whole.
 * @throws Refusal `too-long`, `malformed`, `unsigned`, `threshold`, `unsupported`
 */
export async function trustRoot(bytes: Bytes): Promise<Root> {
  const signed = parseSigned(bytes, LONGEST_ROOT);
  const root = await parseRoot(signed, bytes);
  await requireSigners(signed, root.roles.root);
  return root;
}

/**
 * One step of the chain.
 * @throws Refusal as `trustRoot`, and `gap`, `rollback`
 */
export async function nextRoot(trusted: Root, bytes: Bytes): Promise<Root> {
  const signed = parseSigned(bytes, LONGEST_ROOT);
  // Before a word of it is believed.
  await requireSigners(signed, trusted.roles.root);
  const root = await parseRoot(signed, bytes);
  const [expected, found] = [trusted.version + 1, root.version];
  if (found > expected) throw new Refusal({ code: 'gap', expected, found });
  if (found < expected) throw new Refusal({ code: 'rollback', role: 'root', seen: trusted.version, found });
  await requireSigners(signed, root.roles.root);
  return root;
}

/**
 * Where the chain ends. When it was refused, only the roots up to `reached` hold: that one must be kept all the same, so that the
 * keys it revoked stay revoked, but nothing may be verified with it in this update.
 */
export type Walk = { root: Root; refused: null } | { root: null; refused: Outcome; reached: Root };

/**
 * Walks from the trusted root to the newest. Roots on the way may have expired, the last one must not: whoever holds back a newer
 * one keeps revoked keys in use.
 * @param chain The documents from `trusted.version + 1` on, in order. Each must be signed, so nobody else can make it endless.
 * @param now When this update began, milliseconds since 1970.
 */
export async function walkRoots(
  trusted: Root,
  chain: Iterable<Bytes> | AsyncIterable<Bytes>,
  now: number,
): Promise<Walk> {
  let root = trusted;
  try {
    for await (const bytes of chain) root = await nextRoot(root, bytes);
    const { version, expires } = root;
    if (expires <= now) throw new Refusal({ code: 'root-expired', version, expires });
    return { root, refused: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { root: null, refused: error.outcome, reached: root };
  }
}
