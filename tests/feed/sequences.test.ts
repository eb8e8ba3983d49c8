// Forty lives of a feed at random; sequences.long.test.ts lives three hundred.
import { test } from 'vitest';
import { live } from './sequences.ts';

test('whatever happens to it, what is kept is one signed release, and never an older one', { timeout: 120_000 }, () =>
  live(40),
);
