// Only verifying makes what is verified, by type and when it runs; and files are what the manifest says, byte by byte.
import { expect, expectTypeOf, test } from 'vitest';
import { trustRoot } from '../../utils/feed/root.ts';
import { Verified, VerifiedFiles, verifyManifest } from '../../utils/feed/verified.ts';
import { bytesOf, FILES, makeKey, manifestOf, NOW, refusedFor, rootOf, signedBy, utf8 } from './publisher.ts';

const [a, m] = await Promise.all([makeKey(), makeKey()]);
const root = await trustRoot(await signedBy([a], rootOf({ root: [a], manifest: [m] })));
const document = await signedBy([m], await manifestOf());
const { verified } = await verifyManifest(document, { root, kept: null, extension: '0.1.0', now: NOW });
const brands = utf8(FILES['brands.json'] ?? '');

/** What stands for whatever will write to the store. */
const write = ({ verified, files }: VerifiedFiles) => [verified.bytes.length, files.size];

/** All that can be seen from outside. */
type LookOf<T> = { [K in keyof T]: T[K] };

test('a look-alike is none, by type', () => {
  expectTypeOf<VerifiedFiles>().toExtend<Parameters<typeof write>[0]>();
  expectTypeOf<LookOf<VerifiedFiles>>().not.toExtend<Parameters<typeof write>[0]>();
  expectTypeOf<Verified>().not.toExtend<Parameters<typeof write>[0]>();
  expectTypeOf<LookOf<Verified>>().not.toExtend<Verified>();
  // No symbol but the one that is not exported opens the constructors.
  expectTypeOf<symbol>().not.toExtend<ConstructorParameters<typeof Verified>[0]>();
  expectTypeOf<symbol>().not.toExtend<ConstructorParameters<typeof VerifiedFiles>[0]>();
});

test('a look-alike is none, when it runs', async () => {
  const make = (Class: unknown, ...rest: unknown[]) =>
    Reflect.construct(Class as () => void, [Symbol('verified'), ...rest]);
  expect(() => make(Verified, verified.manifest, document)).toThrow(TypeError);
  expect(() => make(VerifiedFiles, verified, bytesOf(FILES))).toThrow(TypeError);
  const fake: Verified = Object.assign(Object.create(Verified.prototype), { manifest: verified.manifest });
  expect(() => fake.bytes).toThrow(TypeError);
  const fakeFiles: VerifiedFiles = Object.assign(Object.create(VerifiedFiles.prototype), { verified });
  expect(() => write(fakeFiles)).toThrow(TypeError);
  expect(write(await verified.all(bytesOf(FILES)))).toEqual([document.length, 2]);
});

test('what was verified does not change afterwards', async () => {
  const mine = document.slice();
  const result = await verifyManifest(mine, { root, kept: null, extension: '0.1.0', now: NOW });
  mine.fill(0);
  result.verified.bytes.fill(0);
  expect(result.verified.bytes).toEqual(document);
  expect(() => Object.assign(result.verified.manifest, { version: 99 })).toThrow(TypeError);
  const given = brands.slice();
  const checking = verified.file('brands.json', given);
  given.fill(0);
  expect(await checking).toEqual(brands);
});

test.for([
  ['one byte less', brands.slice(1), { code: 'wrong-length', file: 'brands.json', expected: 12, found: 11 }],
  [
    'one byte more',
    utf8(`${FILES['brands.json']} `),
    { code: 'wrong-length', file: 'brands.json', expected: 12, found: 13 },
  ],
  ['nothing', utf8(''), { code: 'wrong-length', file: 'brands.json', expected: 12, found: 0 }],
  ['an old file of the same length (S6)', utf8('["Polytros"]'), { code: 'wrong-hash', file: 'brands.json' }],
] as const)('%s is refused', async ([, bytes, outcome]) => {
  expect(await refusedFor(() => verified.file('brands.json', bytes))).toEqual(outcome);
});

test.for(['constructor', '__proto__', 'toString', '../brands.json', ''])(
  'a file that is not named: %j',
  async (name) => {
    expect(await refusedFor(() => verified.file(name, brands))).toEqual({ code: 'unknown-file', file: name });
  },
);
