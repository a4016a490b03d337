import file from '../../data/units.yaml';
import type { Exact } from '../math/exact.ts';
import { factor } from './factor.ts';
import { nameKey } from './name-key.ts';

type Dimension = 'mass' | 'volume' | 'area' | 'count' | 'money';

/** A unit, and how many of its base it is: a kilogram, a litre, a hectare, or the counted thing itself. */
export interface Unit {
  readonly name: string;
  readonly base: string;
  readonly dimension: Dimension;
  readonly factor: Exact;
}

/** What data/units.yaml holds; test/units/units-yaml.test.ts checks it. */
export interface UnitsFile {
  readonly sources: Readonly<Record<string, string>>;
  readonly units: readonly {
    readonly unit: string;
    readonly dimension?: Dimension;
    readonly of?: string;
    readonly factor?: string;
    readonly source?: string;
    readonly scope?: string;
    readonly aliases: readonly string[];
  }[];
  readonly ambiguous: readonly {
    readonly name: string;
    readonly aliases: readonly string[];
    readonly may_be: readonly string[];
  }[];
  readonly multiples: Readonly<Record<string, string>>;
  readonly conversions: readonly {
    readonly from: string;
    readonly to: string;
    readonly substances?: readonly string[];
    readonly factor: string;
    readonly low?: string;
    readonly high?: string;
    readonly source: string;
    readonly range_source?: string;
    readonly scope: string;
  }[];
}

export const UNITS_FILE = file as UnitsFile;

/** Every unit under each of its names. */
export const UNITS: ReadonlyMap<string, Unit> = new Map(
  UNITS_FILE.units.flatMap((entry) => {
    const base = entry.of ?? entry.unit;
    const unit: Unit = {
      name: entry.unit,
      base,
      dimension: UNITS_FILE.units.find((one) => one.unit === base)?.dimension ?? 'count',
      factor: entry.factor === undefined ? 1 : factor(entry.factor),
    };
    return [entry.unit, ...entry.aliases].map((name) => [nameKey(name), unit] as const);
  }),
);

/** What an ambiguous name may be, under each of its names. */
export const AMBIGUOUS: ReadonlyMap<string, readonly string[]> = new Map(
  UNITS_FILE.ambiguous.flatMap(({ name, aliases, may_be }) =>
    [name, ...aliases].map((one) => [nameKey(one), may_be] as const),
  ),
);

/** Words for so many, the longest first. */
export const MULTIPLES: readonly (readonly [word: string, times: Exact])[] = Object.entries(UNITS_FILE.multiples)
  .map(([word, times]) => [nameKey(word), factor(times)] as const)
  .sort(([a], [b]) => b.length - a.length);
