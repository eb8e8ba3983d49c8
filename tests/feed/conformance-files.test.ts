// Cases of TUF's conformance suite for our format, under their own names: files, their hashes and their names. Ours fetches all
// files with the manifest, all or none; the command's download hands one out.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../utils/feed/bytes.ts';
import { filePath } from '../../utils/feed/layout.ts';
import { zip } from './host.ts';
import { utf8 } from './publisher.ts';
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
const pathOf = async (text: string) => filePath(await sha256(utf8(text)));
const EVIL = zip(utf8('malicious data - should not download'));

test('test_client_downloads_expected_file', async () => {
  repo.files = { 'target_file.txt': 'target file contents' };
  await repo.publish('manifest');
  expect(await client.refresh()).toBe(0);
  expect(client.downloaded()).toEqual({});
  expect(await client.download('target_file.txt')).toBe(0);
  expect(client.downloaded()).toEqual(repo.files);
});

test('test_repository_substitutes_target_file: ours has the second file too, from before it was replaced', async () => {
  repo.files = { 'target_file.txt': 'target file contents', 'another_target_file.txt': 'content' };
  await repo.publish('manifest');
  expect(await client.download('target_file.txt')).toBe(0);
  for (const text of Object.values(repo.files)) repo.shelf.answers.set(await pathOf(text), EVIL);
  expect(await client.download('target_file.txt')).toBe(0);
  expect(await client.download('another_target_file.txt')).toBe(0);
  expect(client.downloaded()).toEqual(repo.files);
  // Whoever comes only now gets nothing at all.
  const late = new Client(repo);
  await late.init();
  expect(await late.download('another_target_file.txt')).toBe(1);
  expect([late.kept('manifest'), late.downloaded()]).toEqual([null, {}]);
  late.close();
});

test('test_multiple_changes_to_target', async () => {
  repo.files = { 'target_file.txt': 'target file contents' };
  await repo.publish('manifest');
  expect(await client.download('target_file.txt')).toBe(0);
  const expected: Record<string, string> = { ...repo.files };
  for (let i = 0; i < 11; i += 1) {
    repo.files = { ...repo.files, 'target_file.txt': `modified file contents ${i}`, [`new-target-${i}`]: `new ${i}` };
    await repo.publish('manifest');
    if (i % 5 !== 0) continue;
    for (const name of ['target_file.txt', `new-target-${i}`]) {
      expect(await client.download(name)).toBe(0);
      expected[name] = repo.files[name] ?? '';
      expect(client.downloaded()).toEqual(expected);
    }
    // A newer manifest names a file whose bytes were replaced.
    const next = { ...repo.files, 'target_file.txt': `next contents ${i}` };
    repo.files = next;
    await repo.publish('manifest');
    repo.shelf.answers.set(await pathOf(next['target_file.txt']), EVIL);
    expect(await client.download('target_file.txt')).toBe(1);
    expect(client.said).toMatchObject({ code: expect.stringMatching(/^wrong-/), file: 'target_file.txt' });
    expect(client.downloaded()).toEqual(expected);
  }
});

test('test_snapshot_404, test_targets_404: what the manifest names is not there', async () => {
  expect(await client.refresh()).toBe(0);
  repo.files = { ...repo.files, 'brands.txt': 'Maspion' };
  await repo.publish('manifest');
  repo.shelf.answers.delete(await pathOf('Maspion'));
  expect(await client.refresh()).toBe(1);
  expect(client.said).toEqual({ code: 'status', status: 404 });
  expect(repo.asked.at(-1)).toBe(await pathOf('Maspion'));
  expect(await versions()).toEqual({ root: 1, manifest: 1 });
});

test('test_new_targets_version_mismatch, test_new_snapshot_version_mismatch: files that no manifest names', async () => {
  expect(await client.refresh()).toBe(0);
  repo.shelf.answers.set(await pathOf('Maspion'), zip(utf8('Maspion')));
  expect(await client.refresh()).toBe(0);
  expect(repo.asked.at(-1)).toBe('manifest.signed');
  expect((await versions()).manifest).toBe(1);
});

test('test_simple_snapshot_rollback: old files behind the newest manifest', async () => {
  repo.files = { 'brands.txt': 'Maspion' };
  await repo.publish('manifest');
  expect(await client.refresh()).toBe(0);
  repo.shelf.answers.set(await pathOf('Maspion'), zip(utf8('Polytron')));
  expect(await client.refresh()).toBe(0);
  expect(repo.asked.at(-1)).toBe('manifest.signed');
  expect(await client.download('brands.txt')).toBe(0);
  expect(client.downloaded()).toEqual({ 'brands.txt': 'Maspion' });
});

test('test_basic_metadata_hash_support', async () => {
  expect(await client.refresh()).toBe(0);
  const text = repo.files['brands.txt'] ?? '';
  const wrong = '46419349341cfb2d95f6ae3d4cd5c3d3dd7f4673985dad42a45130be5e0531a0';
  repo.fields.manifest = { files: { 'brands.txt': { length: text.length, sha256: wrong } } };
  repo.shelf.answers.set(filePath(wrong), zip(utf8(text)));
  await repo.publish('manifest');
  expect(await client.refresh()).toBe(1);
  expect(client.said).toEqual({ code: 'wrong-hash', file: 'brands.txt' });
  expect((await versions()).manifest).toBe(1);
});

const TEXT = 'target file contents';
const entry = (hashes: string[]) =>
  Object.fromEntries(hashes.map((name) => [name, createHash(name).update(TEXT).digest('hex')]));

test.for([[['sha256']], [['sha256', 'sha512']]])('test_download_with_hash_algorithms: %s', async ([hashes]) => {
  repo.files = { 'target_file.txt': TEXT };
  repo.fields.manifest = { files: { 'target_file.txt': { length: TEXT.length, ...entry(hashes ?? []) } } };
  await repo.publish('manifest');
  expect(await client.download('target_file.txt')).toBe(0);
  expect(repo.asked.filter((path) => path.startsWith('files/'))).toEqual([await pathOf(TEXT)]);
  expect(client.downloaded()).toEqual(repo.files);
});

test.for([
  ['test_download_with_hash_algorithms', entry(['sha512'])],
  ['test_download_with_unknown_hash_algorithm', { 'unknown-hash': 'ab'.repeat(64) }],
] as const)('%s: a file without SHA-256 is refused', async ([, hashes]) => {
  repo.files = { 'target_file.txt': TEXT };
  repo.fields.manifest = { files: { 'target_file.txt': { length: TEXT.length, ...hashes } } };
  await repo.publish('manifest');
  expect(await client.download('target_file.txt')).toBe(1);
  expect(client.said).toMatchObject({ code: 'malformed', what: 'manifest' });
  expect(client.downloaded()).toEqual({});
});

test.for([
  ['test_unusual_role_name', '?'],
  ['test_unusual_role_name', '#'],
  ['test_unusual_role_name', '/delegatedrole'],
  ['test_unusual_role_name', '../delegatedrole'],
  ['test_client_downloads_expected_file_in_sub_dir', 'path/to/a/target_file.txt'],
] as const)('%s: %s as the name of a file is refused before it becomes an address or a path', async ([, name]) => {
  const before = client.everything();
  repo.files = { [name]: TEXT };
  await repo.publish('manifest');
  expect(await client.download(name)).toBe(1);
  expect(client.said).toMatchObject({ code: 'malformed', what: 'manifest' });
  expect(repo.asked).toEqual(['roots/2.signed', 'manifest.signed']);
  expect(client.everything()).toEqual(before);
});
