// Changes that two compiled rulesets do not show: which sites the extension may read, tables that the judgement does not
// ask, and what a maker's or brand's file says besides its names.
import { hosts } from './entities/hosts.ts';
import { ENTITIES } from './entities/index.ts';
import type { Folder } from './folder.ts';
import { readEntry } from './read.ts';
import type { How, RuleChange } from './rules.ts';

const NOTHING: Folder = {
  list: () => [],
  read: (file) => ({ fault: { file, line: null, code: 'unreadable', params: {} } }),
};

function hostsIn(folder: Folder): string[] {
  const content = folder.read(hosts.files);
  const entry = 'text' in content ? readEntry(hosts.files, content.text, hosts).entry : null;
  return (entry?.data as { optional: string[] } | undefined)?.optional ?? [];
}

const between = <T>(before: T | undefined, after: T | undefined): How =>
  before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';

/**
 * @param old Null when only its compiled form is there: then every site counts as new.
 * @param shown What the compiled rulesets show.
 */
export function unseenChanges(old: Folder | null, next: Folder, shown: readonly RuleChange[]): RuleChange[] {
  const before = hostsIn(old ?? NOTHING);
  const after = hostsIn(next);
  const sites = [...new Set([...before, ...after])].flatMap((host): RuleChange[] => {
    const [was, is] = [before.includes(host), after.includes(host)];
    return was === is ? [] : [{ rule: `hosts/${host}`, how: is ? 'added' : 'removed' }];
  });
  if (!old) return sites;
  const known = new Set(shown.map(({ rule }) => rule));
  const files = [...new Set([...old.list(), ...next.list()])];
  const text = (folder: Folder, file: string) => {
    const content = folder.read(file);
    return 'text' in content ? content.text : undefined;
  };
  const others = files.flatMap((file): RuleChange[] => {
    const folder = file.slice(0, file.lastIndexOf('/'));
    const kind = ENTITIES.find((entity) => entity.files === file || entity.files === `${folder}/*.yml`);
    const id = file.slice(folder.length + 1).replace(/\.yml$/, '');
    // Every single rule of a compiled table is shown; of a brand's or maker's file, only what it compiles to.
    if (!kind || file === hosts.files || (kind.compile && !kind.small) || known.has(`${kind.name}/${id}`)) return [];
    const [was, is] = [text(old, file), text(next, file)];
    return was === is ? [] : [{ rule: file, how: between(was, is) }];
  });
  return [...sites, ...others];
}
