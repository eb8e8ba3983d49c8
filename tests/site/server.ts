// The site over HTTPS on a free local port, with a certificate made at start. Browsers are told to find the real host
// names there, so a content script runs with its true match pattern.
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { HOSTS, type Site } from './site.ts';

export interface SiteServer {
  port: number;
  /** Chromium's switches that lead every host of the site here. */
  chromiumArguments: string[];
  close(): Promise<void>;
}

export async function serve(site: Site): Promise<SiteServer> {
  const certificate = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048 });
  const server = createServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    const { status, headers, body } = site.respond(new URL(request.url ?? '/', `https://${request.headers.host}`));
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    chromiumArguments: [
      `--host-resolver-rules=${HOSTS.map((host) => `MAP ${host} 127.0.0.1:${port}`).join(',')}`,
      '--ignore-certificate-errors',
    ],
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
