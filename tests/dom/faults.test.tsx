// The fault table of hosts (docs/SECURITY.md, E1 1 to 9 and 11): whatever they send, the background keeps the best rules it has,
// loses none, and the settings say in words what is the matter; and when the fault is over, all is as it should be.
// @vitest-environment node
import { expect, test } from 'vitest';
import { MANIFEST_PATH } from '../../utils/feed/layout.ts';
import { FIVE, KEY, MIRROR, pathOf, SIX, six } from '../feed/background.ts';
import { endless, Shelf, zip } from '../feed/host.ts';
import { makeKey, manifestOf, signedBy, utf8 } from '../feed/publisher.ts';
import { textsOf } from '../feed/small-ruleset.ts';
import { BUNDLED, browserEach, HAS_FIVE, suffers, UNSIGNED, withFive } from './faults.tsx';

browserEach();

const KEPT = { id: 'Aturan yang dipakai sekarang tidak berubah.', en: 'The rules in use have not changed.' };
const at = (answer: () => Response | Promise<Response>) => ({ [MIRROR]: Shelf.always(answer) });
const bad = (path: string, answer: Parameters<Shelf['with']>[1]) => ({ [MIRROR]: six.with(path, answer) });
const brands = await pathOf(SIX, 'brands-2.txt');
const PAGE = '<!doctype html><title>Masuk ke Wi-Fi</title>';
const signed = async (content: unknown, keys = [KEY]) => bad(MANIFEST_PATH, await signedBy(keys, content));
const manifest = six.answers.get(MANIFEST_PATH) as Uint8Array<ArrayBuffer>;
const older = new Shelf();
await older.publish(4, textsOf(FIVE), [KEY]);
const forged = new Shelf();
await forged.publish(9, textsOf(SIX), [await makeKey()]);

const UNREACHABLE = { id: 'Alamat ini tidak bisa dihubungi.', en: 'This address cannot be reached.' };

test('1 offline, fresh install: the built-in rules judge', async () => {
  const words = { id: ['ikut terpasang bersama ekstensi', UNREACHABLE.id], en: [UNREACHABLE.en, 'came with'] };
  await suffers({}, { rules: BUNDLED, ...words });
});

type Row = [fault: string, hosts: () => Record<string, Shelf> | Promise<Record<string, Shelf>>, id: string, en: string];
const WRONG = [
  'Isi berkas brands-2.txt tidak sama dengan yang ditandatangani',
  'brands-2.txt holds is not what',
] as const;

test.for<Row>([
  ['2 offline, good data before', () => ({}), UNREACHABLE.id, UNREACHABLE.en],
  ['3 HTTP 404', () => at(() => new Response(PAGE, { status: 404 })), 'dengan kode 404', 'with code 404'],
  ['3 HTTP 500', () => at(() => new Response(PAGE, { status: 500 })), 'dengan kode 500', 'with code 500'],
  [
    '4 HTTP 200 with an HTML page for everything',
    () => at(() => new Response(PAGE)),
    'bukan tanda tangan yang bisa dibaca',
    'cannot be read as signatures',
  ],
  ['4 HTTP 200 with an HTML page for a file', () => bad(brands, utf8(PAGE)), ...WRONG],
  ['5 truncated manifest', () => bad(MANIFEST_PATH, manifest.slice(0, -200)), UNSIGNED.id, UNSIGNED.en],
  ['5 truncated file', () => bad(brands, (six.answers.get(brands) as Uint8Array<ArrayBuffer>).slice(0, -9)), ...WRONG],
  ['6 empty body for everything', () => at(() => new Response('')), 'bukan tanda tangan yang', 'be read as signatures'],
  [
    '6 empty file',
    () => bad(brands, new Uint8Array()),
    'Besar berkas brands-2.txt tidak cocok',
    'brands-2.txt is wrong',
  ],
  [
    '6 empty list, signed by mistake',
    async () => signed({ ...(await manifestOf({ version: 7 })), files: {} }),
    'yang keliru “files”',
    'the wrong part is “files”',
  ],
  ['7 one of several files missing', () => bad(brands, null), 'dengan kode 404', 'with code 404'],
  ['8 rollback', () => ({ [MIRROR]: older }), 'nomor 4, sedangkan yang sudah ada nomor 5', 'number 5 is already here'],
  ['9 forged release of the right shape', () => ({ [MIRROR]: forged }), UNSIGNED.id, UNSIGNED.en],
  ['9 forged file of the right shape and size', () => bad(brands, zip(utf8('cosmoz\tcosmos\tID\th'))), ...WRONG],
  ['11 endless manifest', () => bad(MANIFEST_PATH, () => endless(65_536)), 'terlalu besar', 'is too big'],
  ['11 endless file', () => bad(brands, () => endless(65_536)), 'terlalu besar', 'is too big'],
])('%s: the rules of before judge, and it is said', async ([, hosts, id, en]) => {
  await withFive();
  await suffers(await hosts(), { rules: HAS_FIVE, id: [id, KEPT.id], en: [en, KEPT.en] });
});

test('11 a body of 60 MB: no more of it is read than may be', async () => {
  await withFive();
  let sent = 0;
  const huge = () =>
    new Response(
      new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += 65_536;
          if (sent > 60_000_000) controller.close();
          else controller.enqueue(new Uint8Array(65_536));
        },
      }),
    );
  await suffers(bad(MANIFEST_PATH, huge), { rules: HAS_FIVE, id: ['terlalu besar'], en: ['is too big'] });
  expect(sent).toBeLessThan(1_000_000);
});
