// The tables in docs/SECURITY.md: whatever they say is shown, a test of that name shows; none of their rows is missing.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const document = read('docs/SECURITY.md');
const rowsOf = (pattern: RegExp) =>
  [...document.matchAll(pattern)].map(([, row = '', last = '']) => ({ row, last: last.trim() }));
const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);

describe.each([
  ['S', 23],
  ['P', 10],
] as const)('%s1 to %d', (letter, count) => {
  const rows = rowsOf(new RegExp(`^\\| (${letter}\\d+) \\|.*\\| (.*) \\|$`, 'gm')).map(({ row, last }) => ({
    row,
    files: last === 'not yet' ? [] : last.split(', ').map((name) => name.replaceAll('`', '')),
  }));

  test('each has a row', () => {
    expect(rows.map(({ row }) => row)).toEqual(numbered(letter, count));
  });

  test.for(rows.filter(({ files }) => files.length > 0))('$row is shown by $files', ({ row, files }) => {
    const titled = new RegExp(`\\(${row}\\)|['\`](?:[SP]\\d+, )*${row}\\b`);
    expect(files.filter((file) => !titled.test(read(file)))).toEqual([]);
  });
});

test('each fault has a row, and a test that begins with its number', () => {
  const rows = rowsOf(/^\| (E\d+) \|(.*)\|$/gm).map(({ row }) => row);
  expect(rows).toEqual(numbered('E', 14));
  const tests = read('tests/dom/faults.test.tsx') + read('tests/dom/faults-inside.test.tsx');
  expect(rows.filter((row) => !new RegExp(`['\`]${row.slice(1)} `).test(tests))).toEqual([]);
});

/** By the files of the suite. */
const SUITE: Record<string, string> = {
  test_basic: `basic_refresh_requests basic_refresh_trusted_data implicit_refresh invalid_initial_root unsigned_initial_root
    unsigned_metadata url_and_metadata_version_mismatch timestamp_content_changes basic_metadata_hash_support metadata_bytes_match
    custom_fields deprecated_keyid_hash_algorithms snapshot_404 targets_404 timestamp_404 incorrect_metadata_type faketime
    new_targets_version_mismatch`,
  test_rollback: `simple_snapshot_rollback new_timestamp_version_rollback snapshot_rollback targets_rollback
    new_targets_fast_forward_recovery new_snapshot_fast_forward_recovery new_timestamp_fast_forward_recovery
    new_snapshot_version_mismatch`,
  test_expiration:
    'root_expired timestamp_expired snapshot_expired targets_expired expired_local_root expired_local_timestamp',
  test_keys: `snapshot_does_not_meet_threshold snapshot_has_too_few_keys root_has_keys_but_not_snapshot duplicate_keys
    duplicate_sig_keyids keytype_and_scheme invalid_sig_in_valid_metadata`,
  test_updater_key_rotations: 'root_rotation non_root_rotations',
  test_file_download: `client_downloads_expected_file client_downloads_expected_file_in_sub_dir repository_substitutes_target_file
    multiple_changes_to_target download_with_hash_algorithms download_with_unknown_hash_algorithm`,
  test_quoting_issues: 'unusual_role_name',
  test_updater_delegation_graphs: 'graph_traversal targetfile_search',
  test_delegated_expiration:
    'delegated_targets_expired expired_local_delegated_targets expired_local_delegated_targets_updates',
  test_static_repositories: 'static_repository',
};
const FORMER = `basic_init_and_refresh timestamp_eq_versions_check new_targets_hash_mismatch expired_metadata wrong_hashing_algorithm
  snapshot_threshold duplicate_keys_root static_repo downloaded_file_is_correct TestDelegateConsistentSnapshotDisabled`;
const namesOf = (text: string) => text.split(/\s+/).map((name) => `test_${name}`);

describe('TUF conformance', () => {
  const cases = rowsOf(/^\| `(test_\w+)[^|]*\|(.*)\|$/gm);
  const files = globSync('tests/feed/conformance*.test.ts', { cwd: ROOT });
  const tests = files.map(read).join('\n');

  test('every case of the suite has a row, and no row is of another', () => {
    const names = Object.values(SUITE).flatMap(namesOf);
    expect([...new Set(cases.map(({ row }) => row))].sort()).toEqual(names.sort());
    expect(namesOf(FORMER).filter((name) => !document.includes(`\`${name}\``))).toEqual([]);
  });

  test.for(cases)('$row: $last', ({ row, last }) => {
    expect(last).toMatch(/^(?:passes(?:$| for |, )|differs: .{12,}|no counterpart: .{10,})/);
    const titled = new RegExp(`(?:['\`]|^.*(?:['\`]|, ))${row}(?=['\`,:[])`, 'm').test(tests);
    expect(titled).toBe(!last.startsWith('no counterpart'));
  });
});
