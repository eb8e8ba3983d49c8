// Cases of TUF's conformance suite for our format, under their own names: thresholds, kinds of keys, keys that are replaced.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Key, makeKey, rootOf, signedBy, utf8 } from './publisher.ts';
import { Client, closeServer, openServer, Repository } from './repository.ts';
import { MANIFESTS, ROOTS } from './rotations.ts';

let repo: Repository;
let client: Client;
beforeAll(openServer);
afterAll(closeServer);
beforeEach(async () => {
  repo = await Repository.open();
  client = new Client(repo);
  expect(await client.init()).toBe(0);
  return () => client.close();
});
const versions = () => client.versions();

type Signature = { keyid: string; sig: string };
/** The first line of a document, changed. */
function resigned(document: Uint8Array, change: (signatures: Signature[]) => Signature[]) {
  const [first = '', payload] = new TextDecoder().decode(document).split('\n');
  return utf8(`${JSON.stringify({ signatures: change(JSON.parse(first).signatures) })}\n${payload}`);
}

test('test_snapshot_does_not_meet_threshold', async () => {
  repo.thresholds.manifest = 3;
  await repo.addKey('manifest');
  await repo.addKey('manifest');
  await repo.publish('root', 'manifest');
  expect(await client.refresh()).toBe(0);
  repo.signers.manifest.pop();
  await repo.publish('manifest');
  expect(await client.refresh()).toBe(1);
  expect(client.said).toEqual({ code: 'threshold', role: 'manifest', root: 2, valid: 2, threshold: 3 });
  expect((await versions()).manifest).toBe(2);
});

test('test_snapshot_has_too_few_keys', async () => {
  for (let i = 0; i < 4; i += 1) await repo.addKey('manifest');
  repo.thresholds.manifest = 6;
  await repo.publish('root', 'manifest');
  expect(await client.refresh()).toBe(1);
  expect(await versions()).toEqual({ root: 2, manifest: null });
});

test('test_root_has_keys_but_not_snapshot', async () => {
  repo.thresholds.manifest = 2;
  await repo.addKey('manifest');
  await repo.publish('root', 'manifest');
  expect(await client.refresh()).toBe(0);
  // A higher threshold, and a key that the root names but that has not signed.
  repo.thresholds.manifest = 3;
  repo.keys.manifest = [...repo.keys.manifest, await makeKey()];
  await repo.publish('root');
  expect(await client.refresh()).toBe(1);
  expect(await versions()).toEqual({ root: 3, manifest: 2 });
});

test('test_duplicate_keys', async () => {
  const key = await repo.addKey('manifest');
  repo.keys.manifest.push(...Array<Key>(8).fill(key));
  repo.thresholds.manifest = 6;
  await repo.publish('root', 'manifest');
  const document = repo.shelf.answers.get('manifest.signed') as Uint8Array;
  const ours = (signatures: Signature[]) => signatures.filter(({ keyid }) => keyid === key.id);
  repo.shelf.answers.set(
    'manifest.signed',
    resigned(document, (all) => [...all, ...Array(8).fill(ours(all)).flat()]),
  );
  expect(await client.refresh()).toBe(1);
  expect(client.said).toMatchObject({ code: 'threshold', valid: 2, threshold: 6 });
  expect((await versions()).manifest).toBeNull();
});

test('test_duplicate_sig_keyids: ours counts the key once and takes the document, which the suite refuses', async () => {
  const document = repo.shelf.answers.get('manifest.signed') as Uint8Array;
  repo.shelf.answers.set(
    'manifest.signed',
    resigned(document, (all) => [...all, ...all]),
  );
  expect(await client.refresh()).toBe(0);
  repo.thresholds.manifest = 2;
  await repo.publish('root');
  expect(await client.refresh()).toBe(1);
  expect(client.said).toMatchObject({ code: 'threshold', valid: 1, threshold: 2 });
});

test('test_keytype_and_scheme[ed25519/ed25519]', async () => {
  const key = await repo.addKey('root');
  repo.thresholds.root = 2;
  await repo.publish('root');
  expect(await client.refresh()).toBe(0);
  expect((await versions()).root).toBe(2);
  const bad = await key.sign(utf8('something else'));
  const document = await repo.publish('root');
  repo.shelf.root(
    3,
    resigned(document, (all) => all.map((one) => (one.keyid === key.id ? bad : one))),
  );
  expect(await client.refresh()).toBe(1);
  expect((await versions()).root).toBe(2);
});

