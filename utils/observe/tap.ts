// In the page's own world: hears the answers that the page asked for itself. It asks for nothing, and changes neither what is
// asked nor what comes back: the page gets the very promise and the very request that the browser made.

/** Longer answers (characters) are not read. */
export const MAX_ANSWER = 3_000_000;

type Heard = (url: string, text: string) => void;

/** The window of the page's own world. */
type World = Window & Pick<typeof globalThis, 'fetch' | 'XMLHttpRequest' | 'Promise'>;

/** @param may Whether the answer at this address may be read; nothing else of it is looked at. */
export function tap(window: World, may: (url: string) => boolean, heard: Heard): void {
  // Taken now: the page may replace them, and must not be able to make us call something else.
  const { then } = window.Promise.prototype;
  const { apply } = Reflect;
  const { stringify } = JSON;
  const listen = window.XMLHttpRequest.prototype.addEventListener;

  const after = <T>(promise: Promise<T>, run: (value: T) => void) =>
    apply(then, promise, [
      (value: T) => quiet(() => run(value)),
      () => undefined, // The page's own matter.
    ]);

  window.fetch = new Proxy(window.fetch, {
    apply(fetch, self, args) {
      const answer = apply(fetch, self, args);
      quiet(() =>
        after(answer as Promise<Response>, (response) => {
          if (!response.ok || response.bodyUsed || !may(response.url) || !isJson(response)) return;
          after(response.clone().text(), (text) => tell(response.url, text));
        }),
      );
      return answer;
    },
  });

  const heeded = new WeakSet<XMLHttpRequest>();
  const { prototype } = window.XMLHttpRequest;
  prototype.open = new Proxy(prototype.open, {
    apply(open, self, args) {
      const result = apply(open, self, args);
      quiet(() => {
        if (heeded.has(self)) return;
        heeded.add(self);
        apply(listen, self, ['load', () => quiet(() => hearRequest(self))]);
      });
      return result;
    },
  });

  function hearRequest(request: XMLHttpRequest): void {
    const { status, responseURL, responseType } = request;
    if (status !== 200 || !may(responseURL)) return;
    if (responseType === 'json') tell(responseURL, stringify(request.response));
    else if (responseType === '' || responseType === 'text') tell(responseURL, request.responseText);
  }

  function tell(url: string, text: string): void {
    if (text.length <= MAX_ANSWER) heard(url, text);
  }
}

const isJson = (response: Response): boolean => /json/i.test(response.headers.get('content-type') ?? '');

/** A mistake of ours must not become the page's, nor be seen by it. */
function quiet(run: () => void): void {
  try {
    run();
  } catch {}
}
