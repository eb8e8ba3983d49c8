// The frame of every test page: escaping, and a document under a content security policy as strict as a marketplace's.

/** One answer of a served host. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** The page's own scripts and styles carry this nonce; nothing else runs or styles on the page. */
export const NONCE = 'dWppY29iYQ';

const POLICY = [
  "default-src 'none'",
  `script-src 'nonce-${NONCE}'`,
  `style-src 'nonce-${NONCE}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** A page whose own scripts may ask its own host, as every real marketplace's do. */
export const asking = (body: string): Answer => answer(body, 200, `${POLICY}; connect-src 'self'`);

/** A JSON answer. */
export const json = (value: unknown): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});

/** Text as it may stand between tags and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A value as it may stand inside a script: no end tag, no comment. */
export function scriptLiteral(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

export function script(code: string): string {
  return `<script nonce="${NONCE}">${code}</script>`;
}

export function rupiah(amount: number): string {
  return `Rp${rupiahDigits(amount)}`;
}

/** 1234567 as "1.234.567". */
export function rupiahDigits(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** A drawing that stands for a product photo: a data URI, since the policy allows no other image. */
export function picture(seed: string): string {
  let hue = 0;
  for (const character of seed) hue = (hue * 31 + (character.codePointAt(0) ?? 0)) % 360;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="hsl(${hue} 40% 88%)"/>` +
    `<rect x="28" y="34" width="44" height="44" rx="7" fill="hsl(${hue} 45% 58%)"/>` +
    `<path d="M38 34v-5a12 12 0 0 1 24 0v5" fill="none" stroke="hsl(${hue} 45% 42%)" stroke-width="4"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

export interface DocumentParts {
  title: string;
  body: string;
  css: string;
  /** Markup for the head, after the title. */
  head?: string;
  lang?: string;
}

/** A whole page. The bodies of this folder are served as they are: what is not meant as markup has been escaped. */
export function htmlDocument({ title, body, css, head = '', lang = 'id' }: DocumentParts): string {
  return (
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${head}` +
    `<style nonce="${NONCE}">${css}</style></head><body>${body}</body></html>`
  );
}

export function answer(body: string, status = 200, policy = POLICY): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      // Not `no-store`: a page that may not be stored is not kept for the way back either.
      'cache-control': 'no-cache',
    },
    body,
  };
}
