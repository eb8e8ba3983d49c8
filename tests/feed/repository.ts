// A repository as TUF's conformance suite simulates one, for our format: on a real local server, with a request log, and free to
// publish what no publisher should. Beside it the client that is driven through its command.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bytes } from '../../utils/feed/bytes.ts';
import { MANIFEST_PATH, rootPath } from '../../utils/feed/layout.ts';
import { parseManifest } from '../../utils/feed/manifest.ts';
import type { RoleName } from '../../utils/feed/outcome.ts';
import { trustRoot } from '../../utils/feed/root.ts';
import { parseSigned } from '../../utils/feed/signed.ts';
import { main, type Said } from './client.ts';
import { Shelf } from './host.ts';
import { DAY, instant, type Key, makeKey, manifestOf, rootOf, signedBy } from './publisher.ts';

const today = () => Math.floor(Date.now() / 1000) * 1000;
const CLIENT = new URL('client.ts', import.meta.url).pathname;

export class Repository {
  readonly shelf = new Shelf();
  /** Paths, in order; those that were not there too. */
  asked: string[] = [];
  /** Which keys the next root names, and which sign the next document: a test may pull the two apart. */
  readonly keys: Record<RoleName, Key[]>;
  readonly signers: Record<RoleName, Key[]>;
  readonly thresholds: Record<RoleName, number> = { root: 1, manifest: 1 };
  readonly versions: Record<RoleName, number> = { root: 0, manifest: 0 };
  /** Days from today. */
  readonly expires: Record<RoleName, number> = { root: 365, manifest: 30 };
  files: Record<string, string> = { 'brands.txt': 'Polytron', 'maps.json': '[]' };
  /** Of the next document, over what else it says. */
  fields: Record<RoleName, object> = { root: {}, manifest: {} };

  private constructor(root: Key, manifest: Key) {
    this.keys = { root: [root], manifest: [manifest] };
    this.signers = { root: [root], manifest: [manifest] };
  }

  /** With root 1 and manifest 1. */
  static async open(): Promise<Repository> {
    const repository = new Repository(await makeKey(), await makeKey());
    await repository.publish('root', 'manifest');
    return repository;
  }

  /** A key that the next root names for this role and that signs for it. */
  async addKey(role: RoleName): Promise<Key> {
    const key = await makeKey();
    this.keys[role].push(key);
    this.signers[role].push(key);
    return key;
  }

  async rotateKeys(role: RoleName): Promise<void> {
    this.keys[role].length = 0;
    this.signers[role].length = 0;
    await this.addKey(role);
  }

  /** The next version of each. @returns The last document. */
  async publish(...roles: RoleName[]): Promise<Bytes> {
    let document: Bytes = new Uint8Array();
    for (const role of roles) {
      this.versions[role] += 1;
      document = await (role === 'root' ? this.#publishRoot() : this.#publishManifest());
    }
    return document;
  }

  async #publishRoot(): Promise<Bytes> {
    const { root, manifest } = this.keys;
    const version = this.versions.root;
    const expires = today() + this.expires.root * DAY;
    const plan = { version, expires, root, manifest, thresholds: [this.thresholds.root, this.thresholds.manifest] };
    const content = rootOf(plan as Parameters<typeof rootOf>[0]);
    const document = await signedBy(this.signers.root, { ...content, ...this.fields.root });
    this.shelf.root(version, document);
    return document;
  }

  async #publishManifest(): Promise<Bytes> {
    const { manifest: version } = this.versions;
    const [created, expires] = [today(), today() + this.expires.manifest * DAY].map(instant);
    await this.shelf.publish(version, this.files, this.signers.manifest);
    const content = await manifestOf({ version, files: this.files, created, expires });
    const document = await signedBy(this.signers.manifest, { ...content, ...this.fields.manifest });
    this.shelf.answers.set(MANIFEST_PATH, document);
    return document;
  }

  rootDocument(version: number): Bytes {
    return this.shelf.answers.get(rootPath(version)) as Bytes;
  }
}

const repositories = new Map<string, Repository>();
let server: Server | null = null;
let port = 0;

