// The root chain: whose keys are believed, and how a client that slept for long catches up.
import { describe, expect, test } from 'vitest';
import type { Bytes } from '../../utils/feed/bytes.ts';
import { nextRoot, trustRoot, walkRoots } from '../../utils/feed/root.ts';
import { DAY, hex, type Key, makeKey, NOW, type RootPlan, refusedFor, rootOf, signedBy } from './publisher.ts';

const [a, b, c, m, stranger] = await Promise.all([makeKey(), makeKey(), makeKey(), makeKey(), makeKey()]);

const plain: RootPlan = { root: [a], manifest: [m] };
const publish = (plan: RootPlan, signers: Key[] = plan.root) => signedBy(signers, rootOf(plan));
const first = await trustRoot(await publish(plain));
const refusedStep = async (bytes: Bytes) => refusedFor(() => nextRoot(first, bytes));

test('a root hands over to other keys', async () => {
  const next = await nextRoot(first, await publish({ version: 2, root: [b], manifest: [m] }, [a, b]));
  expect(next).toMatchObject({ version: 2, expires: NOW + 365 * DAY, roles: { root: { root: 2, threshold: 1 } } });
  expect([...next.roles.root.keys.keys()]).toEqual([b.id]);
  const third = await publish({ version: 3, root: [c], manifest: [m] }, [b, c]);
  expect((await nextRoot(next, third)).version).toBe(3);
});

describe('S10: a step of the chain is refused', () => {
  const toB: RootPlan = { version: 2, root: [b], manifest: [m] };

  test('when the root before did not sign it', async () => {
    expect(await refusedStep(await publish(toB, [b]))).toEqual({ code: 'unsigned', role: 'root', root: 1 });
    expect(await refusedStep(await publish(toB, []))).toMatchObject({ code: 'unsigned', root: 1 });
  });

  test('when it did not sign itself', async () => {
    expect(await refusedStep(await publish(toB, [a]))).toEqual({ code: 'unsigned', role: 'root', root: 2 });
    const two: RootPlan = { version: 2, root: [b, c], manifest: [m], thresholds: [2, 1] };
    expect(await refusedStep(await publish(two, [a, b]))).toMatchObject({ code: 'threshold', root: 2, valid: 1 });
  });

  test('when too few of the root before signed it', async () => {
    const strict = await trustRoot(await publish({ root: [a, b], manifest: [m], thresholds: [2, 1] }));
    const next = await publish({ version: 2, root: [c], manifest: [m] }, [a, c]);
    const outcome = await refusedFor(() => nextRoot(strict, next));
    expect(outcome).toEqual({ code: 'threshold', role: 'root', root: 1, valid: 1, threshold: 2 });
  });

  test('when one is left out, or it goes back', async () => {
    expect(await refusedStep(await publish({ ...plain, version: 3 }))).toEqual({ code: 'gap', expected: 2, found: 3 });
    expect(await refusedStep(await publish({ ...plain, expires: NOW + 999 * DAY }))).toEqual({
      code: 'rollback',
      role: 'root',
      seen: 1,
      found: 1,
    });
  });
});

test('S8: a key of the manifest signs no root', async () => {
  const next: RootPlan = { version: 2, root: [m], manifest: [m] };
  expect(await refusedStep(await publish(next))).toEqual({ code: 'unsigned', role: 'root', root: 1 });
});

/** Thirty roots, each with a key of its own, and all but the last expired long ago. */
async function thirty() {
  const keys = [a, ...(await Promise.all(Array.from({ length: 30 }, makeKey)))];
  const plans = keys.slice(1).map((key, i): RootPlan => {
    const expires = i === 29 ? NOW + DAY : NOW - 900 * DAY;
    return { version: i + 2, root: [key], manifest: [m], expires };
  });
  return Promise.all(plans.map((plan, i) => publish(plan, [keys[i] as Key, keys[i + 1] as Key])));
}

test('S10: thirty roots behind is caught up, though those on the way have expired', async () => {
  const { root } = await walkRoots(first, await thirty(), NOW);
  expect(root?.version).toBe(31);
});

test('S10: a gap in the chain ends the walk; what held before it is known', async () => {
  const chain = await thirty();
  chain.splice(10, 1);
  const walk = await walkRoots(first, chain, NOW);
  // Root 13 is signed by the key of 12, which nobody has seen.
  expect(walk).toMatchObject({ root: null, refused: { code: 'unsigned', root: 11 }, reached: { version: 11 } });
});

