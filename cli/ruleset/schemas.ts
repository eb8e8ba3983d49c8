// `cekasal ruleset schemas`: writes the JSON Schemas that editors use, and the editor settings that point to them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { editorSettings, jsonSchemas } from '../../utils/curation/json-schema.ts';
import { rulesetFolder } from '../io.ts';
import { parseOptions } from '../options.ts';

export function schemas(args: string[]): void {
  const dir = rulesetFolder(parseOptions(args, {}).positionals[0]);
  const put = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const [name, text] of jsonSchemas()) put(join(dir, 'schemas', name), text);
  put(join(dir, '../.vscode/settings.json'), editorSettings());
}
