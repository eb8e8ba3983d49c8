// Text as a reader sees it: folded lines, the texts of an element in reading order, and what is never read.
const BLOCK = new Set([
  'P',
  'DIV',
  'LI',
  'UL',
  'OL',
  'SECTION',
  'TR',
  'H1',
  'H2',
  'H3',
  'H4',
  'TABLE',
  'DL',
  'DT',
  'DD',
]);
const SILENT = new Set([
  ...['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'SELECT', 'INPUT', 'IFRAME'],
  ...['svg', 'SVG', 'math'],
]);
const FORM = new Set(['FORM', 'INPUT', 'TEXTAREA', 'SELECT', 'ADDRESS']);
/** Attributes whose values tell that the visitor's own data stands here. */
const TELLING = ['data-testid', 'id'];

function isPrivateItself(element: Element): boolean {
  if (FORM.has(element.tagName)) return true;
  for (const name of TELLING) {
    const value = element.getAttribute(name);
    if (value && /address|account/i.test(value)) return true;
  }
  return element.hasAttribute('contenteditable') || element.hasAttribute('autocomplete');
}

/**
 * Forms, the visitor's account and address: refused whatever a map says.
 * @param within Already known not to be private; looked at no further.
 */
export function isPrivate(element: Element, within: Element | null = null): boolean {
  for (let at: Element | null = element; at && at !== within; at = at.parentElement) {
    if (isPrivateItself(at)) return true;
  }
  return false;
}

/** Whether a text is already one clean line: printable ASCII, single spaces. Most are, and need no folding. */
function isClean(text: string): boolean {
  let space = true;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 126 || c < 32 || (c === 32 && space)) return false;
    space = c === 32;
  }
  return !space;
}

/** One line: whitespace folded (NBSP too), invisible characters dropped, trimmed, cut. */
export function fold(text: string, cap: number): string {
  if (text.length <= cap && isClean(text)) return text;
  return text
    .slice(0, cap * 4)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\0]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, cap)
    .trim();
}

/** Several lines: each folded, empty ones at most one in a row. */
export function foldLines(text: string, cap: number): string {
  if (text.length <= cap && isClean(text)) return text;
  const lines = text
    .slice(0, cap * 4)
    .split(/\r\n?|\n/)
    .map((line) => fold(line, cap));
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, cap)
    .trim();
}

/** The text of an element with its line breaks, no more than `cap` characters of it gathered. */
export function linesOf(element: Element, cap: number): string {
  let text = '';
  const only = element.firstChild;
  if (only?.nodeType === 3 && !only.nextSibling) return foldLines(only.nodeValue ?? '', cap);
  const visit = (node: Node) => {
    for (let child = node.firstChild; child && text.length < cap * 2; child = child.nextSibling) {
      if (child.nodeType === 3) text += (child.nodeValue ?? '').slice(0, cap * 2).replace(/\s+/g, ' ');
      else if (child.nodeType === 1) {
        const tag = (child as Element).tagName;
        if (tag === 'BR') text += '\n';
        else if (!SILENT.has(tag)) {
          const block = BLOCK.has(tag);
          if (block) text += '\n';
          visit(child);
          if (block) text += '\n';
        }
      }
    }
  };
  visit(element);
  return foldLines(text, cap);
}

/** One text of an element. */
export interface Run {
  text: string;
  /** The element that holds the text node. */
  element: Element;
}

const MAX_RUNS = 2_000;

/** Tag names of other namespaces are lower case: a drawing's own words. */
const isSilent = ({ tagName }: Element) => SILENT.has(tagName) || tagName.toUpperCase() !== tagName;

/** Elements in which words stand on in their line. */
const INLINE = new Set(['SPAN', 'B', 'I', 'U', 'EM', 'STRONG', 'MARK', 'SMALL', 'FONT']);
const SPACE_AT_END = /\s$/;
/** A new line before a text is a template's; behind one it may be a space between words. */
const SPACE_AT_START = /^[^\S\n]/;
const NEW_LINE = /^\s*\n/;
const PRICE = /^\s*(?:Rp|IDR|\$|S\$|RM)/i;

/** The smallest element around both texts, when only inline elements stand between; else null. */
function lineOf(first: Node, second: Node): Element | null {
  let line = first.parentElement;
  while (line && !line.contains(second)) {
    if (!INLINE.has(line.tagName)) return null;
    line = line.parentElement;
  }
  for (let at = second.parentElement; at && at !== line; at = at.parentElement)
    if (!INLINE.has(at.tagName)) return null;
  return line;
}

/** Whether `next` goes on with the words of `text`: "Kota" + " " + "Bogor", "Rp51" + ".500". A price stands alone. */
export function goesOn(text: string, next: string): boolean {
  if (/\d$/.test(text) && /^[.,]\d{3}/.test(next)) return true;
  if (!SPACE_AT_END.test(text) && !SPACE_AT_START.test(next)) return false;
  return !NEW_LINE.test(text) && !NEW_LINE.test(next) && !PRICE.test(text) && !PRICE.test(next);
}

/**
 * The texts of an element in reading order, one a call, empty ones left out; null at the end. Words of one line that stand
 * in several elements are one text. A walker of text nodes touches no other node, and whoever has read enough stops.
 */
export function openTexts(root: Element, cap: number): () => Run | null {
  const walker = root.ownerDocument.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  let node = walker.nextNode();
  return () => {
    while (node) {
      let text = node.nodeValue ?? '';
      let element: Element | null = node.parentElement;
      let last = node;
      node = walker.nextNode();
      if (!element || isSilent(element)) continue;
      while (node && text.length < cap && goesOn(text, node.nodeValue ?? '')) {
        const line: Element | null = lineOf(last, node);
        if (!line) break;
        if (line.contains(element)) element = line;
        text += node.nodeValue;
        last = node;
        node = walker.nextNode();
      }
      text = fold(text, cap);
      if (text) return { text, element };
    }
    return null;
  };
}

/** The same for several readers, each from the beginning: what one has read, the others do not walk to again. */
export function shareTexts(root: Element, cap: number): () => () => Run | null {
  const walk = openTexts(root, cap);
  const known: Run[] = [];
  return () => {
    let at = 0;
    return () => {
      const run = known[at] ?? walk();
      if (run) known[at++] = run;
      return run;
    };
  };
}

/** All texts of an element, 2,000 at most. */
export function runsOf(root: Element, cap: number): Run[] {
  const runs: Run[] = [];
  const next = openTexts(root, cap);
  for (let run = next(); run && runs.length < MAX_RUNS; run = next()) runs.push(run);
  return runs;
}
