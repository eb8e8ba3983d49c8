// What is said about the rules is what they hold.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knowledge, RULESET } from '../origin/ruleset.ts';

test('every brand counts once, however many spellings it has', () => {
  const { brands, phrases } = knowledge.about().entries;
  expect(brands).toBe(readdirSync(`${RULESET}/brands`).length);
  expect(phrases).toBeGreaterThan(50);
});

test('marketplaces are named with their hosts', () => {
  expect(knowledge.about().marketplaces).toContainEqual({ id: 'shopee', name: 'Shopee', hosts: ['shopee.co.id'] });
});
