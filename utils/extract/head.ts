// What the head of a document says: metas, title, JSON-LD. After in-page navigation it may still speak of the first page.
import { canonical } from './address.ts';
import { type Json, parseJson } from './graph.ts';
import type { Found } from './records.ts';
import { graphOfScript } from './state.ts';

export interface Head {
  meta(name: string): string | null;
  title(): string;
  jsonld(type: string): Found | null;
}

function readHead(root: Document, url: URL): Head {
  return {
    meta: (name) => {
      for (const meta of root.querySelectorAll('meta')) {
        if (meta.getAttribute('property') === name || meta.name === name || meta.getAttribute('itemprop') === name) {
          if (meta.content) return meta.content;
        }
      }
      return null;
    },
    title: () => root.title,
    jsonld: (type) => {
      for (const script of root.querySelectorAll('script[type="application/ld+json"]')) {
        const graph = graphOfScript(script, 'ld+json', parseJson);
        const record = graph?.objects.find((object) => object['@type'] === type);
        if (graph && record && !speaksOfAnother(record, type, url)) return { graph, record };
      }
      return null;
    },
  };
}

/** A JSON-LD product that names another address was left over. */
function speaksOfAnother(record: Json, type: string, url: URL): boolean {
  const href = record.url;
  if (type !== 'Product' || typeof href !== 'string' || !URL.canParse(href, url)) return false;
  return canonical(new URL(href, url)) !== canonical(url);
}

/** Whether the head speaks of this address: after in-page navigation it is that of the first page. */
function headIsOf(root: Document, url: URL): boolean {
  const page = canonical(url);
  const named: string[] = [];
  const link = root.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const og = root.querySelector('meta[property="og:url"]')?.getAttribute('content');
  for (const href of [link, og]) {
    if (!href || !URL.canParse(href, url)) continue;
    named.push(canonical(new URL(href, url)));
  }
  return named.length === 0 || named.some((name) => name === page || page.startsWith(`${name}/`));
}

/** The head, when it speaks of this address. */
export function headOf(root: Document, url: URL): Head | null {
  return headIsOf(root, url) ? readHead(root, url) : null;
}
