// Lives of a feed at random. Whatever publishers, mirrors, disks and the browser do, in whatever order: what is kept is always
// exactly one release that was signed, and it goes, or goes back, only when all the keys that signed it were replaced.
import 'fake-indexeddb/auto';
import { expect, vi } from 'vitest';
import type { Bytes } from '../../utils/feed/bytes.ts';
import { dropDatabase } from '../../utils/feed/database.ts';
import { MANIFEST_PATH } from '../../utils/feed/layout.ts';
import { readKept } from '../../utils/feed/slots.ts';
import { type Random, seeded } from '../redesign/random.ts';
import { openBrowser, text } from './browser.ts';
import { endless, Shelf } from './host.ts';
import { DAY, type Key, makeKey, rootOf, signedBy } from './publisher.ts';
import { A, B } from './two-releases.ts';

const STEPS = 12;
const [owner, stranger] = [await makeKey(), await makeKey()];
/** Keys are never taken back into use. */
const keys = await Promise.all(Array.from({ length: 2 + 2 * STEPS }, makeKey));
const wordOf = (random: Random) => `merek-${random.name()}`;

interface Release {
  version: number;
  files: Record<string, string>;
  signers: Key[];
}

/** A publisher whose releases two keys sign, and all that it ever signed. */
class Publisher {
  readonly shelf = new Shelf();
  /** By the document as text. */
  readonly releases = new Map<string, Release>();
  readonly #random: Random;
  readonly #unused = [...keys];
  signers = this.#unused.splice(0, 2);
  version = 0;
  #root = 0;
  #files = { 'brands.txt': 'polytron\nmaspion\ncosmos', 'maps.json': '[]', 'more.txt': '' };

  constructor(random: Random) {
    this.#random = random;
  }

