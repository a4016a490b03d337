import { divide, type Exact, sign, subtract } from '../math/exact.ts';
import { type Ordinal, periodText } from '../period/index.ts';
import type { Cell, Table } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import { flagsAt, lastOrdinal, type Series, valueAt } from '../series/series.ts';
import type { ExchangeRate } from './exchange-rate.ts';
import type { Real } from './real-values.ts';
import type { TradeSet } from './trade-set.ts';
import { CHANGE_COLUMNS, type TrendPoint, trendPoint } from './trend.ts';

/** What is known of the figures beyond the figures, and which of them are shown. */
export interface TradeShown {
  readonly from: Ordinal;
  readonly to: Ordinal;
  /** How a flow is valued; an empty text where nobody says. */
  readonly valuation: (flow: string) => string;
  /** What values were converted at; null where they are as in the source. */
  readonly rate: ((ordinal: Ordinal) => ExchangeRate) | null;
  /** Values in the prices of one period; null where nobody asks for them. */
  readonly real: Real | null;
}

/** One flow of one part or total in one period. */
export interface TradePoint extends TrendPoint {
  /** The value divided by that of the total; null for a balance, and where the total is not above zero. */
  readonly share: Exact | null;
  /** The change divided by the base of the total; null where there is none. */
  readonly contribution: Exact | null;
}

/** What a part is of its total, and what it adds to its change. A part without records counts as zero. */
export function tradePoint(series: Series, total: Series | undefined, ordinal: Ordinal, set: TradeSet): TradePoint {
  const point = trendPoint(series, ordinal, set);
  if (!total || series.measure.kind === 'balance') return { ...point, share: null, contribution: null };
  const whole = valueAt(total, ordinal);
  const share = point.value === null || whole === null || sign(whole) <= 0 ? null : divide(point.value, whole);
  const base = valueAt(total, ordinal - 1);
  const compares = trendPoint(total, ordinal, set).previous.ratio !== null && base !== null && sign(base) > 0;
  const change = subtract(point.value ?? 0, valueAt(series, ordinal - 1) ?? 0);
  return { ...point, share, contribution: compares ? divide(change, base) : null };
}

const BEFORE = ['valuation', 'unit', 'period', 'value', ...CHANGE_COLUMNS] as const;
const PARTS = ['share_of_total', 'contribution'] as const;
const RATE = ['exchange_rate', 'rate_days'] as const;
const REAL = ['deflator', 'real_unit', 'real_value', 'real_change', 'real_relative_change'] as const;

/** Every flow of every part and total, per period, with its changes, share and contribution. */
export function trade(set: TradeSet, shown: TradeShown): Table {
  const names = [
    ...BEFORE,
    ...(set.parts.length > 0 ? PARTS : []),
    ...(shown.rate ? RATE : []),
    ...(shown.real ? REAL : []),
    'flags' as const,
  ];
  return {
    columns: [...['reporter', ...set.dimensions, 'flow'].map(dimensionColumn), ...names.map(column)],
    key: tradeKey(set),
    rows: { [Symbol.iterator]: () => rows(set, shown, names) },
  };
}

/** The columns that tell the rows of a table of trade apart. */
function tradeKey({ dimensions, totals }: TradeSet): string[] {
  const units = new Set(totals.map(({ measure }) => measure.unit)).size > 1 ? ['unit'] : [];
  return ['period', ...['reporter', ...dimensions, 'flow'].map((name) => dimensionColumn(name).name), ...units];
}

function* rows(set: TradeSet, shown: TradeShown, names: readonly ColumnName[]): Generator<readonly Cell[]> {
  for (const { series, total, ordinal } of tradePlaces(set, shown)) {
    const cells = tradeCells(series, total, ordinal, set, shown);
    yield [...series.key, series.measure.name, ...names.map((name) => cells[name] ?? null)];
  }
}

/** What the rows of a table of trade are about: one period of one flow each, with the total that it is a part of. */
export function* tradePlaces(set: TradeSet, shown: Pick<TradeShown, 'from' | 'to'>): Generator<TradePlace> {
  for (const series of [...set.parts, ...set.totals]) {
    const total = set.parts.includes(series) ? set.totalOf(series) : series;
    const last = Math.min(lastOrdinal(series), shown.to);
    for (let ordinal = Math.max(series.first, shown.from); ordinal <= last; ordinal++) yield { series, total, ordinal };
  }
}

/** One period of one flow, and the total that it is a part of. */
export interface TradePlace {
  readonly series: Series;
  readonly total: Series | undefined;
  readonly ordinal: Ordinal;
}

function tradeCells(
  series: Series,
  total: Series | undefined,
  ordinal: Ordinal,
  set: TradeSet,
  shown: TradeShown,
): Partial<Record<ColumnName, Cell>> {
  const point = tradePoint(series, total, ordinal, set);
  const text = (at: Ordinal | null) => (at === null ? null : periodText(at, set.cadence));
  const at = (when: Ordinal | null) => (when === null ? null : valueAt(series, when));
  return {
    valuation: shown.valuation(series.measure.name),
    unit: series.measure.unit,
    period: text(ordinal),
    value: point.value,
    previous_period: text(ordinal - 1),
    previous: at(ordinal - 1),
    change: point.previous.difference,
    relative_change: point.previous.ratio,
    change_status: point.previous.status,
    year_before_period: text(point.yearBefore),
    year_before: at(point.yearBefore),
    year_change: point.year.difference,
    year_relative_change: point.year.ratio,
    year_change_status: point.year.status,
    share_of_total: point.share,
    contribution: point.contribution,
    exchange_rate: shown.rate?.(ordinal).rate ?? null,
    rate_days: shown.rate?.(ordinal).days ?? null,
    ...realCells(series, ordinal, set, shown.real),
    flags: flagsAt(series, ordinal),
  };
}

function realCells(
  series: Series,
  ordinal: Ordinal,
  set: TradeSet,
  real: Real | null,
): Partial<Record<ColumnName, Cell>> {
  if (!real) return {};
  const values = real.of(series);
  const { difference, ratio } = trendPoint(values, ordinal, set).previous;
  return {
    deflator: real.deflator(ordinal),
    real_unit: values.measure.unit,
    real_value: valueAt(values, ordinal),
    real_change: difference,
    real_relative_change: ratio,
  };
}
