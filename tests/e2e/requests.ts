// Keeps account of a run's requests: whatever was asked for on the web must be a page that a test opened.

export interface Requests {
  /** A test opens this address. */
  opens(url: string): void;
  /** Somebody asked for this address. */
  asks(url: string): void;
  strangers(): string[];
}

/** A browser asks for these by itself, whatever stands on the page. */
const OWN = /\/favicon\.ico$/;

const plain = (url: string) => url.split('#')[0] as string;

export function openRequests(): Requests {
  const opened = new Set<string>();
  const asked: string[] = [];
  return {
    opens: (url) => void opened.add(plain(new URL(url).href)),
    asks: (url) => void (/^https?:/.test(url) && !OWN.test(url) && asked.push(plain(url))),
    strangers: () => [...new Set(asked.filter((url) => !opened.has(url)))],
  };
}
