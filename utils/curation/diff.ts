// What a change of the ruleset does: which listings of the corpus change their verdict, and because of which rule.
import { openKnowledge } from '../knowledge/knowledge.ts';
import type { Ruleset } from '../knowledge/ruleset.ts';
import { assess } from '../origin/assess.ts';
import type { Assessment } from '../origin/assessment.ts';
import type { Example } from './corpus.ts';
import { changedRules, type RuleChange, withRule } from './rules.ts';

export interface Change {
  example: Example;
  before: Assessment;
  after: Assessment;
  /** The changed rules that alone have this effect; when none does, those that the evidence names. */
  because: RuleChange[];
}

export interface Diff {
  from: string;
  to: string;
  rules: RuleChange[];
  examples: number;
  changes: Change[];
}

/** Each rule tried alone costs a knowledge of its own. */
const MOST_TRIED = 300;

function judgeAll(ruleset: Ruleset, examples: readonly Example[], day: string): Assessment[] {
  const knowledge = openKnowledge(ruleset);
  return examples.map(({ listing }) => assess(listing, knowledge, { day }));
}

/** Rules whose evidence came, went or says something else. */
function rulesOfEvidence(before: Assessment, after: Assessment): Set<string> {
  const said = ({ evidence }: Assessment) =>
    evidence.map(({ rule, says, strength }) => [rule, `${rule} ${says} ${strength}`] as const);
  const all = [...said(before), ...said(after)];
  const count = (key: string) => all.filter(([, other]) => other === key).length;
  return new Set(all.filter(([, key]) => count(key) === 1).map(([rule]) => rule));
}

export function diffRulesets(old: Ruleset, next: Ruleset, corpus: readonly Example[], day: string): Diff {
  const rules = changedRules(old, next);
  const before = judgeAll(old, corpus, day);
  const after = judgeAll(next, corpus, day);
  const differing = corpus.flatMap((example, i) => {
    const [was, is] = [before[i], after[i]];
    return was && is && was.verdict !== is.verdict
      ? [{ example, before: was, after: is, because: [] as RuleChange[] }]
      : [];
  });
  if (differing.length > 0 && rules.length <= MOST_TRIED) {
    const examples = differing.map(({ example }) => example);
    for (const change of rules) {
      const alone = judgeAll(withRule(old, next, change.rule), examples, day);
      differing.forEach((one, i) => {
        if (alone[i]?.verdict === one.after.verdict) one.because.push(change);
      });
    }
  }
  for (const one of differing) {
    if (one.because.length > 0) continue;
    const named = rulesOfEvidence(one.before, one.after);
    one.because.push(...rules.filter(({ rule }) => named.has(rule)));
  }
  return { from: old.version, to: next.version, rules, examples: corpus.length, changes: differing };
}
