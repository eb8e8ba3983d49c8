// JSON Schemas for editors, from the very schemas that check the files: an editor helps while somebody writes.
import { toJsonSchema } from '@valibot/to-json-schema';
import { ENTITIES } from './entities/index.ts';
import { helpOf } from './words.ts';

interface Node {
  description?: string;
  [part: string]: unknown;
}

/** Gives fields of these names their help, where the schema itself brings none. */
function describeFields(node: unknown, help: Record<string, string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties')
      for (const [name, field] of Object.entries(value as Record<string, Node>))
        if (Object.hasOwn(help, name)) field.description ??= help[name] ?? '';
    describeFields(value, help);
  }
}

/** File name in `schemas/` → its text. */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    ENTITIES.map(({ name, files, schema }) => {
      // Checks that JSON Schema can't express are left to the checker.
      const json = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore', target: 'draft-07' });
      describeFields(json, helpOf(files));
      const text = JSON.stringify({ ...json, title: `CekAsal: ${files}` }, null, 2);
      return [`${name}.json`, `${text}\n`];
    }),
  );
}

/** The settings that tell an editor which schema a file follows. */
export function editorSettings(): string {
  const schemas = Object.fromEntries(
    ENTITIES.map(({ name, files }) => [`./ruleset/schemas/${name}.json`, `ruleset/${files}`]),
  );
  return `${JSON.stringify({ 'yaml.schemas': schemas }, null, 2)}\n`;
}
