// Vite plugin: an imported `.yml` file is the object it describes, so that words are data and no YAML parser is shipped.
import type { Plugin } from 'vite';
import { parse } from 'yaml';

export function yamlModules(): Plugin {
  return {
    name: 'cekasal:yaml',
    transform: {
      filter: { id: /\.yml$/ },
      handler: (source) => ({ code: `export default ${JSON.stringify(parse(source))}`, map: null }),
    },
  };
}
