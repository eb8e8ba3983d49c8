// Volunteer mode's script, brought into the page by the popup: reads the page with the map, lets the volunteer point, and
// keeps the changed map until it is tried or taken away as YAML. Wiring only; the thinking is in utils/mending.
import { h, render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Chosen, Drawer, type View } from '../../components/drawer.tsx';
import mending from '../../components/mending.css?inline';
import style from '../../components/style.css?inline';
import { translator } from '../../utils/i18n.ts';
import type { MarketplaceMap } from '../../utils/knowledge/map.ts';
import { MENDING_WORDS } from '../../utils/mending/dictionary.ts';
import { addFinder, raiseFinder, removeFinder } from '../../utils/mending/draft.ts';
import { cardsOf, explainPage, type Page, type Report } from '../../utils/mending/explain.ts';
import { pickElement } from '../../utils/mending/pick.ts';
import { propose } from '../../utils/mending/propose.ts';
import { fileOf, toYaml } from '../../utils/mending/yaml.ts';
import type { Hello } from '../../utils/messages.ts';
import { askBackground } from '../../utils/page/ask.ts';
import { today } from '../../utils/today.ts';
import { DRAWER_CSS } from './drawer-css.ts';

const KEY = Symbol.for('cekasal.mending');
const scope = globalThis as { [KEY]?: { close(): void } | null };

/** How long (ms) the page must hold still before it is read again. */
const CALM = 700;
const night = matchMedia('(prefers-color-scheme: dark)');

export default defineUnlistedScript(() => {
  if (scope[KEY]) return; // It is open.
  askBackground({ type: 'hello', host: location.hostname }).then(
    (hello) => hello?.map && !scope[KEY] && open(hello, hello.map),
    (error: unknown) => console.warn('CekAsal', error),
  );
});

function open(hello: Hello, first: MarketplaceMap): void {
  const { lang } = hello;
  const t = translator(MENDING_WORDS[lang]);
  /** The map that this page is read with, and the one that is being changed. */
  let used = first;
  let draft = first;
  let { trial } = hello;
  let places: ReadonlySet<string> = new Set(hello.places);
  let view: View = { is: 'list' };
  let failure: string | null = null;
  const shown: Record<number, number> = {};
  let stopPicking = () => {};
  let waiting: number | undefined;

  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  const css = document.createElement('style');
  css.textContent = `${style}${mending}${DRAWER_CSS}`;
  const mount = document.createElement('div');
  mount.className = 'mount';
  root.append(css, mount);

  const page = (): Page => ({ document, url: new URL(location.href), map: draft, places });
  let reports: Report[] = [];

  const draw = () => {
    if (view.is !== 'picking') reports = explainPage(page(), shown);
    const ui = { lang, t, dark: night.matches };
    render(
      h(Drawer, {
        ...{ name: draft.name, reports, view, trial, failure, ui, turn, point, copy, close, download },
        ...{ tryOut: () => void exchange(draft), endTrial: () => void exchange(null), cancel: () => cancel() },
        changed: draft !== used,
        yaml: { file: fileOf(draft), text: view.is === 'export' ? toYaml(draft) : '' },
        show,
        add: (place, field, { finder }, where) => change(addFinder(draft, place, field, finder, where, today())),
        remove: (place, field, at) => change(removeFinder(draft, place, field, at, today())),
        raise: (place, field, at) => change(raiseFinder(draft, place, field, at, today())),
      }),
      mount,
    );
  };
  const show = (next: View) => {
    view = next;
    failure = null;
    draw();
  };
  const change = (next: MarketplaceMap) => {
    draft = next;
    if (view.is === 'field') view = { ...view, proposals: null };
    draw();
  };
  const turn = (report: number, by: number) => {
    const place = reports[report]?.place;
    if (place?.on === 'card') shown[place.design] = (shown[place.design] ?? 0) + by;
    draw();
  };

  const cancel = (chosen?: Chosen) => {
    stopPicking();
    const back = chosen ?? (view.is === 'picking' ? view.chosen : null);
    show(back ? { is: 'field', chosen: back, proposals: null } : { is: 'list' });
  };
  const point = (chosen: Chosen) => {
    const start = document.querySelector('h1') ?? document.querySelector('main') ?? document.body?.firstElementChild;
    show({ is: 'picking', chosen, over: '' });
    stopPicking = pickElement({
      ...{ window, own: host, start, pressing: () => root.activeElement?.tagName === 'BUTTON' },
      picked: (element) => pointedAt(chosen, element),
      cancelled: () => cancel(chosen),
      moved: (element) => {
        view = { is: 'picking', chosen, over: (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 80) };
        draw();
      },
    });
  };
  const pointedAt = (chosen: Chosen, element: Element) => {
    const place = reports[chosen.report]?.place;
    if (!place) return cancel(chosen);
    const cards = place.on === 'card' ? cardsOf(page(), place.design) : [];
    const at = cards.findIndex((card) => card.contains(element));
    if (place.on === 'card' && at >= 0) shown[place.design] = at;
    const month = today().slice(0, 7);
    const proposals = propose({
      ...{ page: page(), place, field: chosen.field, element, month },
      card: cards[at] ?? null,
    });
    show({ is: 'field', chosen, proposals });
  };

  /** Begins a trial with this map, or ends it; then the page is read with what the background says. */
  const exchange = async (map: MarketplaceMap | null) => {
    const done = await askBackground({ type: 'try', map });
    const next = done && (await askBackground({ type: 'hello', host: location.hostname }));
    failure = next?.map ? null : t('mend.failed');
    if (next?.map) {
      ({ trial } = next);
      places = new Set(next.places);
      used = next.map;
      draft = used;
    }
    draw();
  };
  const download = () => {
    const address = URL.createObjectURL(new Blob([toYaml(draft)], { type: 'text/yaml' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${draft.id}.yml`;
    root.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };

  const observer = new MutationObserver(() => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => view.is !== 'picking' && draw(), CALM);
  });
  const close = () => {
    stopPicking();
    observer.disconnect();
    window.clearTimeout(waiting);
    night.removeEventListener('change', draw);
    render(null, mount);
    host.remove();
    scope[KEY] = null;
  };
  scope[KEY] = { close };
  night.addEventListener('change', draw);
  document.documentElement.append(host);
  draw();
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
}

const copy = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
