// Names of sites that a map or the list of sites may hold: a marketplace's own, never a number, an alphabet in disguise, or
// a domain under which anybody has a site.

const LABEL = /^(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** What stands before a country's letters where anybody can take a name: "co.id", "com.sg". */
const REGISTRY = new Set(
  'ac biz co com desa edu gen go gob gov gv idv info me mil my name ne net nom or org ponpes ppg pro sch web'.split(
    ' ',
  ),
);
/** Domains that lend a site to everybody. */
const LENT = new Set(
  'blogspot.com github.io gitlab.io herokuapp.com netlify.app pages.dev vercel.app web.app wordpress.com workers.dev'.split(
    ' ',
  ),
);

export function isSiteName(name: string): boolean {
  const labels = name.split('.');
  const last = labels.at(-1) ?? '';
  if (name.length > 100 || labels.length < 2 || !/^[a-z]{2,}$/.test(last)) return false;
  if (!labels.every((label) => LABEL.test(label))) return false;
  if (LENT.has(labels.slice(-2).join('.'))) return false;
  return labels.length > 2 || last.length > 2 || !REGISTRY.has(labels[0] ?? '');
}
