// The background: owns the ruleset and answers the pages. Listeners are registered at once; whatever needs the ruleset
// awaits it, since the worker may have been woken by the very message.
import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { keepBackup } from '../utils/backup.ts';
import { hostOf, parseRequest } from '../utils/door.ts';
import { rotOf } from '../utils/health.ts';
import { keepSeen, readHealth } from '../utils/health-store.ts';
import { HOSTS } from '../utils/hosts.ts';
import type { Listing } from '../utils/listing/listing.ts';
import { recall } from '../utils/listing/recall.ts';
import { kindOf, suggest } from '../utils/local.ts';
import { recollect, remember } from '../utils/memory.ts';
import type { Answer, Failure, Request } from '../utils/messages.ts';
import { keepObservers } from '../utils/observe/registration.ts';
import { enterOpenPages } from '../utils/open-pages.ts';
import { OPTIONAL_HOSTS } from '../utils/optional-hosts.ts';
import { keepOptionalPages } from '../utils/optional-pages.ts';
import { assess } from '../utils/origin/assess.ts';
import type { Assessment } from '../utils/origin/assessment.ts';
import { beginProposal } from '../utils/propose/begun.ts';
import { ALARM, openRules } from '../utils/rules.ts';
import { firstOfSession } from '../utils/session.ts';
import { readLang, readLocal, readMemory, readProvince, readSite, SITES_KEY } from '../utils/settings.ts';
import { changesPolicy, chooseDraft } from '../utils/sources.ts';
import { today } from '../utils/today.ts';
import { beginAnew, beginTrial, endTrial, forgetTrial, isTrying, trialIn } from '../utils/trial.ts';
import { welcome } from '../utils/welcome.ts';
import { badgeWords } from '../utils/words.ts';

const hosts = [...HOSTS, ...OPTIONAL_HOSTS];

/** A page may hold hundreds of cards, most of which say nothing: a card has evidence or silence. */
const worthSending = ({ kind }: Listing, assessment: Assessment): Assessment | null =>
  kind === 'card' && assessment.verdict === 'unknown' ? null : assessment;

/** What was seen of these cards before; product pages are kept for the next time. Nothing waits for a memory that fails. */
async function look(listings: readonly Listing[]): Promise<(Listing | null)[]> {
  const failed = (error: unknown) => console.warn('CekAsal: product memory', error);
  for (const listing of listings) if (listing.kind === 'product') remember(listing, Date.now()).catch(failed);
  if (listings.every(({ kind }) => kind === 'product')) return [];
  return recollect(listings, Date.now()).catch((error) => {
    failed(error);
    return [];
  });
}

