// Three hundred lives of a feed at random.
import { test } from 'vitest';
import { live } from './sequences.ts';

test('in three hundred lives what is kept is one signed release, and never an older one', { timeout: 600_000 }, () =>
  live(300),
);
