// Options as the commands share them: each is checked once, and what is wrong is said in one line.
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import * as v from 'valibot';
import type { Lang } from '../utils/messages.ts';
import { today } from '../utils/today.ts';
import { InputError } from './io.ts';

/** Reads the arguments of a command. Throws InputError on an option that it doesn't have. */
export function parseOptions<T extends ParseArgsOptionsConfig>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

const DaySchema = v.pipe(v.string(), v.isoDate());
const LangSchema = v.picklist(['id', 'en']);

/** `--day`, or today. */
export function dayOf(option: string | undefined): string {
  const day = v.safeParse(DaySchema, option ?? today());
  if (!day.success) throw new InputError('--day is a date, YYYY-MM-DD');
  return day.output;
}

/** `--lang`, or Indonesian. */
export function langOf(option: string | undefined): Lang {
  const lang = v.safeParse(LangSchema, option ?? 'id');
  if (!lang.success) throw new InputError('--lang is id or en');
  return lang.output;
}
