// What the background may say of the rules' source, as samples: each outcome and each warning at least once. A new code without
// a sample does not compile.
import type { Warning } from '../../utils/feed/outcome.ts';
import type { FeedView, Result } from '../../utils/feed-words.ts';

export const DAY = 86_400_000;
export const NOW = Date.parse('2026-12-01T12:00:00Z');

/** For each code some of that code. */
type Samples<T extends { code: string }> = { [C in T['code']]: Extract<T, { code: C }>[] };

export const RESULTS: Samples<Result> = {
  updated: [{ code: 'updated', version: 13 }],
  'not-newer': [{ code: 'not-newer', version: 12 }],
  'needs-update': [{ code: 'needs-update', minimum: '0.3.0', extension: '0.1.0' }],
  unreachable: [{ code: 'unreachable' }],
  status: [{ code: 'status', status: 503 }],
  stalled: [{ code: 'stalled', after: 10_000 }],
  wait: [{ code: 'wait', until: NOW + DAY }],
  'too-long': [{ code: 'too-long', limit: 524_288, found: 600_000 }],
  malformed: [
    { code: 'malformed', what: 'manifest', where: '' },
    { code: 'malformed', what: 'signatures', where: 'signatures.0.sig' },
    { code: 'malformed', what: 'root', where: 'keys' },
  ],
  unsigned: [
    { code: 'unsigned', role: 'manifest', root: 1 },
    { code: 'unsigned', role: 'root', root: 1 },
  ],
  threshold: [{ code: 'threshold', role: 'manifest', root: 1, valid: 1, threshold: 2 }],
  gap: [{ code: 'gap', expected: 3, found: 5 }],
  rollback: [{ code: 'rollback', role: 'manifest', seen: 12, found: 11 }],
  'same-version-other-bytes': [{ code: 'same-version-other-bytes', version: 12 }],
  'root-expired': [{ code: 'root-expired', version: 2, expires: NOW - DAY }],
  'unknown-file': [{ code: 'unknown-file', file: 'aneh.json' }],
  'missing-file': [{ code: 'missing-file', file: 'brands.json' }],
  'wrong-length': [{ code: 'wrong-length', file: 'brands.json', expected: 1234, found: 1235 }],
  'wrong-hash': [{ code: 'wrong-hash', file: 'brands.json' }],
  unsupported: [{ code: 'unsupported' }],
  unreadable: [{ code: 'unreadable', where: 'phrases.3.says' }],
  'not-stored': [
    { code: 'not-stored', full: true },
    { code: 'not-stored', full: false },
  ],
  failed: [{ code: 'failed' }],
};

export const WARNINGS: Samples<Warning> = {
  expired: [{ code: 'expired', since: Date.parse('2026-11-24T12:00:00Z'), age: 45.4 * DAY }],
  'clock-behind': [{ code: 'clock-behind', by: 3 * DAY }],
};

export const ABOUT = {
  version: '2026.11.24-test',
  marketplaces: [{ id: 'shopee', name: 'Shopee', hosts: ['shopee.co.id'] }],
  entries: { brands: 3712, makers: 0, phrases: 160, registrations: 30 },
};

/** Built without a source. */
export const UNBUILT: FeedView = {
  inUse: 'bundle',
  release: null,
  skipped: 0,
  warnings: [],
  source: null,
  storage: 'fine',
  check: { running: false, at: null, next: null, result: null, mirrors: [] },
};

/** The feed's newest rules, checked a moment ago. */
export const FRESH: FeedView = {
  ...UNBUILT,
  inUse: 'feed',
  release: { version: 12, created: NOW - 3.2 * DAY, expires: NOW + 27 * DAY },
  source: { by: 'build', mirrors: ['https://aturan.example/', 'https://cermin.example/a/'], id: 'c0ffee'.repeat(10) },
  check: {
    running: false,
    at: NOW - 5 * 60_000,
    next: NOW + DAY / 4,
    result: { code: 'not-newer', version: 12 },
    mirrors: [],
  },
};

/** Past their date. */
export const OLD: FeedView = { ...FRESH, warnings: WARNINGS.expired };
