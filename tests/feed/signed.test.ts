// Signed documents: whose signatures count, and that what was signed is what is read.
import { afterEach, expect, test, vi } from 'vitest';
import { countSigners, parseSigned, type Role, requireSigners } from '../../utils/feed/signed.ts';
import { join, type Key, makeKey, refusedFor, signedBy, utf8 } from './publisher.ts';

const [a, b, c, stranger] = await Promise.all([makeKey(), makeKey(), makeKey(), makeKey()]);
const payload = utf8('{"type":"manifest"}');
const LIMIT = 200_000;

const role = (keys: Key[], threshold = 1): Role => ({
  name: 'manifest',
  root: 1,
  keys: new Map(keys.map((key) => [key.id, key.public])),
  threshold,
});
const require_ = async (signatures: object[], by: Role) =>
  requireSigners(parseSigned(join(signatures, payload), LIMIT), by);
const refused = (signatures: object[], by: Role) => refusedFor(() => require_(signatures, by));

afterEach(() => {
  vi.restoreAllMocks();
});

test('enough keys of the role have signed', async () => {
  await require_([await a.sign(payload), await b.sign(payload)], role([a, b, c], 2));
});

test('S8: a wrong key is refused, also under the name of a right one', async () => {
  const wrong = await stranger.sign(payload);
  expect(await refused([wrong], role([a]))).toEqual({ code: 'unsigned', role: 'manifest', root: 1 });
  expect(await refused([{ ...wrong, keyid: a.id }], role([a]))).toMatchObject({ code: 'unsigned' });
  expect(await refused([], role([a]))).toMatchObject({ code: 'unsigned' });
});

test('S8: fewer keys than the threshold are refused', async () => {
  expect(await refused([await a.sign(payload)], role([a, b], 2))).toEqual({
    code: 'threshold',
    role: 'manifest',
    root: 1,
    valid: 1,
    threshold: 2,
  });
});

test('S8: the same key twice counts once', async () => {
  const signature = await a.sign(payload);
  expect(await refused([signature, signature], role([a, b], 2))).toMatchObject({ code: 'threshold', valid: 1 });
});

test('S8: a key that signed wrongly first and rightly then counts', async () => {
  const [right, other] = [await a.sign(payload), await a.sign(utf8('other'))];
  await require_([other, right], role([a]));
});

test('S9: invalid, unknown and longer signatures beside enough valid ones do no harm', async () => {
  const extra = [
    await stranger.sign(payload),
    { ...(await stranger.sign(payload)), keyid: b.id },
    { keyid: b.id, sig: 'A'.repeat(4000) },
    { keyid: c.id, sig: '' },
    { keyid: '__proto__', sig: '!', later: true },
  ];
  await require_([...extra, await a.sign(payload)], role([a, b, c]));
});

test('S14: the bytes that are signed are the bytes that are read', async () => {
  const odd = ' {"b":1e0,"a":"\\u00e9", "a":"é"}\r\n\n';
  const signed = parseSigned(await signedBy([a], odd), LIMIT);
  await requireSigners(signed, role([a]));
  expect(signed.payload).toEqual(utf8(odd));
  const again = utf8(JSON.stringify(JSON.parse(odd)));
  expect(await countSigners({ ...signed, payload: again }, role([a]))).toBe(0);
});

test('S14: what becomes of the buffer after it was read changes nothing', async () => {
  const bytes = await signedBy([a], '{}');
  const { payload } = parseSigned(bytes, LIMIT);
  bytes.fill(0);
  expect(payload).toEqual(utf8('{}'));
});

test('a signature has one spelling', async () => {
  const { keyid, sig } = await a.sign(payload);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  // The last character has four bits that mean nothing: this one decodes to the same bytes.
  const twin = sig.slice(0, -1) + alphabet[alphabet.indexOf(sig.at(-1) ?? '') + 1];
  expect(Buffer.from(twin, 'base64url')).toEqual(Buffer.from(sig, 'base64url'));
  expect(await refused([{ keyid, sig: twin }], role([a]))).toMatchObject({ code: 'unsigned' });
  expect(await refused([{ keyid, sig: `${sig}==` }], role([a]))).toMatchObject({ code: 'unsigned' });
});

const nested = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
test.for([
  ['nothing', '', ''],
  ['one line', '{"signatures":[]}', ''],
  ['a page of a shop', '<!doctype html>\n<title>404</title>', ''],
  ['no list', '{"signatures":{}}\n{}', 'signatures'],
  ['an entry that is none', '{"signatures":[{"keyid":"a","sig":1}]}\n{}', 'signatures.0.sig'],
  ['too many', `{"signatures":[${Array(33).fill('{"keyid":"a","sig":"b"}')}]}\n{}`, 'signatures'],
  ['a first line without end', `{"signatures":[]${' '.repeat(70_000)}}\n{}`, ''],
  ['a deep first line', `${nested}\n{}`, 'signatures'],
  ['a mark before it', '\ufeff{"signatures":[]}\n{}', ''],
] as const)('%s is no signed document', async ([, text, where]) => {
  expect(await refusedFor(() => parseSigned(utf8(text), LIMIT))).toEqual({
    code: 'malformed',
    what: 'signatures',
    where,
  });
});

test('a document that is too long is not read at all', async () => {
  expect(await refusedFor(() => parseSigned(utf8('x'.repeat(11)), 10))).toEqual({
    code: 'too-long',
    limit: 10,
    found: 11,
  });
});

test('a browser without Ed25519 says so, instead of calling good rules forged', async () => {
  vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('Unrecognized name.', 'NotSupportedError'));
  expect(await refused([await a.sign(payload)], role([a]))).toEqual({ code: 'unsupported' });
});

test('a key that no browser takes has signed nothing', async () => {
  const broken = new Map([[a.id, a.public.slice(1)]]);
  expect(await refused([await a.sign(payload)], { ...role([a]), keys: broken })).toMatchObject({ code: 'unsigned' });
});
