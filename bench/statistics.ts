// Medians, and runs that are interleaved so that a busy moment of the machine falls on all variants alike.

export interface Result {
  name: string;
  value: number;
  unit: 'ms';
  /** `value` over `floor`; null where there is no floor. */
  ratio: number | null;
  floor: number | null;
  /** What else was measured in the same run, by name. */
  more?: Record<string, number>;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}

/** Runs every variant `runs` times in turn, after one turn that does not count; gives what each took, turn by turn. */
export async function interleave<K extends string>(
  variants: Record<K, () => Promise<number>>,
  runs: number,
): Promise<Record<K, number[]>> {
  const names = Object.keys(variants) as K[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let run = -1; run < runs; run += 1) {
    for (let i = 0; i < names.length; i += 1) {
      // Another one begins each time.
      const name = names[(i + run + names.length) % names.length];
      if (!name) continue;
      const value = await variants[name]();
      if (run >= 0) taken[name].push(value);
    }
  }
  return taken;
}

/** The median of what one variant took more than another in the same turn. */
export function less(values: number[], base: number[]): number {
  return median(values.map((value, turn) => value - (base[turn] ?? Number.NaN)));
}

/** The value below which this share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
}

/** Two digits behind the point, and three of what is small. */
const round = (value: number) =>
  Math.abs(value) < 1 ? Math.round(value * 1000) / 1000 : Math.round(value * 100) / 100;

export function result(name: string, value: number, floor: number | null, more?: Record<string, number>): Result {
  return {
    name,
    value: round(value),
    unit: 'ms',
    ratio: floor === null ? null : round(value / floor),
    floor: floor === null ? null : round(floor),
    ...(more && { more: Object.fromEntries(Object.entries(more).map(([key, value]) => [key, round(value)])) }),
  };
}
