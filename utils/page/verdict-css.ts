// What tells verdicts apart, one rule set for badge, panel and popup: icon, line and shape, with colour on top. Every pair of
// --ink on --fill has a contrast of at least 4.5. Icons are clip paths: an image, even a data: address, would be stopped by
// a page's strict content security policy.

/** Tray with an arrow into it; house; question mark; hourglass-like dots. 12 by 12. */
const ICONS = {
  imported: 'M5 0h2v5h3L6 9 2 5h3zM0 8h1.7v2.3h8.6V8H12v4H0z',
  local: 'M6 0l6 5.5h-1.6V12H7.3V8H4.7v4H1.6V5.5H0z',
  unknown:
    'M6 0a3.6 3.6 0 0 1 3.6 3.5c0 1.9-1.1 2.5-1.9 3.1-.6.5-.8.7-.8 1.4H5.1c0-1.5.6-2 1.5-2.7.7-.6 1.1-.9 1.1-1.7a1.7 1.7 0 0 0-3.4 0H2.4A3.6 3.6 0 0 1 6 0zM5 9.5h2V12H5z',
  checking: 'M0 5h2.6v2.6H0zM4.7 5h2.6v2.6H4.7zM9.4 5H12v2.6H9.4z',
};

const icon = (path: string) => `{clip-path:path(evenodd,"${path}")}`;

/** For an element with a verdict's class, and `dark` on a dark page. */
export const VERDICT_CSS = `.imported,.likely-imported{--fill:#9a3412;--ink:#fff;--line:#9a3412}
.local,.likely-local{--fill:#166534;--ink:#fff;--line:#166534;border-radius:11px}
.likely-imported{--fill:#fff7ed;--ink:#9a3412;border-style:dashed}
.likely-local{--fill:#f0fdf4;--ink:#166534;border-style:dashed}
.unknown,.checking{--fill:#f8fafc;--ink:#475569;--line:#94a3b8;border-style:dotted}
.dark.imported{--fill:#fdba74;--ink:#431407;--line:#fdba74}
.dark.local{--fill:#86efac;--ink:#052e16;--line:#86efac}
.dark.likely-imported{--fill:#2b1408;--ink:#fdba74;--line:#fdba74}
.dark.likely-local{--fill:#06200f;--ink:#86efac;--line:#86efac}
.dark.unknown,.dark.checking{--fill:#1e293b;--ink:#cbd5e1;--line:#94a3b8}
.imported::before,.likely-imported::before${icon(ICONS.imported)}
.local::before,.likely-local::before${icon(ICONS.local)}
.unknown::before${icon(ICONS.unknown)}
.checking::before${icon(ICONS.checking)}`;
