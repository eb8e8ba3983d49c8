// What the stored entries share: what the knowledge rests on, and how much it says.
import * as v from 'valibot';

/** `source`: somebody looked it up and names where. `general-knowledge`: nobody did; always weak. */
export const basis = v.picklist(['source', 'general-knowledge']);
export type Basis = v.InferOutput<typeof basis>;

export const strength = v.picklist(['strong', 'medium', 'weak']);

/** A name found in a text: `length` tokens from where it was looked up. */
export interface Found<T> {
  entry: T;
  length: number;
}

/** 2026-02-30 has the form of a day and is none. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
