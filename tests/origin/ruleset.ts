// The project's own ruleset, opened once for the tests, and a short way to ask for a verdict.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { openKnowledge } from '../../utils/knowledge/knowledge.ts';
import type { Listing } from '../../utils/listing/listing.ts';
import { ListingSchema } from '../../utils/listing/schema.ts';
import { assess } from '../../utils/origin/assess.ts';
import { COMPILED } from '../compiled.ts';

export const RULESET = fileURLToPath(new URL('../../ruleset', import.meta.url));
export const DAY = '2026-11-25';
export const knowledge = openKnowledge(JSON.parse(readFileSync(COMPILED, 'utf8')));

export const listing = (fields: unknown): Listing => v.parse(ListingSchema, fields);
export const judge = (fields: unknown) => assess(listing(fields), knowledge, { day: DAY });
