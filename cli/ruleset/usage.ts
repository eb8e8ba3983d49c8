// What the actions on a ruleset are called with.

export const RULESET_USAGE = `  ruleset check [DIR] [--corpus FILE]                what is wrong with a ruleset folder, and how to mend it
  ruleset build [DIR] [--out FILE]                   the compiled ruleset
  ruleset diff OLD NEW [--corpus FILE] [--page FILE.html]   which listings change their verdict, and why
  ruleset try FILE TARGET [--url URL] [--as brands/x.yml]   one changed file on a saved page or on listings
  ruleset review OLD NEW                             the answer to a contribution, as Markdown
  ruleset schemas [DIR]                              writes the schemas that editors use
All take --lang id|en, and where days matter --day YYYY-MM-DD.`;
