// The selectors that a map may hold: a small closed grammar that every browser parses alike, cheap, and unable to ask for
// forms or for what the visitor's account says. What is not in the grammar is refused, so that nothing need be forbidden.

const COMPOUNDS = 3;
const LENGTH = 120;

const NAME = '-?[A-Za-z_][\\w-]*';
/** No backslash: an escape spells any word another way. */
const QUOTED = `"[^"\\\\<>{}]*"|'[^'\\\\<>{}]*'`;
const VALUED = `\\[${NAME}[~|^$*]?=(?:${QUOTED})(?: [is])?\\]`;
const NAMED = `[.#]${NAME}`;
const SIMPLE = `(?:${NAMED}|${VALUED}|\\[${NAME}\\])`;
const COUNT = '\\((?:odd|even|[1-9]\\d{0,2}|-?\\d{0,3}n(?:\\+\\d{1,3})?)\\)';
const PSEUDO = `:(?:(?:first|last|only)-child|(?:first|last)-of-type|nth-(?:last-child|child|of-type)${COUNT}|not\\((?:[a-z][a-z0-9-]*${SIMPLE}*|${SIMPLE}+)\\))`;

const COMPOUND = new RegExp(`([a-z][a-z0-9-]*)?((?:${SIMPLE}|${PSEUDO})*)`, 'y');
/** A comma, or what binds two compounds. */
const BETWEEN = / *([,>+~]) *| +/y;
/** What picks out something by itself: a class, an id, or an attribute with its value. */
const TELLING = new RegExp(`^(?:${SIMPLE}|${PSEUDO})*?(?:${NAMED}|${VALUED})`);

/** Elements that are the whole page, or hold what visitors type or what no visitor sees. */
const REFUSED = new Set('html head body script style template iframe form input textarea select option'.split(' '));

/** Names under which pages keep what concerns the visitor. */
const PRIVATE =
  /pass(?:word|wd|code)|e-?mail|phone|user|profile|account|address|csrf|xsrf|token|session|cc-|card-?_?n(?:umber|o\b)|cvv|kata.?sandi|rekening|surel|telepon|\btelp\b|alamat|penerima/i;

/** Whether a name or path asks for the visitor's own: account, address, passwords, means of payment. */
export const isPrivateName = (name: string): boolean => PRIVATE.test(name);

/** A shop's town stands in its address; nothing else of an address is asked for. */
const TOWN = /(^|\.)address\.(?:city|addressLocality|addressRegion)$/;

/** The same of a path into a page's data. */
export const isPrivatePath = (path: string): boolean => isPrivateName(path.replace(TOWN, ''));

function isSafeCompound(compound: string, tag: string | undefined, rest: string): boolean {
  if (compound === '' || (tag && REFUSED.has(tag))) return false;
  return Boolean(tag) || TELLING.test(rest);
}

/** Every compound names a tag, a class, an id or an attribute's value; several selectors may be parted by commas. */
export function isSafeSelector(selector: string): boolean {
  if (selector.length > LENGTH * 2 || isPrivateName(selector)) return false;
  let at = 0;
  let start = 0;
  let compounds = 0;
  for (;;) {
    COMPOUND.lastIndex = at;
    const [compound = '', tag, rest = ''] = COMPOUND.exec(selector) ?? [];
    if (!isSafeCompound(compound, tag, rest) || ++compounds > COMPOUNDS) return false;
    at += compound.length;
    if (at - start > LENGTH) return false;
    if (at === selector.length) return true;
    BETWEEN.lastIndex = at;
    const between = BETWEEN.exec(selector);
    if (!between) return false;
    at += between[0].length;
    if (between[1] === ',') {
      start = at;
      compounds = 0;
    }
  }
}
