import { approximate, compare, divide, type Exact, negate, sign, subtract } from '../math/exact.ts';
import { type Cadence, windowText } from '../period/index.ts';
import type { Cell, Table } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import type { Series, SeriesSet } from '../series/series.ts';
import { rowKey } from './row-key.ts';
import { type ChangeOptions, type WindowChange, windowChange } from './window-change.ts';

export const SORTS = ['contribution', 'change', 'current', 'key'] as const;

export type Sort = (typeof SORTS)[number];

/** One row of a comparison: a series, or the total of several. */
export interface ChangeRow extends WindowChange {
  readonly key: readonly string[];
  readonly isTotal: boolean;
  /** The same window a year before against the current one. */
  readonly year: WindowChange | null;
  /** The change divided by the base of the total; null where there is no total to divide by. */
  readonly contribution: Exact | null;
  readonly rank: number | null;
}

/** Series that are parts, and the totals they add up to, with what ties each part to its total. */
export interface Parts {
  readonly set: SeriesSet;
  /** Empty where the parts must not be added up. */
  readonly totals: readonly Series[];
  /** Positions of the dimensions over which nothing is added up: each total is of one value of these. */
  readonly apart: readonly number[];
  /** The total that a series is part of. */
  readonly totalOf: (series: Series) => Series | undefined;
}

const TOTAL = 'total';

/** Compares the windows for every series and total; contributions add up exactly to the change of their total. */
export function changeRows({ set, totals, apart, totalOf }: Parts, options: ChangeOptions, sort: Sort): ChangeRow[] {
  const compared = new Map(totals.map((total) => [total, whole(total, set.cadence, options)]));
  const rows = set.series.map((series): ChangeRow => {
    const row = whole(series, set.cadence, options);
    const total = totalOf(series);
    const of = total && compared.get(total);
    return { ...row, key: series.key, isTotal: false, contribution: of ? contribution(row, of) : null, rank: null };
  });
  const ranked = totals.length > 0 ? withRanks(rows, totalOf) : rows;
  const named = set.dimensions.findIndex((_, i) => !apart.includes(i));
  const sums = totals.map((total): ChangeRow => {
    const row = compared.get(total) as ReturnType<typeof whole>;
    const key = set.dimensions.map((_, i) => (i === named ? TOTAL : (total.key[apart.indexOf(i)] ?? '')));
    return { ...row, key, isTotal: true, contribution: row.change.ratio, rank: null };
  });
  return [...sorted(ranked, sort), ...sums];
}

function whole(series: Series, cadence: Cadence, options: ChangeOptions) {
  const { current, yearBefore } = options;
  const year =
    yearBefore && windowChange(series, { current, base: yearBefore }, cadence, { ...options, interval: 'none' });
  return { ...windowChange(series, options, cadence, options), year };
}

/** What a part's change adds to the total's, in parts of the total's base. A part without records counts as zero. */
function contribution(part: WindowChange, total: WindowChange): Exact | null {
  if (total.change.ratio === null || total.base.value === null || sign(total.base.value) <= 0) return null;
  return divide(subtract(part.current.value ?? 0, part.base.value ?? 0), total.base.value);
}

function withRanks(rows: readonly ChangeRow[], totalOf: Parts['totalOf']): ChangeRow[] {
  const size = ({ contribution }: ChangeRow): Exact => sizeOf(contribution) ?? 0;
  const order = [...rows].sort((a, b) => compare(size(b), size(a)));
  const seen = new Map<Series | undefined, number>();
  const ranks = new Map<ChangeRow, number>();
  for (const row of order) {
    const rank = (seen.get(totalOf(row.series)) ?? 0) + 1;
    seen.set(totalOf(row.series), rank);
    ranks.set(row, rank);
  }
  return rows.map((row) => ({ ...row, rank: row.contribution === null ? null : (ranks.get(row) ?? null) }));
}

const sizeOf = (x: Exact | null): Exact | null => (x !== null && sign(x) < 0 ? negate(x) : x);

/** Largest first, falls as rises; rows without the figure last, and ties in the order of their keys. */
function sorted(rows: readonly ChangeRow[], sort: Sort): ChangeRow[] {
  if (sort === 'key') return [...rows];
  const figure = (row: ChangeRow): Exact | null =>
    sort === 'contribution'
      ? sizeOf(row.contribution ?? row.change.difference)
      : sort === 'change'
        ? row.change.ratio
        : row.current.value;
  return [...rows].sort((a, b) => {
    const [x, y] = [figure(a), figure(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    return compare(y, x);
  });
}

const COLUMNS = [
  'measure',
  'unit',
  'window',
  'base_window',
  'periods',
  'missing',
  'base_periods',
  'base_missing',
  'base',
  'current',
  'change',
  'relative_change',
  'change_status',
  'ratio_low',
  'ratio_high',
  'p_value',
  'dispersion',
  'interval_method',
  'contribution',
  'rank',
  'year_before_window',
  'year_before',
  'year_change',
  'year_relative_change',
  'year_change_status',
  'flags',
] as const satisfies readonly ColumnName[];

/** The rows with every figure, for machines. */
export function changeTable(
  rows: readonly ChangeRow[],
  dimensions: readonly string[],
  cadence: Cadence,
  options: ChangeOptions,
): Table {
  const texts = [options.current, options.base, options.yearBefore].map(
    (window) => window && windowText(window, cadence),
  );
  return {
    columns: [...dimensions.map(dimensionColumn), ...COLUMNS.map(column)],
    rows: rows.map((row) => [...row.key, ...figures(row, texts)]),
    key: changeKey(rows, dimensions),
  };
}

/** The columns that tell the rows of a comparison apart. */
export const changeKey = (rows: readonly ChangeRow[], dimensions: readonly string[]): string[] =>
  rowKey(
    [],
    dimensions,
    rows.map(({ series }) => series),
  );

function figures(row: ChangeRow, [window = null, base = null, yearBefore = null]: readonly (string | null)[]): Cell[] {
  const { series, current, interval, change, year } = row;
  const estimated = (x: number | null | undefined) => (x == null ? null : approximate(x));
  return [
    series.measure.name,
    row.unit,
    window,
    base,
    current.periods,
    current.missing,
    row.base.periods,
    row.base.missing,
    row.base.value,
    current.value,
    change.difference,
    change.ratio,
    change.status,
    estimated(interval?.low),
    estimated(interval?.high),
    estimated(interval?.pValue),
    estimated(interval?.parameters.dispersion),
    interval?.method ?? null,
    row.contribution,
    row.rank,
    yearBefore,
    year?.base.value ?? null,
    year?.change.difference ?? null,
    year?.change.ratio ?? null,
    year?.change.status ?? null,
    rowFlags(row),
  ];
}

/** The flags of both windows; those of the base say so. */
export function rowFlags({ current, base }: WindowChange): string[] {
  return [...current.flags, ...base.flags.map((flag) => `base:${flag}`)];
}
