// A signed document that was changed anywhere never verifies, and is refused in words, not by a crash.
import { expect, test } from 'vitest';
import type { Bytes } from '../../utils/feed/bytes.ts';
import { nextRoot, trustRoot } from '../../utils/feed/root.ts';
import { verifyManifest } from '../../utils/feed/verified.ts';
import { seeded } from '../redesign/random.ts';
import { makeKey, manifestOf, NOW, refusedFor, rootOf, signedBy } from './publisher.ts';

const TIMES = 2000;
const [a, m, n] = await Promise.all([makeKey(), makeKey(), makeKey()]);
const plan = { root: [a], manifest: [m, n], thresholds: [1, 2] as [number, number] };
const root = await trustRoot(await signedBy([a], rootOf(plan)));
// No signature more than must be: a spare one may be broken.
const manifest = await signedBy([m, n], await manifestOf());
const next = await signedBy([a], rootOf({ ...plan, version: 2 }));

const random = seeded(20261201);
const below = (end: number) => Math.floor(random.next() * end);

function flipped(bytes: Bytes): Bytes {
  const copy = bytes.slice();
  const at = below(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 + below(255));
  return copy;
}
const oneBit = (bytes: Bytes, bit: number): Bytes =>
  bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

const verify = (bytes: Bytes) => verifyManifest(bytes, { root, kept: null, extension: '0.1.0', now: NOW });

test('unchanged, they verify', async () => {
  expect((await verify(manifest)).verified.manifest.version).toBe(1);
  expect((await nextRoot(root, next)).version).toBe(2);
});

test(`${TIMES} random changes of a byte`, async () => {
  for (let i = 0; i < TIMES; i += 1) {
    await refusedFor(() => verify(flipped(manifest)));
    await refusedFor(() => nextRoot(root, flipped(next)));
  }
});

test('every bit of the first line', async () => {
  const bits = 8 * (manifest.indexOf(10) + 1);
  for (let bit = 0; bit < bits; bit += 1) await refusedFor(() => verify(oneBit(manifest, bit)));
});

test('cut off anywhere, at either end', async () => {
  for (let length = 0; length < manifest.length; length += 1) {
    await refusedFor(() => verify(manifest.slice(0, length)));
    await refusedFor(() => verify(manifest.slice(manifest.length - length)));
  }
});