  async root(): Promise<Bytes> {
    this.#root += 1;
    const plan = { version: this.#root, root: [owner], manifest: this.signers, thresholds: [1, 2] as [number, number] };
    const document = await signedBy([owner], rootOf(plan));
    this.shelf.root(this.#root, document);
    return document;
  }

  /** @param count How many of the two keys. */
  async replaceKeys(count: number): Promise<void> {
    this.signers = [...this.signers.slice(count), ...this.#unused.splice(0, count)];
    await this.root();
  }

  async publish(version: number): Promise<void> {
    const before = this.#files;
    const name = this.#random.pick(['brands.txt', 'more.txt'] as const);
    const lines = before[name].split('\n');
    const at = Math.floor(this.#random.next() * lines.length);
    const word = wordOf(this.#random);
    this.#files = { ...before, [name]: lines.toSpliced(at, 1, word).join('\n') };
    this.version = version;
    const document = await this.shelf.publish(version, this.#files, this.signers);
    if (this.#random.chance(0.7)) await this.shelf.patch(before[name], this.#files[name], [[at, 1, [word]]]);
    this.releases.set(text(document), { version, files: this.#files, signers: this.signers });
  }
}

/** What a mirror may come to, beside serving what the publisher has. */
async function spoilt(shelf: Shelf, publisher: Publisher, random: Random): Promise<Shelf> {
  const paths = [...shelf.answers.keys()];
  const path = random.pick(paths);
  const bytes = shelf.answers.get(path) as Bytes;
  switch (
    random.pick(['changed', 'cut', 'gone', 'page', 'busy', 'endless', 'broken', 'swapped', 'old', 'hidden', 'forged'])
  ) {
    case 'changed': {
      const at = Math.floor(random.next() * bytes.length);
      return shelf.with(path, bytes.with(at, (bytes[at] ?? 0) ^ (1 + Math.floor(random.next() * 255))) as Bytes);
    }
    case 'cut':
      return shelf.with(path, bytes.slice(0, Math.floor(random.next() * bytes.length)));
    case 'gone':
      return shelf.with(path, null);
    case 'page':
      return shelf.with(path, () => new Response('<!doctype html><title>Masuk</title>'));
    case 'busy':
      return Shelf.always(() => new Response('', { status: 503, headers: { 'Retry-After': '600' } }));
    case 'endless':
      return shelf.with(path, () => endless(65_536));
    case 'broken':
      return Shelf.always(() => Response.error());
    case 'swapped':
      return shelf.with(path, shelf.answers.get(random.pick(paths)) as Bytes);
    case 'old':
    case 'hidden': {
      const document = random.pick([...publisher.releases.keys()]);
      const old = shelf.with(MANIFEST_PATH, new TextEncoder().encode(document));
      for (const root of random.chance(0.5) ? paths.filter((one) => one.startsWith('roots/')) : [])
        old.answers.delete(root);
      return old;
    }
    default: {
      const forged = shelf.with('', null);
      // One of the two keys was stolen.
      const thieves = random.pick([[stranger], [stranger, publisher.signers[0] as Key]]);
      await forged.publish(publisher.version + 1, { 'brands.txt': 'palu' }, thieves);
      return forged;
    }
  }
}

/** The disk fails at the `failing`-th write from now on, once. */
function failWrite(failing: number, name: string): void {
  const put = IDBObjectStore.prototype.put;
  let puts = 0;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    puts += 1;
    if (puts !== failing) return put.apply(this, args);
    this.transaction.abort();
    throw new DOMException('failed', name);
  });
}

async function walk(seed: number): Promise<{ updates: number; backs: number }> {
  await dropDatabase();
  const random = seeded(seed);
  const publisher = new Publisher(random);
  const root = await publisher.root();
  await publisher.publish(1);
  const browser = openBrowser({ by: 'build', source: { mirrors: [A, B], root: text(root) } });
  browser.hosts = { [A]: publisher.shelf, [B]: publisher.shelf };
  // A background that was ended must not come back to life in a later test.
  browser.patience = 100_000_000;
  const counted = { updates: 0, backs: 0 };
  let background = browser.start();
  let before: (Release & { document: string }) | null = null;

  const check = async (step: string) => {
    const { kept, storage } = await readKept();
    const where = `seed ${seed}, ${step}`;
    expect(storage, where).toBe('fine');
    if (!kept) {
      // Nobody vouches any longer for what was there.
      expect(before?.signers.filter((key) => publisher.signers.includes(key)) ?? [], where).toEqual([]);
      before = null;
      return;
    }
    const document = text(kept.document);
    const release = publisher.releases.get(document);
    if (!release) throw new Error(`${where}: nobody signed what is kept`);
    const files = Object.fromEntries([...kept.files].map(([name, bytes]) => [name, text(bytes)]));
    expect(files, where).toEqual(release.files);
    if (before && before.document !== document) {
      counted.updates += 1;
      const still = before.signers.filter((key) => publisher.signers.includes(key));
      if (still.length > 0) expect(release.version, where).toBeGreaterThan(before.version);
      else if (release.version <= before.version) counted.backs += 1;
    }
    before = { ...release, document };
  };

  for (let step = 0; step < STEPS; step += 1) {
    const act = random.pick([
      'publish',
      'publish',
      'again',
      'one key',
      'both keys',
      'mirror',
      'mirror',
      'kill',
      'disk',
    ]);
    if (act === 'publish') await publisher.publish(publisher.version + 1 + Math.floor(random.next() * 3));
    // By mistake: the same version with other content.
    if (act === 'again') await publisher.publish(publisher.version);
    if (act === 'one key' || act === 'both keys') await publisher.replaceKeys(act === 'one key' ? 1 : 2);
    if (act === 'both keys') await publisher.publish(1);
    if (act === 'one key') await publisher.publish(publisher.version + 1);
    for (const mirror of [A, B]) {
      const spoil = act === 'mirror' || random.chance(0.2);
      if (random.chance(0.7)) browser.hosts[mirror] = publisher.shelf.with('', null);
      if (spoil) browser.hosts[mirror] = await spoilt(publisher.shelf.with('', null), publisher, random);
    }
    if (act === 'disk')
      failWrite(1 + Math.floor(random.next() * 3), random.pick(['QuotaExceededError', 'UnknownError']));
    browser.now += Math.floor(random.next() * 2 * DAY) - (random.chance(0.1) ? DAY : 0);
    if (act === 'kill') {
      // The background is ended in the middle of an update: whatever it asked for never comes.
      const { respond } = Shelf.prototype;
      let asked = Math.floor(random.next() * 5);
      const ended = new Promise<void>((end) => {
        vi.spyOn(Shelf.prototype, 'respond').mockImplementation(function (this: Shelf, path) {
          asked -= 1;
          if (asked >= 0) return respond.call(this, path);
          end();
          return new Promise<Response>(() => {});
        });
      });
      await Promise.race([background.update(), ended]);
    } else await background.update();
    vi.mocked(Shelf.prototype.respond).mockRestore?.();
    vi.mocked(IDBObjectStore.prototype.put).mockRestore?.();
    if (act === 'kill' || random.chance(0.3)) background = browser.start();
    await check(`step ${step}: ${act}`);
  }
  // However it went: honest mirrors and a newer release mend it.
  await publisher.publish(publisher.version + 10);
  browser.hosts = { [A]: publisher.shelf, [B]: publisher.shelf };
  browser.now += 8 * DAY;
  await browser.start().update();
  await check('the end');
  expect((await readKept()).kept?.manifest.version, `seed ${seed}`).toBe(publisher.version);
  return counted;
}

/** One life per seed. */
export async function live(lives: number): Promise<void> {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  try {
    const all = { updates: 0, backs: 0 };
    for (let seed = 1; seed <= lives; seed += 1) {
      const { updates, backs } = await walk(seed);
      all.updates += updates;
      all.backs += backs;
    }
    // They did try it.
    expect(all.updates).toBeGreaterThan(3 * lives);
    expect(all.backs).toBeGreaterThan(lives / 3);
  } finally {
    vi.restoreAllMocks();
  }
}