export default defineBackground(() => {
  const own = { id: browser.runtime.id, pages: browser.runtime.getURL('') };
  const rules = openRules();
  let turn = Promise.resolve();

  /** @param page The host of the page that asks; null: one of our own, what it asks about is no page that was seen. */
  async function answer(
    request: Request,
    page: string | null,
    sender: Runtime.MessageSender,
  ): Promise<Answer<Request>> {
    const tab = sender.tab?.id;
    const host = page ?? '';
    switch (request.type) {
      case 'hello': {
        const { local } = browser.storage;
        const [knowledge, lang, wantsLocal] = await Promise.all([rules.knowledge(), readLang(local), readLocal(local)]);
        const known = knowledge.map(host);
        const [site, health, tried] = await Promise.all([
          readSite(local, known?.id ?? ''),
          readHealth(),
          trialIn(tab, known),
        ]);
        const map = tried ?? known;
        const places = map ? knowledge.placeNames(map) : [];
        const trial = tried !== null;
        const rot = known && !trial ? rotOf(health, known) : [];
        return { map, trial, places, site, rot, local: wantsLocal, lang, words: badgeWords(lang, trial) };
      }
      case 'assess': {
        const [trying, wanted] = await Promise.all([isTrying(tab), readMemory(browser.storage.local)]);
        const remembers = wanted && !trying && page !== null && !sender.tab?.incognito;
        const [knowledge, old, seen] = await Promise.all([
          rules.knowledge(),
          rules.old(),
          remembers ? look(request.listings) : [],
        ]);
        const day = today();
        return {
          old,
          assessments: request.listings.map((listing, i) =>
            worthSending(listing, assess(recall(listing, seen[i] ?? null), knowledge, { day })),
          ),
        };
      }
      case 'seen': {
        const map = (await rules.knowledge()).map(host);
        if (map && !sender.tab?.incognito && !(await isTrying(tab))) await keepSeen(map, request.page, request.found);
        return { noted: true };
      }
      case 'alternatives': {
        const [knowledge, province] = await Promise.all([rules.knowledge(), readProvince(browser.storage.local)]);
        const { listing } = request;
        const map = page === null ? knowledge.maps().find(({ id }) => id === listing.marketplace) : knowledge.map(host);
        if (!map) throw new Error('no map of this marketplace');
        return suggest(listing, knowledge, { day: today(), map, province });
      }
      case 'propose': {
        const { listing, other } = request;
        await beginProposal(listing, kindOf(listing, await rules.knowledge()), other);
        return { opened: true };
      }
      case 'about':
        return (await rules.knowledge()).about();
      case 'feed':
        return rules.view();
      case 'update':
        await rules.update();
        return rules.view();
      case 'draft':
        await chooseDraft(request.source);
        await rules.tend();
        return rules.view();
      case 'try':
        if (tab === undefined) throw new Error('not asked by a tab');
        if (request.map) await beginTrial(tab, request.map, (await rules.knowledge()).map(host));
        else await endTrial(tab);
        await beginAnew(tab);
        return { trying: request.map !== null };
      case 'panel':
        await browser.scripting.executeScript({
          target: { tabId: sender.tab?.id ?? -1, frameIds: [sender.frameId ?? 0] },
          files: ['/panel.js'],
        });
        return { opened: true };
    }
  }

  const keepPages = () => {
    keepOptionalPages().catch((error) => console.error('CekAsal: optional sites', error));
  };
  const keepAnswers = async () => {
    const knowledge = await rules.knowledge();
    await keepObservers((host) => knowledge.map(host)?.id ?? null);
  };
  const keepAnswersLater = () => {
    turn = turn.then(keepAnswers).catch((error) => console.error('CekAsal: answers of pages', error));
  };
  const tendRules = () => {
    rules.tend().catch((error) => console.error('CekAsal: feed', error));
  };
  // Wakes the background; what it does then, it does whenever it is the first of a session.
  browser.runtime.onStartup.addListener(() => {});
  firstOfSession()
    .then((isFirst) => {
      if (isFirst) tendRules();
    })
    .catch((error) => console.error('CekAsal: session', error));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) tendRules();
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (changesPolicy(changes, area)) tendRules();
  });
  browser.runtime.onInstalled.addListener(keepAnswersLater);
  browser.storage.onChanged.addListener((changes) => {
    if (SITES_KEY in changes) keepAnswersLater();
  });
  browser.tabs.onRemoved.addListener((tab) => {
    forgetTrial(tab).catch((error) => console.warn('CekAsal: trial', error));
  });
  browser.runtime.onInstalled.addListener(keepPages);
  browser.runtime.onInstalled.addListener(
    (details) => void keepBackup(details).catch((error) => console.error('CekAsal: backup', error)),
  );
  browser.runtime.onInstalled.addListener(() => {
    enterOpenPages().catch((error) => console.error('CekAsal: open pages', error));
  });
  browser.runtime.onInstalled.addListener((details) => {
    welcome(details).catch((error) => console.warn('CekAsal: welcome', error));
  });
  browser.permissions.onAdded.addListener(keepPages);
  browser.permissions.onRemoved.addListener(keepPages);
  browser.runtime.onMessage.addListener(
    async (message: unknown, sender: Runtime.MessageSender): Promise<Answer<Request> | Failure> => {
      try {
        const request = parseRequest(message);
        return await answer(request, hostOf(request, sender, own, hosts), sender);
      } catch (error) {
        return { error: error instanceof Error ? error.message : String(error) };
      }
    },
  );
});
