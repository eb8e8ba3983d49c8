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
const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'SELECT', 'INPUT', 'SVG', 'IFRAME']);

/** Forms, the visitor's account and address: refused whatever a map says. */
const PRIVATE =
  'form,input,textarea,select,address,[contenteditable],[data-testid*="address" i],[id*="address" i],[data-testid*="account" i],[autocomplete]';

export function isPrivate(element: Element): boolean {
  return element.closest(PRIVATE) !== null;
}

/** One line: whitespace folded (NBSP too), invisible characters dropped, trimmed, cut. */
export function fold(text: string, cap: number): string {
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
  const visit = (node: Node) => {
    for (let child = node.firstChild; child && text.length < cap * 2; child = child.nextSibling) {
      if (child.nodeType === 3) text += (child.nodeValue ?? '').slice(0, cap * 2).replace(/\s+/g, ' ');
      else if (child.nodeType === 1) {
        const tag = (child as Element).tagName;
        if (tag === 'BR') text += '\n';
        else if (!SILENT.has(tag.toUpperCase())) {
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

/** The texts of an element in reading order, empty ones left out. */
export function runsOf(root: Element, cap: number): Run[] {
  const runs: Run[] = [];
  const visit = (parent: Element) => {
    for (let child = parent.firstChild; child && runs.length < MAX_RUNS; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const text = fold(child.nodeValue ?? '', cap);
        if (text) runs.push({ text, element: parent });
      } else if (child.nodeType === 1 && !SILENT.has((child as Element).tagName.toUpperCase())) {
        visit(child as Element);
      }
    }
  };
  visit(root);
  return runs;
}
