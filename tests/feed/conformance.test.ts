// Cases of TUF's conformance suite (theupdateframework/tuf-conformance) for our format, under their own names: what a client asks
// for and keeps, rollback, expiry. The suite looks at timestamp, snapshot and targets in turn; ours is one manifest, so what it
// expects of the last of them is expected of that. docs/SECURITY.md lists all cases; conformance-keys and -files hold the others.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { signedBy, utf8 } from './publisher.ts';
import { Client, closeServer, openServer, Repository } from './repository.ts';

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

test('test_basic_refresh_requests', async () => {
  expect(await client.refresh()).toBe(0);
  const [root, manifest, ...files] = repo.asked;
  expect([root, manifest]).toEqual(['roots/2.signed', 'manifest.signed']);
  expect(files).toHaveLength(2);
  expect(files.every((path) => path.startsWith('files/'))).toBe(true);
});

test('test_basic_refresh_trusted_data', async () => {
  expect(await client.refresh()).toBe(0);
  expect(client.kept('root')).toEqual(repo.rootDocument(1));
  expect(client.kept('manifest')).toEqual(repo.shelf.answers.get('manifest.signed'));
});

test('the same by the real command, in processes of their own', async () => {
  expect(await client.spawn('init')).toBe(0);
  expect(repo.asked).toEqual([]);
  expect(await client.spawn('refresh')).toBe(0);
  expect(await client.spawn('download')).toBe(0);
  expect(client.downloaded()).toEqual({ 'brands.txt': 'Polytron' });
  expect(await client.spawn('download', 'nonexistent')).toBe(1);
  repo.signers.manifest.length = 0;
  await repo.publish('manifest');
  expect(await client.spawn('refresh')).toBe(1);
  expect(await versions()).toEqual({ root: 1, manifest: 1 });
});

test('test_implicit_refresh', async () => {
  expect(await client.download('nonexistent artifact')).toBe(1);
  expect(repo.asked.slice(0, 2)).toEqual(['roots/2.signed', 'manifest.signed']);
  expect(await versions()).toEqual({ root: 1, manifest: 1 });
});

test('test_invalid_initial_root', async () => {
  const document = new TextDecoder().decode(repo.rootDocument(1));
  await client.init(await signedBy(repo.signers.root, document.split('\n')[1]?.replace('"version":1,', '')));
  expect(await client.refresh()).toBe(1);
  expect(client.said).toMatchObject({ code: 'malformed', where: 'version' });
  expect(repo.asked).toEqual([]);
});

