import { add, divide, type Exact, multiply, sign } from '../math/exact.ts';
import { type Cadence, lengthInDays, type Ordinal, periodText, yearBefore } from '../period/index.ts';
import type { Cell, Table } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import { flagsAt, isPart, lastOrdinal, type Series, type SeriesSet, valueAt } from '../series/series.ts';
import { type Change, changeBetween, without } from './change-between.ts';
import { rowKey } from './row-key.ts';

/** What `trend` shows beyond values and changes, and which periods. */
export interface TrendOptions {
  readonly from: Ordinal;
  readonly to: Ordinal;
  readonly runningMean: boolean;
  /** The period whose value is 100, or null for no index. */
  readonly index: Ordinal | null;
}

/** One period of one series with its changes. */
export interface TrendPoint {
  readonly ordinal: Ordinal;
  readonly value: Exact | null;
  readonly previous: Change;
  readonly yearBefore: Ordinal | null;
  readonly year: Change;
}

/** Levels per period, with the change on the period before and on the same period of the year before. */
export function trend(set: SeriesSet, options: TrendOptions): Table {
  const names = [
    ...BEFORE,
    ...(options.runningMean ? RUNNING_MEAN : []),
    ...(options.index === null ? [] : INDEX),
    ...AFTER,
  ];
  return {
    columns: [...set.dimensions.map(dimensionColumn), ...names.map(column)],
    rows: { [Symbol.iterator]: () => rows(set, options) },
    key: rowKey(['period'], set.dimensions, set.series),
  };
}

/** The change on the period before, and on the year before. */
export const CHANGE_COLUMNS = [
  'previous_period',
  'previous',
  'change',
  'relative_change',
  'change_status',
  'year_before_period',
  'year_before',
  'year_change',
  'year_relative_change',
  'year_change_status',
] as const satisfies readonly ColumnName[];

const BEFORE = ['measure', 'unit', 'period', 'value', ...CHANGE_COLUMNS] as const satisfies readonly ColumnName[];
const RUNNING_MEAN = ['running_mean'] as const;
const INDEX = ['index'] as const;
const AFTER = ['flags'] as const;

function* rows(set: SeriesSet, options: TrendOptions): Generator<readonly Cell[]> {
  const texts = new Map<Ordinal, string>();
  const text = (ordinal: Ordinal) => {
    const known = texts.get(ordinal) ?? periodText(ordinal, set.cadence);
    texts.set(ordinal, known);
    return known;
  };
  for (const series of set.series) {
    const means = options.runningMean ? runningMeans(series) : [];
    for (let ordinal = Math.max(series.first, options.from); ordinal <= lastShown(series, options); ordinal++) {
      const point = trendPoint(series, ordinal, set);
      const extra: Cell[] = [];
      if (options.runningMean) extra.push(means[ordinal - series.first] ?? null);
      if (options.index !== null) extra.push(indexed(series, ordinal, options.index));
      yield [
        ...series.key,
        series.measure.name,
        series.measure.unit,
        text(ordinal),
        point.value,
        text(ordinal - 1),
        valueAt(series, ordinal - 1),
        point.previous.difference,
        point.previous.ratio,
        point.previous.status,
        point.yearBefore === null ? null : text(point.yearBefore),
        point.yearBefore === null ? null : valueAt(series, point.yearBefore),
        point.year.difference,
        point.year.ratio,
        point.year.status,
        ...extra,
        flagsAt(series, ordinal),
      ];
    }
  }
}

export const lastShown = (series: Series, { to }: TrendOptions): Ordinal => Math.min(lastOrdinal(series), to);

export function trendPoint(series: Series, ordinal: Ordinal, set: Cut): TrendPoint {
  const before = yearBefore(ordinal, set.cadence);
  return {
    ordinal,
    value: valueAt(series, ordinal),
    previous: changeFrom(series, ordinal - 1, ordinal, set),
    yearBefore: before,
    year: before === null ? without('no-counterpart') : changeFrom(series, before, ordinal, set),
  };
}

type Cut = Pick<SeriesSet, 'cadence' | 'perDay'>;

function changeFrom(series: Series, base: Ordinal, current: Ordinal, set: Cut): Change {
  const at = (ordinal: Ordinal) => ({ value: valueAt(series, ordinal), flags: flagsAt(series, ordinal) });
  if (base < series.first && valueAt(series, current) !== null) return without('no-earlier-period');
  if (!set.perDay && unequal(base, current, set.cadence)) return without('unequal-periods');
  return changeBetween(at(base), at(current), series.measure.kind);
}

/** Six months are not compared with twelve, where a fiscal year has changed; months of 28 and 31 days are. */
export function unequal(base: Ordinal, current: Ordinal, cadence: Cadence): boolean {
  if (cadence.fiscal.dated === undefined) return false;
  const ratio = lengthInDays(base, cadence) / lengthInDays(current, cadence);
  return ratio < 0.8 || ratio > 1.25;
}

/** For each period the mean of the values of all earlier ones; null where there is none. */
export function runningMeans(series: Series): (Exact | null)[] {
  let sum: Exact = 0;
  let count = 0;
  return series.values.map((value) => {
    const mean = count === 0 ? null : divide(sum, count);
    if (value !== null) [sum, count] = [add(sum, value), count + 1];
    return mean;
  });
}

/** The index of a value; none for what stands for a part of its period, which is not compared. */
export function indexed(series: Series, ordinal: Ordinal, base: Ordinal): Exact | null {
  const value = valueAt(series, ordinal);
  const hundred = indexBase(series, base);
  if (value === null || hundred === null || isPart(flagsAt(series, ordinal))) return null;
  return divide(multiply(value, 100), hundred);
}

/** What an index takes as 100: the value of a whole period, above zero; else null. */
export function indexBase(series: Series, base: Ordinal): Exact | null {
  const value = valueAt(series, base);
  return value === null || sign(value) <= 0 || isPart(flagsAt(series, base)) ? null : value;
}
