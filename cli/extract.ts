// `cekasal extract`: what the extension would read from a saved page or a marketplace's JSON answer.
import { loadMap, loadMaps, loadPlaceNames } from '../utils/curation/maps.ts';
import { type Extraction, extract, extractAnswer } from '../utils/extract/extract.ts';
import { parseJson } from '../utils/extract/graph.ts';
import type { PlaceNames } from '../utils/extract/place-names.ts';
import type { MarketplaceMap } from '../utils/knowledge/map.ts';
import { InputError, readInput, rulesetFolder, run } from './io.ts';
import { parseOptions } from './options.ts';

const OPTIONS = {
  url: { type: 'string' },
  map: { type: 'string' },
  trace: { type: 'boolean' },
  ruleset: { type: 'string' },
} as const;

function options(args: string[]) {
  const { values, positionals } = parseOptions(args, OPTIONS);
  const [file, ...more] = positionals;
  if (!file || more.length) throw new InputError('extract takes one FILE');
  if (!values.url || !URL.canParse(values.url)) throw new InputError("extract needs --url with the page's address");
  return { ...values, file, url: new URL(values.url) };
}

function mapOf(url: URL, file: string | undefined, ruleset: string | undefined): MarketplaceMap {
  try {
    const maps = file ? [loadMap(file)] : loadMaps(rulesetFolder(ruleset));
    const host = url.hostname;
    const map = maps.find(({ hosts, sisters }) => hosts.includes(host) || Object.hasOwn(sisters ?? {}, host));
    if (map) return map;
    throw new InputError(`no map for ${host}`);
  } catch (error) {
    throw error instanceof InputError ? error : new InputError((error as Error).message);
  }
}

/** Without the tables, cards are read by what else marks a place. */
function placesOf(ruleset: string | undefined): PlaceNames {
  try {
    return loadPlaceNames(rulesetFolder(ruleset));
  } catch {
    return new Set();
  }
}

/** What a saved page or a JSON answer reads as. Throws InputError on broken JSON. */
export async function extractWith(
  text: string,
  url: URL,
  map: MarketplaceMap,
  places: PlaceNames,
): Promise<Extraction> {
  if (/^\s*[[{]/.test(text.slice(0, 1_000))) {
    const answer = parseJson(text);
    if (answer === undefined) throw new InputError('the JSON is broken, or larger than 8 million characters');
    return extractAnswer(answer, url, map);
  }
  const { JSDOM } = await import('jsdom');
  const { window } = new JSDOM('');
  const page = new window.DOMParser().parseFromString(text, 'text/html');
  return extract(page, url, map, places);
}

export function extractCommand(args: string[]): Promise<number> {
  return run(async () => {
    const { file, url, map: mapFile, ruleset, trace } = options(args);
    const {
      trace: finders,
      problems,
      ...result
    } = await extractWith(readInput(file), url, mapOf(url, mapFile, ruleset), placesOf(ruleset));
    for (const line of new Set(problems.map(({ field, problem }) => `${field}: ${problem}`))) {
      process.stderr.write(`${line}\n`);
    }
    process.stdout.write(`${JSON.stringify(trace ? { ...result, trace: finders, problems } : result)}\n`);
  });
}
