// Faults in words, Indonesian or English: where, what is wrong, how to mend it. The general messages stand in words.yml,
// those of releases in release/words.yml, those of one kind of entity beside its module.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Fault, visible } from './fault.ts';

export type Lang = 'id' | 'en';
type Words = Record<string, Record<Lang, string>>;

const read = (path: string): { words?: Words; help?: Record<string, string> } =>
  parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

let loaded: Words | null = null;

/** All messages by their code. */
export function messages(): Words {
  loaded ??= Object.assign(
    {},
    read('words.yml').words,
    read('release/words.yml').words,
    ...readdirSync(new URL('entities', import.meta.url))
      .filter((name) => name.endsWith('.yml'))
      .map((name) => read(`entities/${name}`).words),
  ) as Words;
  return loaded;
}

/** Help for an entity's fields by their names, for editors; most schemas bring it themselves. */
export function helpOf(files: string): Record<string, string> {
  const name = files.endsWith('/*.yml') ? files.slice(0, -6) : files.slice(files.indexOf('/') + 1, -4);
  const path = `entities/${name}.yml`;
  return existsSync(new URL(path, import.meta.url)) ? (read(path).help ?? {}) : {};
}

/** A message with its parameters; `kind` is itself the key of a message. */
export function say(code: string, params: Record<string, string>, lang: Lang): string {
  const words = messages();
  const text = words[code]?.[lang] ?? code;
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = Object.hasOwn(params, key) ? params[key] : undefined;
    if (value === undefined) return whole;
    return key === 'kind' ? (words[value]?.[lang] ?? value) : value;
  });
}

/**
 * "brands/abc.yml:2: what is wrong. How to mend it." File names and values come from strangers.
 * @param quote How such a text is written where the message will stand.
 */
export function describe({ file, line, code, params }: Fault, lang: Lang, quote = (text: string) => text): string {
  const untrusted = Object.entries(params).map(([key, value]) => [key, key === 'kind' ? value : quote(visible(value))]);
  const place = line === null ? visible(file) : `${visible(file)}:${line}`;
  return `${quote(place)}: ${say(code, Object.fromEntries(untrusted), lang)}`;
}

/** All faults, file by file, a line each. */
export function describeAll(faults: readonly Fault[], lang: Lang): string {
  return faults.map((fault) => describe(fault, lang)).join('\n');
}
