// Where rules may come from, and what is refused as an address.
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { SourceSchema } from '../../utils/feed/source.ts';

const read = (mirrors: unknown, root: unknown = '{}') => v.safeParse(SourceSchema, { mirrors, root });

test('addresses end in a slash, and each counts once', () => {
  const { output } = read(['https://a.test/aturan', 'https://a.test/aturan/', 'http://127.0.0.1:8788']);
  expect(output).toMatchObject({ mirrors: ['https://a.test/aturan/', 'http://127.0.0.1:8788/'] });
});

describe('refused', () => {
  test.for([
    ['http://a.test/'],
    ['http://127.0.0.1.a.test/'],
    ['ftp://a.test/'],
    ['javascript:alert(1)'],
    ['data:text/plain,x'],
    ['file:///etc/'],
    ['https://nama:sandi@a.test/'],
    ['https://a.test/?pengguna=7'],
    ['https://a.test/#x'],
    [`https://a.test/${'x'.repeat(400)}`],
    ['a.test'],
    [''],
    [7],
  ])('%s', ([address]) => {
    expect(read([address]).success).toBe(false);
  });

  test('no address, too many, no root, a root that is too long', () => {
    const nine = Array.from({ length: 9 }, (_, i) => `https://a${i}.test/`);
    expect([
      read([]),
      read(nine),
      read(['https://a.test/'], ''),
      read(['https://a.test/'], 'x'.repeat(200_000)),
    ]).toEqual(Array.from({ length: 4 }, () => expect.objectContaining({ success: false })));
  });
});