test('S10: the documents may come one by one', async () => {
  const chain = await thirty();
  async function* fetched() {
    for (const bytes of chain) yield bytes;
  }
  expect((await walkRoots(first, fetched(), NOW)).root?.version).toBe(31);
});

test('the last root must not have expired, on the millisecond', async () => {
  expect((await walkRoots(first, [], first.expires - 1)).root).toBe(first);
  expect(await walkRoots(first, [], first.expires)).toEqual({
    root: null,
    refused: { code: 'root-expired', version: 1, expires: first.expires },
    reached: first,
  });
});

test('what is not about trust is not hidden', async () => {
  const broken = (): Iterable<Bytes> => {
    throw new Error('no network');
  };
  await expect(async () => walkRoots(first, broken(), NOW)).rejects.toThrow('no network');
});

describe('S15', () => {
  test('unknown fields are ignored, also in keys and roles', async () => {
    const root = rootOf(plain);
    const key = { ...root.keys[a.id], later: 1 };
    const more = { ...root, keys: { ...root.keys, [a.id]: key }, roles: { ...root.roles, mirror: 1 }, later: [] };
    expect((await trustRoot(await signedBy([a], more))).version).toBe(1);
  });

  test('a key of an unknown kind is skipped and never counts', async () => {
    const root = rootOf({ ...plain, thresholds: [2, 1] });
    root.roles.root.keyids.push('later', b.id);
    const later = { type: 'ml-dsa-44', public: 7 };
    // It even bears the name and the bytes of a key that did sign.
    const impostor = { type: 'ed25519ph', public: hex(b.public) };
    const bytes = await signedBy([a, b], { ...root, keys: { ...root.keys, later, [b.id]: impostor } });
    expect(await refusedFor(() => trustRoot(bytes))).toMatchObject({ code: 'threshold', valid: 1, threshold: 2 });
  });

  test('a key under another name than its hash is refused: it could count twice', async () => {
    const root = rootOf({ ...plain, thresholds: [2, 1] });
    const twin = 'f'.repeat(64);
    root.roles.root.keyids.push(twin);
    const bytes = await signedBy([a], { ...root, keys: { ...root.keys, [twin]: root.keys[a.id] } });
    expect(await refusedFor(() => trustRoot(bytes))).toEqual({
      code: 'malformed',
      what: 'root',
      where: `keys.${twin}`,
    });
  });

  test('a role that names a key twice, or one that is not there, gains nothing', async () => {
    const root = rootOf({ ...plain, thresholds: [2, 1] });
    root.roles.root.keyids.push(a.id, stranger.id, '__proto__');
    const bytes = await signedBy([a, stranger], root);
    expect(await refusedFor(() => trustRoot(bytes))).toMatchObject({ code: 'threshold', valid: 1 });
  });
});

const spoilt = (change: (root: ReturnType<typeof rootOf>) => object) => signedBy([a], change(rootOf(plain)));
test.for([
  ['a manifest', 'type', (root) => ({ ...root, type: 'manifest' })],
  ['no version', 'version', ({ version: _, ...root }) => root],
  ['half a version', 'version', (root) => ({ ...root, version: 1.5 })],
  ['version 0', 'version', (root) => ({ ...root, version: 0 })],
  ['a version beyond counting', 'version', (root) => ({ ...root, version: 2 ** 53 })],
  ['a day that is none', 'expires', (root) => ({ ...root, expires: '2027-02-31T00:00:00Z' })],
  ['a local time', 'expires', (root) => ({ ...root, expires: '2027-02-01T00:00:00' })],
  ['a role less', 'roles.manifest', (root) => ({ ...root, roles: { root: root.roles.root } })],
  [
    'nobody to sign',
    'roles.root.threshold',
    (root) => ({ ...root, roles: { ...root.roles, root: { keyids: [], threshold: 0 } } }),
  ],
  ['half a key', `keys.${a.id}`, (root) => ({ ...root, keys: { [a.id]: { type: 'ed25519', public: 'abc' } } })],
  [
    'too many keys',
    'keys',
    (root) => ({ ...root, keys: Object.fromEntries(Array.from({ length: 65 }, (_, i) => [i, { type: 'x' }])) }),
  ],
] satisfies [string, string, (root: ReturnType<typeof rootOf>) => object][])(
  '%s is no root: %s',
  async ([, where, change]) => {
    const outcome = await refusedFor(async () => trustRoot(await spoilt(change)));
    expect(outcome).toEqual({ code: 'malformed', what: 'root', where });
  },
);
