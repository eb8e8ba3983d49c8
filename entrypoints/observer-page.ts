// The observer in the page's world, only where the user agreed to it: hands the answers that may be read to the extension's
// side, over a port that nobody else holds.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mayRead } from '../utils/observe/allowed.ts';
import { OBSERVED } from '../utils/observe/observed.ts';
import { offerPort } from '../utils/observe/port.ts';
import { tap } from '../utils/observe/tap.ts';

export default defineUnlistedScript(() => {
  const { hostname } = location;
  const parse = URL.parse.bind(URL);
  const send = offerPort(window);
  const may = (url: string) => {
    const address = parse(url);
    return address !== null && mayRead(OBSERVED, hostname, address);
  };
  tap(window, may, (url, text) => send(`${url}\n${text}`));
});