test.for([
  ['rsa', 'rsassa-pss-sha256', 384],
  ['ecdsa', 'ecdsa-sha2-nistp256', 71],
] as const)('test_keytype_and_scheme[%s/%s]: ours knows one kind, another never counts', async ([type, , length]) => {
  const plan = { version: 2, root: repo.keys.root, manifest: repo.keys.manifest };
  const foreign = { keyid: 'ab'.repeat(32), sig: Buffer.alloc(length, 7).toString('base64url') };
  const rootWith = async (threshold: number) => {
    const content = rootOf({ ...plan, thresholds: [threshold, 1] });
    Object.assign(content.keys, { [foreign.keyid]: { type, public: 'ab'.repeat(91) } });
    content.roles.root.keyids.push(foreign.keyid);
    return resigned(await signedBy(repo.signers.root, content), (all) => [...all, foreign]);
  };
  repo.shelf.root(2, await rootWith(2));
  expect(await client.refresh()).toBe(1);
  expect(client.said).toMatchObject({ code: 'threshold', role: 'root', valid: 1, threshold: 2 });
  // Beside enough of those it knows it does no harm.
  repo.shelf.root(2, await rootWith(1));
  expect(await client.refresh()).toBe(0);
  expect((await versions()).root).toBe(2);
});

test('test_invalid_sig_in_valid_metadata', async () => {
  const [first] = repo.signers.manifest;
  await repo.addKey('manifest');
  for (const sig of [(await first?.sign(utf8('something else')))?.sig ?? '', '']) {
    await repo.publish('root', 'manifest');
    const document = repo.shelf.answers.get('manifest.signed') as Uint8Array;
    const spoilt = (all: Signature[]) => all.map((one) => (one.keyid === first?.id ? { ...one, sig } : one));
    repo.shelf.answers.set('manifest.signed', resigned(document, spoilt));
    expect(await client.refresh()).toBe(0);
    expect(await versions()).toEqual(repo.versions);
  }
});

test('test_deprecated_keyid_hash_algorithms', async () => {
  await repo.rotateKeys('manifest');
  const document = await repo.publish('root');
  const root = JSON.parse(new TextDecoder().decode(document).split('\n')[1] ?? '');
  for (const key of Object.values<object>(root.keys)) Object.assign(key, { keyid_hash_algorithms: ['md5'] });
  repo.shelf.root(2, await signedBy(repo.signers.root, root));
  await repo.publish('manifest');
  expect(await client.refresh()).toBe(0);
  expect(await versions()).toEqual({ root: 2, manifest: 2 });
});

const keys = await Promise.all(Array.from({ length: 10 }, makeKey));
const chosen = (numbers: number[]) => numbers.map((number) => keys[number] as Key);

describe('test_root_rotation', () => {
  test.for(Object.entries(ROOTS))('%s', async ([, steps]) => {
    repo.versions.root = 0;
    for (const [named, threshold, sigs] of steps) {
      repo.keys.root = chosen(named);
      repo.signers.root = chosen(sigs);
      repo.thresholds.root = threshold;
      await repo.publish('root');
    }
    await client.init();
    const accepted = steps.at(-1)?.[3] !== false;
    expect(await client.refresh()).toBe(accepted ? 0 : 1);
    expect(client.kept('root')).toEqual(repo.rootDocument(accepted ? steps.length : steps.length - 1));
  });
});

describe('test_non_root_rotations', () => {
  test.for(Object.entries(MANIFESTS))('%s', async ([, [named, threshold, sigs, accepted]]) => {
    repo.keys.manifest = chosen(named);
    repo.signers.manifest = chosen(sigs);
    repo.thresholds.manifest = threshold;
    await repo.publish('root', 'manifest');
    expect(await client.refresh()).toBe(accepted === false ? 1 : 0);
    const kept = accepted === false ? null : repo.shelf.answers.get('manifest.signed');
    expect([client.kept('root'), client.kept('manifest')]).toEqual([repo.rootDocument(2), kept]);
  });
});
