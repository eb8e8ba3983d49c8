// Attacks on a feed, by the names that TUF gives them: what is refused, and what is used all the same.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Bytes } from '../../utils/feed/bytes.ts';
import { isAlarm } from '../../utils/feed/outcome.ts';
import { trustRoot } from '../../utils/feed/root.ts';
import { type Circumstances, verifyManifest } from '../../utils/feed/verified.ts';
import {
  bytesOf,
  DAY,
  FILES,
  instant,
  join,
  type Key,
  makeKey,
  manifestOf,
  NOW,
  type RootPlan,
  refusedFor,
  rootOf,
  signedBy,
  utf8,
} from './publisher.ts';

const [a, m, n, o] = await Promise.all([makeKey(), makeKey(), makeKey(), makeKey()]);
const rootWith = async (plan: Partial<RootPlan>) =>
  trustRoot(await signedBy([a], rootOf({ root: [a], manifest: [m], ...plan })));
const root = await rootWith({});

const publish = async (fields: Parameters<typeof manifestOf>[0], keys: Key[] = [m]) =>
  signedBy(keys, await manifestOf(fields));
const here: Circumstances = { root, kept: null, extension: '0.1.0', now: NOW };
const verify = (bytes: Bytes, circumstances: Partial<Circumstances> = {}) =>
  verifyManifest(bytes, { ...here, ...circumstances });
const refused = (bytes: Bytes, circumstances: Partial<Circumstances> = {}) =>
  refusedFor(() => verify(bytes, circumstances));
const versionOf = async (bytes: Bytes, circumstances: Partial<Circumstances> = {}) =>
  (await verify(bytes, circumstances)).verified.manifest.version;

const five = await publish({ version: 5 });

afterEach(() => {
  vi.useRealTimers();
});

test('a signed manifest is verified, and so is a newer one after it', async () => {
  const { verified, warnings } = await verify(five);
  expect([verified.manifest.version, warnings]).toEqual([5, []]);
  expect(await versionOf(await publish({ version: 6 }), { kept: verified.bytes })).toBe(6);
  expect(await versionOf(await publish({ version: 900 }), { kept: verified.bytes })).toBe(900);
});

test('the same manifest again is no alarm, also with one more signature', async () => {
  const outcome = await refused(five, { kept: five });
  expect(outcome).toEqual({ code: 'not-newer', version: 5 });
  expect(isAlarm(outcome)).toBe(false);
  const again = await publish({ version: 5 }, [m, n]);
  expect(await refused(again, { kept: five })).toMatchObject({ code: 'not-newer' });
});

describe('S1, S2: an older version', () => {
  const rollback = { code: 'rollback', role: 'manifest', seen: 5, found: 4 };

  test('S1: is refused', async () => {
    const outcome = await refused(await publish({ version: 4 }), { kept: five });
    expect(outcome).toEqual(rollback);
    expect(isAlarm(outcome)).toBe(true);
  });

  test('S2: is refused also when what is kept has itself expired', async () => {
    const old = { version: 5, created: instant(NOW - 300 * DAY), expires: instant(NOW - 180 * DAY) };
    expect(await refused(await publish({ version: 4 }), { kept: await publish(old) })).toEqual(rollback);
  });

  test('S1: is refused also when one of several keys was replaced since', async () => {
    const kept = await publish({ version: 5 }, [m, n]);
    const changed = await rootWith({ version: 2, manifest: [n, o], thresholds: [1, 2] });
    const replayed = await publish({ version: 4 }, [n, o]);
    expect(await refused(replayed, { kept, root: changed })).toEqual(rollback);
  });

  test('S1: is refused also when what is kept is in a format of a later extension', async () => {
    const later = await signedBy([m], { type: 'manifest', version: 5, minimum: '3.0', files: 'elsewhere' });
    expect(await refused(await publish({ version: 4 }), { kept: later })).toEqual(rollback);
  });
});

test('S5: a stolen key that signed the highest version stops the feed only until the key is replaced', async () => {
  const kept = await publish({ version: 2 ** 31 });
  const six = await publish({ version: 6 }, [n]);
  const both = await rootWith({ version: 2, manifest: [m, n] });
  expect(await refused(six, { kept, root: both })).toMatchObject({ code: 'rollback', seen: 2 ** 31 });
  const replaced = await rootWith({ version: 2, manifest: [n] });
  expect(await versionOf(six, { kept, root: replaced })).toBe(6);
  // What the stolen key signs now, or had signed before, does not come back.
  expect(await refused(kept, { root: replaced })).toMatchObject({ code: 'unsigned', root: 2 });
  expect(await refused(five, { kept: six, root: replaced })).toMatchObject({ code: 'unsigned', root: 2 });
});

test('what is kept and damaged is no floor: the update mends it', async () => {
  for (const kept of [utf8(''), five.slice(0, -9), utf8('x'.repeat(600_000))]) {
    expect(await versionOf(await publish({ version: 4 }), { kept })).toBe(4);
  }
});

