// The hosts on which CekAsal reads pages, fixed from the first release: a host added later would disable the extension
// until its user accepts the new permission. A host that has no map does nothing.

export const HOSTS: readonly string[] = [
  'www.tokopedia.com',
  'shop-id.tokopedia.com',
  'shopee.co.id',
  'www.lazada.co.id',
  'www.blibli.com',
];

/** As match patterns, for the manifest and for asking permission. */
export const HOST_PATTERNS: string[] = HOSTS.map((host) => `https://${host}/*`);
