// Two releases of a small feed, and a browser that has the first: what the tests of asking begin with.
import { type Bytes, sha256 } from '../../utils/feed/bytes.ts';
import { filePath, patchPath } from '../../utils/feed/layout.ts';
import { parseManifest } from '../../utils/feed/manifest.ts';
import type { Patch } from '../../utils/feed/patch.ts';
import { trustRoot } from '../../utils/feed/root.ts';
import { parseSigned } from '../../utils/feed/signed.ts';
import { type Had, type Synced, sync, type Task } from '../../utils/feed/sync.ts';
import { type Hosts, Shelf } from './host.ts';
import { bytesOf, makeKey, rootOf, signedBy, utf8 } from './publisher.ts';

export const [a, b, m, n] = await Promise.all([makeKey(), makeKey(), makeKey(), makeKey()]);
export const rootDocument = await signedBy([a], rootOf({ root: [a], manifest: [m] }));
export const root = await trustRoot(rootDocument);
export const A = 'https://a.test/';
export const B = 'https://b.test/';

export const haveOf = (document: Bytes, files: Record<string, string>): Had => ({
  document,
  manifest: parseManifest(parseSigned(document, document.length).payload),
  files: bytesOf(files),
});

export const ask = (hosts: Hosts, changed: Partial<Task<number>> = {}): Promise<Synced<number>> =>
  sync({
    mirrors: [A],
    root,
    had: null,
    floor: changed.had?.document ?? null,
    extension: '0.1.0',
    read: (files) => files.size,
    waits: {},
    network: hosts.network,
    random: () => 0,
    ...changed,
  });

export const texts = ({ found }: Synced<unknown>) =>
  found && Object.fromEntries([...found.files.files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));

export const LINES = Array.from({ length: 50 }, (_, i) => `merek-${String(i).padStart(2, '0')}`);
export const OLD = { 'brands.txt': LINES.join('\n'), 'maps.json': '[]' };
export const NEW = {
  'brands.txt': [...LINES.slice(0, 20), 'merek-baru', ...LINES.slice(21)].join('\n'),
  'maps.json': '[]',
};
export const PATCH: Patch = [[20, 1, ['merek-baru']]];

export const shelf = new Shelf();
export const five = await shelf.publish(5, OLD, [m]);
export const had = haveOf(five, OLD);
export const next = new Shelf();
await next.publish(6, NEW, [m]);
await next.patch(OLD['brands.txt'], NEW['brands.txt'], PATCH);
export const patchAt = patchPath(await sha256(utf8(OLD['brands.txt'])), await sha256(utf8(NEW['brands.txt'])));
export const wholeAt = filePath(await sha256(utf8(NEW['brands.txt'])));