test('S3: a newer manifest may drop a file; then that file is none of its own any more', async () => {
  const { verified } = await verify(await publish({ version: 6, files: { 'maps.json': '[]' } }), { kept: five });
  const dropped = await refusedFor(() => verified.file('brands.json', utf8(FILES['brands.json'] ?? '')));
  expect(dropped).toEqual({ code: 'unknown-file', file: 'brands.json' });
});

test('S3: the same version may not drop one, and none may drop all', async () => {
  const less = await publish({ version: 5, files: { 'maps.json': '[]' } });
  expect(await refused(less, { kept: five })).toMatchObject({ code: 'same-version-other-bytes' });
  expect(await refused(await publish({ version: 6, files: {} }), { kept: five })).toMatchObject({ code: 'malformed' });
});

test('S6: the signatures of one manifest do not carry the list of another', async () => {
  const payload = utf8(JSON.stringify(await manifestOf({ version: 6, files: { 'maps.json': 'forged' } })));
  const signature = await m.sign(utf8(JSON.stringify(await manifestOf({ version: 6 }))));
  expect(await refused(join([signature], payload))).toEqual({ code: 'unsigned', role: 'manifest', root: 1 });
});

describe('S8: right key, wrong role', () => {
  test('a key of the root signs no manifest', async () => {
    expect(await refused(await publish({}, [a]))).toEqual({ code: 'unsigned', role: 'manifest', root: 1 });
  });

  test('a root is no manifest, even where one key may sign both', async () => {
    const one = await rootWith({ manifest: [a] });
    expect(await refused(one.bytes, { root: one })).toEqual({ code: 'malformed', what: 'manifest', where: 'type' });
  });

  test('two of three must sign, not one twice', async () => {
    const strict = await rootWith({ manifest: [m, n, o], thresholds: [1, 2] });
    const twice = await publish({}, [m, m]);
    expect(await refused(twice, { root: strict })).toMatchObject({ code: 'threshold', valid: 1, threshold: 2 });
    expect(await versionOf(await publish({}, [m, o]), { root: strict })).toBe(1);
  });
});

test('S9: a signature of a stranger beside a valid one does no harm', async () => {
  expect(await versionOf(await publish({ version: 3 }, [n, m, a]))).toBe(3);
});

test.for([
  [NOW + 500 * DAY, NOW, []],
  [NOW - 500 * DAY, NOW, []],
  [NOW, NOW + 500 * DAY, ['expired']],
  [NOW, NOW - 500 * DAY, ['clock-behind']],
] as const)('S11: the clock says %i, but the update began at %i: %o', async ([clock, now, codes]) => {
  vi.useFakeTimers({ toFake: ['Date'], now: clock });
  const { warnings } = await verify(five, { now });
  expect(warnings.map(({ code }) => code)).toEqual(codes);
});

test.for([
  ['fifty years ahead', NOW + 18_250 * DAY, ['expired']],
  ['in 1970', 0, ['clock-behind']],
] as const)('S12: a clock %s refuses nothing', async ([, now, codes]) => {
  const { verified, warnings } = await verify(await publish({ version: 6 }), { kept: five, now });
  expect(verified.manifest.version).toBe(6);
  expect(warnings.map(({ code }) => code)).toEqual(codes);
});

test('S14: other bytes that say the same are not what was signed', async () => {
  const content = await manifestOf();
  const spaced = utf8(JSON.stringify(content, null, 1));
  const signature = await m.sign(spaced);
  expect(await versionOf(join([signature], spaced))).toBe(1);
  expect(await refused(join([signature], utf8(JSON.stringify(content))))).toMatchObject({ code: 'unsigned' });
});

test('S16: other content under the same version is refused', async () => {
  const other = await publish({ version: 5, files: { ...FILES, 'maps.json': '[1]' } });
  expect(await refused(other, { kept: five })).toEqual({ code: 'same-version-other-bytes', version: 5 });
});

test('rules for a later extension are refused kindly, whatever their format has become', async () => {
  const later = { type: 'manifest', version: 9, minimum: '3.0', files: 'elsewhere' };
  const outcome = await refused(await signedBy([m], later), { kept: five });
  expect(outcome).toEqual({ code: 'needs-update', minimum: '3.0', extension: '0.1.0' });
  expect(isAlarm(outcome)).toBe(false);
  expect(await refused(await signedBy([m], later), { extension: '3.0.0' })).toMatchObject({ code: 'malformed' });
});

test('S22: all files or none', async () => {
  const { verified } = await verify(five);
  expect([...(await verified.all(bytesOf(FILES))).files.keys()]).toEqual(Object.keys(FILES));
  const { 'maps.json': _, ...less } = FILES;
  expect(await refusedFor(() => verified.all(bytesOf(less)))).toEqual({ code: 'missing-file', file: 'maps.json' });
  const more = bytesOf({ ...FILES, 'more.json': '' });
  expect(await refusedFor(() => verified.all(more))).toEqual({ code: 'unknown-file', file: 'more.json' });
  const old = bytesOf({ ...FILES, 'maps.json': '{}' });
  expect(await refusedFor(() => verified.all(old))).toEqual({ code: 'wrong-hash', file: 'maps.json' });
});
