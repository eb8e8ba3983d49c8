// How what runs in the page's world meets what runs in the extension's: each calls at document_start, when no script of the page
// has run yet, so nothing of the page hears the call, and all that follows goes through a port that only these two hold.

const OFFER = 'cekasal-offer';
const ASK = 'cekasal-ask';

/** Both sides start in the same turn; whatever comes later is not ours. */
const untilLater = (window: Window, end: () => void) => void window.setTimeout(end, 0);

/** The page's side. @returns A function that sends texts. */
export function offerPort(window: Window): (text: string) => void {
  const { port1, port2 } = new MessageChannel();
  // Taken now: a page may replace what its prototypes hold.
  const send = port1.postMessage.bind(port1);
  let given = false;
  const offer = () => {
    if (!given) window.dispatchEvent(new MessageEvent(OFFER, { ports: [port2] }));
  };
  const taken = () => {
    given = true;
  };
  window.addEventListener(ASK, offer);
  window.addEventListener(`${OFFER}-taken`, taken, { once: true });
  offer();
  untilLater(window, () => {
    window.removeEventListener(ASK, offer);
    window.removeEventListener(`${OFFER}-taken`, taken);
  });
  return (text) => send(text);
}

/** The extension's side. @param heard Called with each text that the page's side sends. */
export function takePort(window: Window, heard: (text: string) => void): void {
  const take = (event: Event) => {
    const [port] = (event as MessageEvent).ports ?? [];
    if (!port) return;
    window.removeEventListener(OFFER, take);
    window.dispatchEvent(new Event(`${OFFER}-taken`));
    port.onmessage = ({ data }) => {
      if (typeof data === 'string') heard(data);
    };
  };
  window.addEventListener(OFFER, take);
  window.dispatchEvent(new Event(ASK));
  untilLater(window, () => window.removeEventListener(OFFER, take));
}
