// Hostile documents from a seed: product and results pages of Tokopedia with their parts bent, nested, repeated, renamed,
// filled with odd texts, and with the page's own world tampered with.
import { type Random, seeded } from '../redesign/random.ts';

const TEXTS = [
  'Blender Portabel 380 ml Import China',
  '<img src=x onerror="owned=1">',
  '&lt;script&gt;owned=1&lt;/script&gt;',
  '"><b id=stolen>TEBAL</b>',
  '\u202eKipas\u202c \u200b\u2066angin',
  'Rp51.500',
  'Rp99999999999999999999',
  'Rp-1',
  'Rp 1.2.3.4.5 - Rp',
  '__proto__',
  'constructor',
  'toString',
  'null',
  '\u0000\ufffd\ud83d',
  'made in China '.repeat(400),
  'ﷺ'.repeat(300),
  '{"a":',
  'Kab. Bekasi',
  'Dikirim dari Luar Negeri',
  '١٢٣ ٪',
];
const NAMES = [
  'lblPDPDetailProductName',
  'lblPDPDetailProductPrice',
  'llbPDPFooterShopName',
  'lblPDPInfoProduk',
  'lnkProductContainer',
  'divSRPContentProducts',
  'master-product-card',
  'shopNameHeader',
  'imgLeg-c',
];
const IDS = [
  'pdp_comp-product_content',
  'pdp_comp-shipment_v4',
  '__proto__',
  'body',
  'head',
  'documentElement',
  'title',
  'querySelectorAll',
  'textContent',
];
const HREFS = [
  '/a/b',
  'javascript:owned=1',
  '//www.tokopedia.com/toko/barang-1',
  'https://ta.tokopedia.com/p?r=%E0%A4%A',
  'https://www.tokopedia.com/%00/%',
  'data:text/html,x',
  'http://[',
  '/toko/'.repeat(300),
  'https://www.tokopedia.com/toko/barang?x=1#y',
];
const TAGS = [
  'div',
  'span',
  'a',
  'h1',
  'h2',
  'ul',
  'li',
  'section',
  'p',
  'form',
  'table',
  'svg',
  'math',
  'template',
  'button',
  'details',
  'x-kotak',
  'b',
  'del',
];
const STATES = [
  'window.__cache={"a":{"name":"x","price":{"value":1},"campaign":{},"stock":1}}',
  'window.__cache={"a":{"type":"id","id":"a"}}',
  `window.__cache=${'{"a":'.repeat(500)}1${'}'.repeat(500)}`,
  'window.__cache={"__proto__":{"polluted":1},"name":"x","price":1,"campaign":1,"stock":1}',
  'window.__cache={"name":"x"',
  `window.__cache={"list":[${'1,'.repeat(20_000)}1]}`,
];
/** None of them throws by itself. */
const TAMPERING = [
  'Array.prototype.map = function () { return [] }',
  'Object.prototype.name = "x"',
  'JSON.parse = () => ({})',
  'document.querySelectorAll = () => null',
  'Element.prototype.getAttribute = () => ({})',
  'Node.prototype.appendChild = function () {}',
  'Element.prototype.attachShadow = function () { return null }',
  'setInterval(() => { document.body && document.body.append("x") }, 1)',
  'new MutationObserver((records) => records.forEach(({ addedNodes }) => addedNodes.forEach((node) => node.shadowRoot === null && node.remove && node.tagName === "SPAN" && !node.className && node.remove()))).observe(document, { childList: true, subtree: true })',
  'history.replaceState(null, "", location.pathname + "?" + Math.random())',
  'window.customElements = null',
  'Promise.prototype.then = Promise.prototype.then',
];

const escapeAttribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

function node(random: Random, depth: number): string {
  if (depth <= 0 || random.chance(0.3)) {
    const text = random.pick(TEXTS);
    return random.chance(0.8) ? text.replaceAll('<', '&lt;') : text.includes('onerror') ? '' : text;
  }
  const tag = random.pick(TAGS);
  const attributes: string[] = [];
  if (random.chance(0.5)) attributes.push(`data-testid="${random.pick(NAMES)}"`);
  if (random.chance(0.2)) attributes.push(`id="${random.pick(IDS)}"`);
  if (tag === 'a' || random.chance(0.1)) attributes.push(`href="${escapeAttribute(random.pick(HREFS))}"`);
  if (random.chance(0.2)) attributes.push(`title="${escapeAttribute(random.pick(TEXTS))}"`);
  if (random.chance(0.1)) attributes.push('contenteditable');
  const children = Array.from({ length: 1 + Math.floor(random.next() * 4) }, () => node(random, depth - 1));
  return `<${tag} ${attributes.join(' ')}>${children.join(random.chance(0.5) ? ' ' : '')}${random.chance(0.98) ? `</${tag}>` : ''}`;
}

/** One document; the same for the same seed. */
export function generatedDocument(seed: number): string {
  const random = seeded(seed);
  const scripts = random.chance(0.5) ? [random.pick(STATES), random.pick(TAMPERING)] : [random.pick(STATES)];
  const head = scripts.map((script) => `<script>try { ${script} } catch {}</script>`).join('');
  const many = random.chance(0.1) ? node(random, 2).repeat(150) : '';
  const deep = random.chance(0.1) ? `${'<div>'.repeat(60)}${random.pick(TEXTS).replaceAll('<', '&lt;')}` : '';
  const body = Array.from({ length: 5 }, () => node(random, 5)).join('');
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${random.pick(TEXTS).replaceAll('<', '&lt;')} - Kab. Bekasi - Toko | Tokopedia</title>${head}</head><body>${body}${many}${deep}</body></html>`;
}
