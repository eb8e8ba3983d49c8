// The rules of the background: those in use, kept new from the feed where there is one. Joins what the feed knows (bytes) with
// what they mean.
import browser from 'webextension-polyfill';
import type { News } from './feed/check.ts';
import { openFeed } from './feed/feed.ts';
import { type Loaded, loadRules } from './feed/load.ts';
import { warningsOf } from './feed/manifest.ts';
import type { FeedView } from './feed/view.ts';
import { oldDays } from './feed-words.ts';
import { checkFiles, openFiles } from './knowledge/files.ts';
import { type Knowledge, openKnowledge } from './knowledge/knowledge.ts';
import type { Ruleset } from './knowledge/ruleset.ts';
import { chosenSource } from './sources.ts';

export const ALARM = 'feed';

const bundle = {
  version: __RULESET_VERSION__,
  form: __RULESET_FORM__,
  load: async () => new Uint8Array(await (await fetch(browser.runtime.getURL('rules.pack'))).arrayBuffer()),
};

const read = (files: ReadonlyMap<string, Uint8Array>, known?: ReadonlySet<string>) => {
  const { ruleset, skipped } = checkFiles(files, known);
  return { value: ruleset, skipped };
};

interface InUse {
  loaded: Loaded<Ruleset>;
  knowledge: Knowledge;
}

const inUse = (loaded: Loaded<Ruleset>): InUse => ({ loaded, knowledge: openKnowledge(loaded.value) });

/** Also measures itself, for whoever profiles the worker (bench/workers.ts). */
async function load(): Promise<InUse> {
  const start = performance.now();
  const used = inUse(await loadRules(bundle, { open: openFiles, read }));
  performance.measure('rules', { start });
  return used;
}

export interface Rules {
  /** The knowledge in use. Everybody who asks awaits it: the worker may have been woken by the very question. */
  knowledge(): Promise<Knowledge>;
  /** How many days ago the rules in use were made; null unless they have expired. */
  old(): Promise<number | null>;
  view(): Promise<FeedView>;
  /** Which feed applies, and whether a check is due. */
  tend(): Promise<void>;
  update(): Promise<void>;
}

/** Milliseconds. A background that calls nothing for half a minute is ended by the browser, also while it waits for a file. */
const SIGN_OF_LIFE = 20_000;

async function awake(work: () => Promise<void>): Promise<void> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), SIGN_OF_LIFE);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
}

export function openRules(): Rules {
  let using: Promise<InUse> | null = null;
  /** Loaded again when it could not be loaded: whatever it was may have passed. */
  const used = (): Promise<InUse> => {
    using ??= load().catch((error: unknown) => {
      using = null;
      console.error('CekAsal: no rules', error);
      throw error;
    });
    return using;
  };
  used().catch(() => {});
  const feed = openFeed<Ruleset>({
    chosen: chosenSource,
    area: browser.storage.local,
    wakeAt: async (time) => {
      if (time === null) await browser.alarms.clear(ALARM);
      else browser.alarms.create(ALARM, { when: time });
    },
    extension: browser.runtime.getManifest().version,
    form: bundle.form,
    read,
    network: { fetch: (...args) => fetch(...args), now: () => Date.now() },
    random: Math.random,
    updated: ({ value, skipped, manifest }: News<Ruleset>) => {
      using = Promise.resolve(inUse({ value, skipped, manifest, storage: 'fine' }));
    },
    changed: () => {
      using = null;
    },
  });
  const warnings = async () => {
    const { manifest } = (await used()).loaded;
    return manifest ? warningsOf(manifest, Date.now()) : [];
  };
  return {
    knowledge: async () => (await used()).knowledge,
    old: async () => oldDays({ warnings: await warnings() }),
    async view() {
      const [{ loaded }, about, said] = await Promise.all([used(), feed.view(), warnings()]);
      const { manifest, skipped, storage } = loaded;
      const release = manifest && { version: manifest.version, created: manifest.created, expires: manifest.expires };
      return { inUse: release ? 'feed' : 'bundle', release, skipped, storage, warnings: said, ...about };
    },
    tend: () => awake(feed.tend),
    update: () => awake(feed.update),
  };
}