/** A server for all repositories of a test file, each below a folder of its own. */
export async function openServer(): Promise<void> {
  const opened = createServer(async (request, response) => {
    const [, id = '', ...path] = (request.url ?? '').split('/');
    const repository = repositories.get(id);
    repository?.asked.push(path.join('/'));
    const answer = await repository?.shelf.respond(path.join('/'));
    response.writeHead(answer?.status ?? 404);
    response.end(answer && Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((done) => opened.listen(0, '127.0.0.1', done));
  server = opened;
  port = (opened.address() as AddressInfo).port;
}

export function closeServer(): void {
  server?.closeAllConnections();
  server?.close();
  repositories.clear();
}

/** The client of one test, in folders of its own. */
export class Client {
  readonly repository: Repository;
  readonly #folder = mkdtempSync(join(tmpdir(), 'cekasal-client-'));
  readonly #url: string;
  /** What the last command came to. */
  said: Said = null;

  constructor(repository: Repository) {
    this.repository = repository;
    const id = String(repositories.size + 1);
    repositories.set(id, repository);
    this.#url = `http://127.0.0.1:${port}/${id}/`;
    mkdirSync(this.#path('targets'));
  }

  #path(...names: string[]): string {
    return join(this.#folder, ...names);
  }

  #args(command: string, more: Record<string, string | number>): string[] {
    const options = Object.entries({ 'metadata-dir': this.#path('metadata'), ...more });
    return [command, ...options.flatMap(([name, value]) => [`--${name}`, String(value)])];
  }

  async #run(args: string[]): Promise<0 | 1> {
    const { exit, said } = await main(args);
    this.said = said;
    return exit;
  }

  /** @param root What is trusted to begin with. */
  init(root: Bytes = this.repository.rootDocument(1)): Promise<0 | 1> {
    writeFileSync(this.#path('initial'), root);
    return this.#run([...this.#args('init', {}), this.#path('initial')]);
  }

  refresh(daysInFuture = 0): Promise<0 | 1> {
    return this.#run(this.#args('refresh', { 'metadata-url': this.#url, 'days-in-future': daysInFuture }));
  }

  download(name: string): Promise<0 | 1> {
    const target = { 'target-name': name, 'target-dir': this.#path('targets') };
    return this.#run(this.#args('download', { 'metadata-url': this.#url, ...target }));
  }

  /** The same by the real command, in a process of its own. @returns Its exit code. */
  spawn(command: 'init' | 'refresh' | 'download', name = 'brands.txt'): Promise<number> {
    const target: Record<string, string> =
      command === 'download' ? { 'target-name': name, 'target-dir': this.#path('targets') } : {};
    writeFileSync(this.#path('initial'), this.repository.rootDocument(1));
    const args =
      command === 'init'
        ? [...this.#args('init', {}), this.#path('initial')]
        : this.#args(command, { 'metadata-url': this.#url, ...target });
    return new Promise((done) => {
      const child = execFile(process.execPath, [CLIENT, ...args], () => done(child.exitCode ?? 1));
    });
  }

  /** Null: none is trusted. */
  kept(name: 'root' | 'manifest'): Bytes | null {
    const path = `${name}.signed`;
    const folder = readdirSync(this.#path('metadata'));
    return folder.includes(path) ? new Uint8Array(readFileSync(this.#path('metadata', path))) : null;
  }

  /** Versions of what is trusted. */
  async versions(): Promise<Record<RoleName, number | null>> {
    const [root, manifest] = [this.kept('root'), this.kept('manifest')];
    return {
      root: root && (await trustRoot(root)).version,
      manifest: manifest && parseManifest(parseSigned(manifest, manifest.length).payload).version,
    };
  }

  /** What was downloaded, by name. */
  downloaded(): Record<string, string> {
    const names = readdirSync(this.#path('targets'));
    return Object.fromEntries(names.map((name) => [name, readFileSync(this.#path('targets', name), 'utf8')]));
  }

  /** Every file that is kept or was downloaded, as paths below the client's folders. */
  everything(): string[] {
    return readdirSync(this.#folder, { recursive: true }).map(String).sort();
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
