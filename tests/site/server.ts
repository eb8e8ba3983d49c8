// The site over HTTPS on a free local port, with a certificate made at start. Browsers are told to find the real host
// names there, so a content script runs with its true match pattern.
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import type { Site } from './site.ts';

/** Hosts that Chromium itself asks for, whatever runs in it. */
const OWN = /(^|\.)(google\.com|googleapis\.com|gvt1\.com)$/;

export interface SiteServer {
  port: number;
  /** Chromium's switches that lead every host there is here: what asks for another one is heard too. */
  chromiumArguments: string[];
  close(): Promise<void>;
}

export async function serve(site: Site): Promise<SiteServer> {
  const certificate = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048 });
  const server = createServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    if (OWN.test(request.headers.host ?? '')) return void response.writeHead(404).end();
    const { status, headers, body } = site.respond(new URL(request.url ?? '/', `https://${request.headers.host}`));
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    // This computer by its number stays what it is: a test's feed is served there.
    chromiumArguments: [
      `--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
    ],
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
