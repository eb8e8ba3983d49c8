// What the actions on a ruleset are called with.

export const RULESET_USAGE = `  ruleset check [DIR] [--corpus FILE]                what is wrong with a ruleset folder, and how to mend it
  ruleset build [DIR] [--out FILE]                   the compiled ruleset
  ruleset diff OLD NEW [--corpus FILE] [--page FILE.html]   which listings change their verdict, and why
  ruleset try FILE TARGET [--url URL] [--as brands/x.yml]   one changed file on a saved page or on listings
  ruleset review OLD NEW                             the answer to a contribution, as Markdown
  ruleset keys new FILE [--name NAME]                a key that signs: FILE for its holder, FILE.pub for everybody
  ruleset keys rotate FEED [--root FILE.pub]... [--manifest FILE.pub]... [--threshold-root N] [--threshold-manifest N]
                                                     the next root: all keys that may sign from now on
  ruleset sign DIR|FILE --feed FEED --key FILE...    signs the next release, or what waits for signatures; publishes when enough have
  ruleset renew FEED --key FILE...                   what is published, with new dates
  ruleset verify FEED|FILE [--root FILE] [--feed FEED]   as an extension would; exit 1 also 30 days before something ends
                                                     how releases are made: docs/FEED.md
  ruleset schemas [DIR]                              writes the schemas that editors use
All take --lang id|en, and where days matter --day YYYY-MM-DD.`;
