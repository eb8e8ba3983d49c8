// Pages that mean harm, or are broken: each must leave the page as it was, without an exception and without a stolen word.
import { NONCE, script } from './html.ts';
import { type TokopediaProduct, tokopediaProductPage } from './tokopedia-product.ts';

const BASE: TokopediaProduct = {
  id: '100900100001',
  title: 'Rak Bumbu Putar 12 Toples',
  price: 89_000,
  shop: { slug: 'dapur-rapi', name: 'Dapur Rapi' },
  city: 'Jakarta Barat',
  shipsFrom: 'Jakarta Barat',
  description: 'Barang import. Negara asal: China, made in China.',
};

const MARKUP = '<img src=x onerror="globalThis.owned=1"><b id=stolen>TEBAL</b>{{7*7}}';

/** Whatever the page's own scripts may call, broken before anything else runs. */
const BROKEN_PROTOTYPES = `
  const refuse = (name) => function () { throw new Error('broken: ' + name); };
  for (const [owner, names] of [
    [Element.prototype, ['attachShadow', 'querySelector', 'querySelectorAll', 'append', 'setAttribute', 'closest']],
    [Node.prototype, ['appendChild', 'insertBefore', 'removeChild', 'cloneNode', 'contains']],
    [Array.prototype, ['map', 'filter', 'find', 'push', 'flatMap']],
    [String.prototype, ['trim', 'replace', 'slice', 'normalize']],
    [JSON, ['parse', 'stringify']],
    [Map.prototype, ['get', 'set']],
    [globalThis, ['MutationObserver', 'requestAnimationFrame', 'Promise', 'setTimeout']],
  ]) for (const name of names) Object.defineProperty(owner, name, { value: refuse(name), configurable: true, writable: true });
`;

/** Elements whose names stand in the way of the document's own properties. */
const CLOBBER = ['body', 'head', 'documentElement', 'querySelector', 'querySelectorAll', 'createElement', 'location']
  .map(
    (name) => `<form name="${name}"><input name="textContent"><input name="append"></form><img name="${name}" alt="">`,
  )
  .join('');

/** Takes away whatever is put into the title, each time. */
const JEALOUS = `
  const title = document.querySelector('[data-testid=lblPDPDetailProductName]');
  globalThis.thrown = 0;
  new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) if (node.nodeType === 1) { node.remove(); globalThis.thrown += 1; }
  }).observe(title.parentElement, { childList: true, subtree: true });
`;

const page = (changes: Partial<TokopediaProduct>) => () => tokopediaProductPage({ ...BASE, ...changes });

/** Name → page. */
export const HOSTILE: Record<string, () => string> = {
  'markup in every text': page({
    title: `Rak ${MARKUP}`,
    shop: { slug: 'dapur-rapi', name: `Dapur ${MARKUP}` },
    description: `Negara asal: China, made in China ${MARKUP}`,
    info: { [MARKUP]: MARKUP },
  }),
  // Not rendered: laying it out would keep the browser busy for minutes without any extension.
  'a title of ten megabytes': () =>
    page({})().replace(/(<h1 [^>]*)>[^<]*/, (_, start) => `${start} hidden>${'Rak Import China '.repeat(600_000)}`),
  'embedded state that is cut off': page({ state: '{"pdpBasicInfo1":{"alias":"rak","name":"' }),
  'embedded state nested a hundred thousand deep': page({ state: `${'['.repeat(100_000)}${']'.repeat(100_000)}` }),
  'prototype names as keys': page({
    info: { __proto__x: 'x', constructor: 'Object', toString: 'China', hasOwnProperty: '1', ['__proto__']: 'China' },
    state:
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"pdpBasicInfo1":{"__proto__":{"alias":"rak"}}}',
  }),
  'broken prototypes': page({ headExtra: script(BROKEN_PROTOTYPES), fillAfter: 0 }),
  'clobbered document': page({ bodyExtra: CLOBBER }),
  'a page that takes the badge away': page({ bodyExtra: script(JEALOUS) }),
  'right-to-left and zero-width characters': page({ title: 'Rak \u202eani\u0000hC tropmi\u202c \u200bBumbu\ufeff' }),
  'no body to speak of': () =>
    `<!doctype html><link rel="icon" href="data:,"><title>x</title><script nonce="${NONCE}">document.body?.remove()</script>`,
};
