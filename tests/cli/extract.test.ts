// `cekasal extract` as somebody at a terminal uses it, on files of our own.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { assessCommand } from '../../cli/assess.ts';
import { extractCommand } from '../../cli/extract.ts';
import { copyRuleset } from '../origin/copy.ts';
import { IMPORTED } from '../site/catalogue.ts';
import { tokopediaProductPage, tokopediaUrl } from '../site/tokopedia-product.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cekasal-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** The command in this process: quick, and what it prints is caught. */
async function cekasal(command: 'extract' | 'assess', ...args: string[]): Promise<Outcome> {
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += text;
      return true;
    });
  }
  try {
    const code = await (command === 'extract' ? extractCommand : assessCommand)(args);
    return { code, ...printed };
  } finally {
    vi.restoreAllMocks();
  }
}

/** The command as it is called at a terminal. */
function atTerminal(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(project, 'cli/main.ts'), ...args], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

const page = file('page.html', tokopediaProductPage(IMPORTED));
const address = tokopediaUrl(IMPORTED);

describe('cekasal extract', () => {
  it('prints one JSON object and nothing else', async () => {
    const { code, stdout } = await atTerminal('extract', page, '--url', address);
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({
      marketplace: 'tokopedia',
      page: 'product',
      listings: [{ title: IMPORTED.title }],
    });
    expect(Object.keys(JSON.parse(stdout))).toEqual(['marketplace', 'page', 'listings']);
  });

  it('shows with --trace which finder gave what', async () => {
    const { stdout } = await cekasal('extract', page, '--url', address, '--trace');
    const { trace, problems } = JSON.parse(stdout);
    expect(trace).toContainEqual({
      field: 'title',
      finder: 'element h1[data-testid="lblPDPDetailProductName"]',
      gave: IMPORTED.title,
      outcome: 'used',
    });
    expect(Array.isArray(problems)).toBe(true);
  });

  it('reads by another map after a redesign', async () => {
    const map = readFileSync(join(project, 'ruleset/marketplaces/tokopedia.yml'), 'utf8');
    const redesigned = file(
      'new.html',
      tokopediaProductPage(IMPORTED)
        .replaceAll('lblPDPDetailProductPrice', 'priceNow')
        .replaceAll('pdp_comp-product_content', 'main-2027')
        .replace(/<meta[^>]*product:price:amount[^>]*>/, '')
        .replace(/priceFmt/g, 'x')
        .replace(/"value":/g, '"y":'),
    );
    const before = JSON.parse((await cekasal('extract', redesigned, '--url', address)).stdout);
    const mended = file('tokopedia.yml', map.replaceAll('lblPDPDetailProductPrice', 'priceNow'));
    const after = JSON.parse((await cekasal('extract', redesigned, '--url', address, '--map', mended)).stdout);
    expect([before.listings[0].price, after.listings[0].price?.amount]).toEqual([null, IMPORTED.price]);
  });

  it('says on stderr what it could not read', async () => {
    const broken = file('broken.html', tokopediaProductPage({ ...IMPORTED, state: '{"pdpBasicInfo1":{"alias":' }));
    const { code, stdout, stderr } = await cekasal('extract', broken, '--url', address);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).listings).toHaveLength(1);
    expect(stderr).toContain('page: unreadable');
  });

  it.each([
    ['no file', ['--url', address], 'takes one FILE'],
    ['a file that is not there', [join(folder, 'absent.html'), '--url', address], 'cannot be read'],
    ['no address', [page], 'needs --url'],
    ['a host without a map', [page, '--url', 'https://toko.example/x'], 'no map for toko.example'],
    ['broken JSON', [file('broken.json', '{"items": ['), '--url', address], 'JSON is broken'],
    ['an unknown option', [page, '--url', address, '--fast'], "'--fast'"],
    [
      'a map that says too much',
      [page, '--url', address, '--map', file('bad.yml', 'id: x\nhosts: ["*"]\n')],
      'bad.yml',
    ],
  ])('refuses with one clear line and exit code 2: %s', async (_, args, says) => {
    const { code, stdout, stderr } = await cekasal('extract', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith('cekasal: ')).toBe(true);
    expect(stderr).toContain(says);
  });
});

describe('cekasal assess', () => {
  it('gives one assessment a line, in the order of the listings', async () => {
    const listings = file(
      'two.jsonl',
      `${JSON.stringify({ title: 'Gelas kaca' })}\n${JSON.stringify({ attributes: { 'Negara Asal': 'China' } })}\n`,
    );
    const { code, stdout } = await cekasal('assess', listings, '--day', '2026-11-24');
    expect(code).toBe(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).verdict),
    ).toEqual(['unknown', 'imported']);
  });

  it('follows a ruleset folder that a volunteer changed', async () => {
    const ruleset = join(folder, 'ruleset');
    copyRuleset(ruleset);
    const brand =
      'name: Zubrowana\ncountry: CN\nbasis: source\nsource: https://example.org/zubrowana\nreviewed: 2026-11-20\n';
    const listing = file('brand.jsonl', JSON.stringify({ title: 'Kipas meja', brand: 'Zubrowana' }));
    const claim = async () => {
      const { stdout } = await cekasal('assess', listing, '--ruleset', ruleset);
      return JSON.parse(stdout).claims.brandFrom.country;
    };
    expect(await claim()).toBeNull();
    writeFileSync(join(ruleset, 'brands/zubrowana.yml'), brand);
    expect(await claim()).toBe('CN');
  });
});
