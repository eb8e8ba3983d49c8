// Which addresses the ruleset may hold: https, a plain host name, nothing that says who sent the visitor.
import { placeOf } from '../extract/address.ts';
import type { MarketplaceMap } from '../knowledge/map.ts';
import type { Flaw } from './hygiene.ts';

/** Parameters by which shops pay for visitors or follow them. */
const TRACKING =
  /^(?:utm_\w+|aff\w*|affiliate\w*|ref(?:errer|erer|id|_\w+)?|partner\w*|click_?id|gclid|fbclid|ttclid|irclickid|sub_?id\d*|tag|campaign\w*|smtt|spm|scm|trackid|extparam|af_\w+|uls_trackid|mmp_pid|gads_t_sig)$/i;
const MAX_LENGTH = 300;

/** What is wrong with an address anywhere in the ruleset; null when nothing is. */
export function linkFault(address: string): Flaw | null {
  const url = URL.parse(address);
  if (!url || address.length > MAX_LENGTH) return { code: 'link-broken', params: { max: String(MAX_LENGTH) } };
  if (url.protocol !== 'https:' || url.username || url.password || url.port) return { code: 'unsafe-link', params: {} };
  // The parser writes other scripts as punycode, and any spelling of an IP address as digits.
  const host = url.hostname;
  if (/(^|\.)xn--/.test(host) || /^[\d.]+$|^\[/.test(host) || !host.includes('.'))
    return { code: 'link-host', params: { host } };
  const tracking = [...url.searchParams.keys()].find((name) => TRACKING.test(name));
  return tracking ? { code: 'link-tracking', params: { parameter: tracking } } : null;
}

/** Letters, digits, dots, dashes and slashes: nothing that a browser would write another way. */
const PATH = /^\/[\w./-]*$/;

/**
 * What is wrong with an address that shoppers are sent to: besides, only a shop's or a product's page of this marketplace,
 * spelled as the browser spells it, and without any parameter.
 */
export function targetFault(address: string, map: MarketplaceMap, wanted: 'shop' | 'product'): Flaw | null {
  const flaw = linkFault(address);
  if (flaw) return flaw;
  const url = new URL(address);
  const { hostname, pathname, search, hash } = url;
  if (map.closed) return { code: 'link-closed', params: { marketplace: map.name, since: map.closed } };
  const hosts = map.hosts.join(', ');
  if (!map.hosts.includes(hostname)) return { code: 'link-foreign', params: { host: hostname, hosts } };
  if (search || hash) return { code: 'link-parameters', params: { extra: search + hash } };
  if (address !== url.href || !PATH.test(pathname)) return { code: 'link-spelling', params: { href: url.href } };
  const { kind } = placeOf(map, url);
  return kind === wanted ? null : { code: `link-${wanted}`, params: { marketplace: map.name } };
}
