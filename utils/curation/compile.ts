// The folder ruleset/ → one compiled Ruleset. Node only. Same input, same bytes, on every machine.
import { createHash } from 'node:crypto';
import type { Ruleset } from '../knowledge/ruleset.ts';
import { compileDirectory } from './directory.ts';
import { ENTITIES } from './entities/index.ts';
import type { Fault } from './fault.ts';
import { fieldsNamed } from './fields.ts';
import { type Folder, openFolder } from './folder.ts';
import { type Memo, type Reading, readRuleset } from './read.ts';
import { describeAll } from './words.ts';

/** A folder that does not compile: what is wrong with it. */
export class RulesetError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(describeAll(faults, 'id'));
    this.faults = faults;
  }
}

/** The newest day on which anybody reviewed an entry. */
function newestReview({ entries }: Reading): string {
  let newest = '0000-00-00';
  for (const entity of ENTITIES)
    for (const { data } of entries.of(entity))
      for (const { value } of fieldsNamed(data, 'reviewed')) if (value > newest) newest = value;
  return newest;
}

/** Compiles what was read without a fault. The version is that day and a hash of the content, "2026.11.24-0a1b2c3d". */
export function compileEntries(reading: Reading): Ruleset {
  const sections = ENTITIES.flatMap((entity) =>
    entity.compile ? [[entity.name, entity.compile(reading.entries.of(entity), reading.entries)]] : [],
  );
  const content = {
    ...Object.fromEntries(sections),
    directory: compileDirectory(reading.entries),
  } as Omit<Ruleset, 'version'>;
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8);
  return { version: `${newestReview(reading).replaceAll('-', '.')}-${hash}`, ...content };
}

/**
 * Compiles a ruleset folder.
 * @param memo See readRuleset.
 * @throws RulesetError with every fault of the files and between them.
 */
export function compileFolder(folder: Folder, memo?: Memo): Ruleset {
  const reading = readRuleset(folder, memo);
  if (reading.faults.length > 0) throw new RulesetError(reading.faults);
  return compileEntries(reading);
}

/** The same for a path. */
export const compileRuleset = (dir: string): Ruleset => compileFolder(openFolder(dir));