test('test_unsigned_initial_root', async () => {
  const sig = `${'A'.repeat(85)}A`;
  const document = new TextDecoder().decode(repo.rootDocument(1));
  await client.init(utf8(document.replace(/"sig":"[^"]*"/, `"sig":"${sig}"`)));
  expect(await client.refresh()).toBe(1);
  expect(client.said).toMatchObject({ code: 'unsigned', role: 'root' });
  expect(repo.asked).toEqual([]);
});

test.for([
  ['root', { root: 1, manifest: null }],
  ['manifest', { root: 2, manifest: null }],
] as const)('test_unsigned_metadata: %s', async ([role, trusted]) => {
  repo.signers[role].pop();
  await repo.publish('root', 'manifest');
  expect(await client.refresh()).toBe(1);
  expect(client.said).toMatchObject({ code: 'unsigned', role });
  expect(await versions()).toEqual(trusted);
});

test('test_url_and_metadata_version_mismatch', async () => {
  repo.fields.root = { version: 3 };
  await repo.publish('root', 'manifest');
  expect(await client.refresh()).toBe(1);
  expect(client.said).toEqual({ code: 'gap', expected: 2, found: 3 });
  expect(await versions()).toEqual({ root: 1, manifest: null });
});

test('test_timestamp_content_changes: ours says so and fails, where the suite has the client pass it over', async () => {
  expect(await client.refresh()).toBe(0);
  const before = client.kept('manifest');
  repo.versions.manifest = 0;
  repo.files = { 'brands.txt': 'Maspion' };
  await repo.publish('manifest');
  expect(await client.refresh()).toBe(1);
  expect(client.said).toEqual({ code: 'same-version-other-bytes', version: 1 });
  expect(repo.asked.at(-1)).toBe('manifest.signed');
  expect(client.kept('manifest')).toEqual(before);
});

test('test_metadata_bytes_match', async () => {
  const [, payload] = new TextDecoder().decode(repo.shelf.answers.get('manifest.signed') as Uint8Array).split('\n');
  const unique = await signedBy(repo.signers.manifest, ` ${payload}\n \t`);
  repo.shelf.answers.set('manifest.signed', unique);
  expect(await client.refresh()).toBe(0);
  expect(client.kept('manifest')).toEqual(unique);
});

test('test_custom_fields', async () => {
  expect(await client.refresh()).toBe(0);
  const key = await repo.addKey('root');
  const document = new TextDecoder().decode(await repo.publish('root'));
  const root = JSON.parse(document.split('\n')[1] ?? '');
  root['custom-field'] = 'value';
  root.keys[key.id]['extra-field'] = { a: 1, b: 2 };
  root.roles.root['another-field'] = 'value';
  repo.shelf.root(2, await signedBy(repo.signers.root, root));
  expect(await client.refresh()).toBe(0);
  expect((await versions()).root).toBe(2);
});

test('test_timestamp_404', async () => {
  expect(await client.refresh()).toBe(0);
  repo.shelf.answers.delete('manifest.signed');
  expect(await client.refresh()).toBe(1);
  expect(repo.asked.at(-1)).toBe('manifest.signed');
  expect(await versions()).toEqual({ root: 1, manifest: 1 });
});

test('test_incorrect_metadata_type', async () => {
  // One key for both roles: what was signed for one is served as the other.
  repo.keys.manifest = repo.keys.root;
  repo.signers.manifest = repo.signers.root;
  const root = await repo.publish('root');
  const manifest = repo.shelf.answers.get('manifest.signed');
  repo.shelf.answers.set('manifest.signed', root);
  expect(await client.refresh()).toBe(1);
  expect(client.said).toMatchObject({ code: 'malformed', what: 'manifest', where: 'type' });
  expect(await versions()).toEqual({ root: 2, manifest: null });
  await repo.publish('manifest');
  expect(repo.shelf.answers.get('manifest.signed')).not.toEqual(manifest);
  repo.shelf.root(3, repo.shelf.answers.get('manifest.signed') as Uint8Array<ArrayBuffer>);
  expect(await client.refresh()).toBe(1);
  expect(client.said).toMatchObject({ code: 'malformed', what: 'root', where: 'type' });
});

test('test_faketime', async () => {
  repo.expires.root = 7;
  await repo.publish('root');
  expect(await client.refresh()).toBe(0);
  expect(await client.refresh(8)).toBe(1);
  expect(client.said).toMatchObject({ code: 'root-expired', version: 2 });
});

test('test_new_timestamp_version_rollback', async () => {
  const first = repo.shelf.answers.get('manifest.signed') as Uint8Array<ArrayBuffer>;
  await repo.publish('manifest');
  expect(await client.refresh()).toBe(0);
  expect((await versions()).manifest).toBe(2);
  repo.shelf.answers.set('manifest.signed', first);
  expect(await client.refresh()).toBe(1);
  expect(client.said).toEqual({ code: 'rollback', role: 'manifest', seen: 2, found: 1 });
  expect((await versions()).manifest).toBe(2);
  expect(repo.asked.at(-1)).toBe('manifest.signed');
});

test('test_snapshot_rollback, test_targets_rollback: ours takes old files that a newer manifest names', async () => {
  const old = repo.files;
  repo.files = { 'brands.txt': 'Maspion' };
  await repo.publish('manifest');
  expect(await client.refresh()).toBe(0);
  repo.files = old;
  await repo.publish('manifest');
  expect(await client.download('brands.txt')).toBe(0);
  expect([(await versions()).manifest, client.downloaded()]).toEqual([3, { 'brands.txt': 'Polytron' }]);
});

test.for([
  'test_new_targets_fast_forward_recovery',
  'test_new_snapshot_fast_forward_recovery',
  'test_new_timestamp_fast_forward_recovery',
])('%s', async () => {
  repo.versions.manifest = 99_998;
  await repo.publish('manifest');
  expect(await client.refresh()).toBe(0);
  expect((await versions()).manifest).toBe(99_999);
  repo.versions.manifest = 0;
  await repo.publish('manifest');
  expect(await client.refresh()).toBe(1);
  repo.versions.manifest = 0;
  await repo.rotateKeys('manifest');
  await repo.publish('root', 'manifest');
  expect(await client.refresh()).toBe(0);
  expect(await versions()).toEqual({ root: 2, manifest: 1 });
});

test('test_root_expired', async () => {
  expect(await client.refresh()).toBe(0);
  await repo.publish('root');
  expect(await client.refresh()).toBe(0);
  repo.expires.root = -1;
  await repo.publish('root', 'manifest');
  expect(await client.refresh()).toBe(1);
  // The newest root is kept, so that what it revoked stays revoked; nothing else is.
  expect(await versions()).toEqual({ root: 3, manifest: 1 });
});

test('test_timestamp_expired, test_snapshot_expired, test_targets_expired: ours takes newer rules that have expired', async () => {
  expect(await client.refresh()).toBe(0);
  repo.expires.manifest = -5;
  repo.files = { 'brands.txt': 'Maspion' };
  await repo.publish('manifest');
  expect(await client.refresh()).toBe(0);
  expect((await versions()).manifest).toBe(2);
});

test('test_expired_local_root', async () => {
  repo.expires.root = 7;
  await repo.publish('root');
  expect(await client.refresh()).toBe(0);
  repo.expires.root = 21;
  await repo.publish('root');
  expect(await client.refresh(18)).toBe(0);
  expect((await versions()).root).toBe(3);
});

test('test_expired_local_timestamp', async () => {
  repo.expires.manifest = 7;
  await repo.publish('manifest');
  expect(await client.refresh()).toBe(0);
  repo.expires.manifest = 21;
  await repo.publish('manifest');
  expect(await client.refresh(18)).toBe(0);
  expect(await versions()).toEqual({ root: 1, manifest: 3 });
  // Expired or not, it stays the floor.
  repo.versions.manifest = 1;
  await repo.publish('manifest');
  expect(await client.refresh(30)).toBe(1);
  expect((await versions()).manifest).toBe(3);
});
