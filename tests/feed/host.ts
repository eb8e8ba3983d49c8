// Hosts that serve a feed, simulated: what lies where, what was asked for, and every way in which a host can fail.
import { gzipSync } from 'node:zlib';
import { type Bytes, sha256 } from '../../utils/feed/bytes.ts';
import type { Network } from '../../utils/feed/download.ts';
import { filePath, MANIFEST_PATH, patchPath, rootPath } from '../../utils/feed/layout.ts';
import type { Patch } from '../../utils/feed/patch.ts';
import { type Key, manifestOf, NOW, signedBy, utf8 } from './publisher.ts';

type Answer = Bytes | (() => Response | Promise<Response>);

export const zip = (bytes: Uint8Array): Bytes => new Uint8Array(gzipSync(bytes));

/** What a mirror holds, by path; mirrors that hold the same share it. */
export class Shelf {
  readonly answers = new Map<string, Answer>();

  async publish(version: number, files: Record<string, string>, keys: Key[], fields: object = {}): Promise<Bytes> {
    for (const text of Object.values(files)) {
      const bytes = utf8(text);
      this.answers.set(filePath(await sha256(bytes)), zip(bytes));
    }
    const document = await signedBy(keys, await manifestOf({ version, files, ...fields }));
    this.answers.set(MANIFEST_PATH, document);
    return document;
  }

  root(version: number, document: Bytes): void {
    this.answers.set(rootPath(version), document);
  }

  async patch(from: string, to: string, patch: Patch | string): Promise<string> {
    const path = patchPath(await sha256(utf8(from)), await sha256(utf8(to)));
    this.answers.set(path, zip(utf8(typeof patch === 'string' ? patch : JSON.stringify(patch))));
    return path;
  }

  /** Everything else stays as it is. */
  with(path: string, answer: Answer | null): Shelf {
    const shelf = new Shelf();
    for (const [key, value] of this.answers) shelf.answers.set(key, value);
    if (answer) shelf.answers.set(path, answer);
    else shelf.answers.delete(path);
    return shelf;
  }

  /** Every path gives the same. */
  static always(answer: () => Response | Promise<Response>): Shelf {
    const shelf = new Shelf();
    shelf.#always = answer;
    return shelf;
  }
  #always: (() => Response | Promise<Response>) | null = null;

  respond(path: string): Response | Promise<Response> {
    if (this.#always) return this.#always();
    const answer = this.answers.get(path);
    if (!answer) return new Response('no such file', { status: 404 });
    return typeof answer === 'function' ? answer() : new Response(answer);
  }
}

export interface Hosts {
  network: Network;
  /** Addresses, in order. */
  asked: string[];
}

/** @param hosts By address, "https://a.test/". Whoever is not named can't be reached. */
export function openHosts(hosts: Record<string, Shelf>, now: () => number = () => NOW): Hosts {
  const asked: string[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const address = String(input);
    asked.push(address);
    const base = Object.keys(hosts).find((one) => address.startsWith(one));
    const shelf = base === undefined ? undefined : hosts[base];
    if (!base || !shelf) throw new TypeError('fetch failed');
    const stopped = new Promise<never>((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
    });
    const response = await Promise.race([stopped, shelf.respond(address.slice(base.length))]);
    const { body, status, headers } = response;
    if (!body || !init?.signal) return response;
    // As a browser does it: what is stopped ends with an error.
    return new Response(body.pipeThrough(new TransformStream(), { signal: init.signal }), { status, headers });
  };
  return { network: { fetch, now }, asked };
}

/** A body that never ends; `pause` milliseconds between pieces of `size` bytes. */
export function endless(size: number, pause = 0): Response {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (pause > 0) await new Promise((done) => setTimeout(done, pause));
      controller.enqueue(new Uint8Array(size).fill(32));
    },
  });
  return new Response(body);
}
