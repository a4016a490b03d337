import { approximate, type Exact, toNumber } from '../math/exact.ts';
import { theilSen } from '../methods/theil-sen.ts';
import {
  type Cadence,
  type CivilDate,
  civilDate,
  dateText,
  monthsIn,
  monthsUpTo,
  type Ordinal,
  previousWindow,
  resolvedWindow,
  type Window,
  type WindowSpec,
  windowText,
  windowYearBefore,
} from '../period/index.ts';
import type { Cell, Table } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import { flagsAt, isPart, type Series, valueAt } from '../series/series.ts';
import { windowValue } from '../series/window-value.ts';
import { type Change, changeBetween, type Valued, without } from './change-between.ts';
import { COMPARED_COLUMNS, comparedCells } from './compared-columns.ts';
import { rowKey } from './row-key.ts';
import { type Break, crossedBreak, type Windows } from './window-change.ts';

/** One defensible meaning of "rose by so much in the last N months". */
export interface Reading {
  readonly name: string;
  readonly ending: string;
  readonly windows: readonly [base: string, current: string];
  readonly base: Exact | null;
  readonly current: Exact | null;
  readonly change: Change;
  /** What was compared: for the slope, the window inside which it is. */
  readonly spans: Windows;
  readonly series: Series;
  readonly cadence: Cadence;
  /** The typical change per period, where that is what is compared; null where it cannot be told. */
  readonly slope?: Exact | null;
}

/** Where a window may end: at the last complete period, or at the one still going on. */
export interface Ending {
  readonly name: string;
  readonly ordinal: Ordinal;
}

/**
 * Every reading of a window of so many periods: against the one before, against the year before, its last period against
 * the one so many before, its last against its first, by the slope inside it, and the last half-year against the one before.
 */
export function readings(
  series: Series,
  at: Cadence,
  spec: WindowSpec,
  endings: readonly Ending[],
  breaks: readonly Break[],
): Reading[] {
  const compared = comparedIn(series, at, breaks);
  return endings.flatMap((ending) => {
    const current = resolvedWindow(spec, ending.ordinal, at);
    if (!current) return [];
    const yearBefore = windowYearBefore(current, at);
    const one = (ordinal: Ordinal): Window => ({ first: ordinal, last: ordinal });
    const length = current.last - current.first + 1;
    return [
      compared('against the window before', ending, previousWindow(current, spec, at), current),
      ...(yearBefore ? [compared('against the same window a year before', ending, yearBefore, current)] : []),
      compared('last period against the one a window before', ending, one(current.last - length), one(current.last)),
      compared('last period against the first of the window', ending, one(current.first), one(current.last)),
      bySlope(ending, series, at, current, breaks),
      ...halfYears(ending, at, compared),
    ];
  });
}

/** The readings whose window ends on the day of the report, from a series of days. */
export function datedReadings(
  series: Series,
  at: Cadence,
  months: number,
  end: CivilDate,
  breaks: readonly Break[],
): Reading[] {
  const compared = comparedIn(series, at, breaks);
  const current = monthsUpTo(end, months);
  const before = (back: number) => monthsUpTo(civilDate(monthsUpTo(end, back).first - 1), months);
  const ending: Ending = { name: `on ${dateText(end)}`, ordinal: current.last };
  return [
    compared('against the window before', ending, before(months), current),
    compared('against the same window a year before', ending, before(12), current),
  ];
}

/** Compares two windows of a series as one reading. */
export type Compare = (name: string, ending: Ending, base: Window, current: Window) => Reading;

export function comparedIn(series: Series, at: Cadence, breaks: readonly Break[]): Compare {
  return (name, ending, base, current) => {
    const [before, now] = [windowValue(series, base), windowValue(series, current)];
    const change = crossedBreak({ current, base }, breaks)
      ? without('break')
      : changeBetween(before, now, series.measure.kind);
    const windows = [windowText(base, at), windowText(current, at)] as const;
    const about = { name, ending: ending.name, windows, spans: { base, current }, series, cadence: at };
    return { ...about, base: before.value, current: now.value, change };
  };
}

/** The slope inside the window, over its length, beside its first value. */
function bySlope(ending: Ending, series: Series, at: Cadence, window: Window, breaks: readonly Break[]): Reading {
  const values = Array.from({ length: window.last - window.first + 1 }, (_, i) => whole(series, window.first + i));
  const slope = theilSen(values.map((value) => value && toNumber(value))).estimate;
  const first = values[0] ?? null;
  const text = windowText(window, at);
  const about = {
    name: 'by the slope inside the window',
    ending: ending.name,
    windows: [text, text] as const,
    base: first,
    spans: { base: window, current: window },
    series,
    cadence: at,
    slope: slope === null ? null : approximate(slope),
  };
  if (crossedBreak({ current: window, base: window }, breaks))
    return { ...about, current: null, change: without('break') };
  if (slope === null || first === null) return { ...about, current: null, change: without('missing') };
  const current = approximate(toNumber(first) + slope * values.length);
  return { ...about, current, change: changeBetween(valued(first), valued(current), series.measure.kind) };
}

const valued = (value: Exact): Valued => ({ value, flags: [] });

function whole(series: Series, ordinal: Ordinal): Exact | null {
  return isPart(flagsAt(series, ordinal)) ? null : valueAt(series, ordinal);
}

function halfYears(ending: Ending, at: Cadence, compared: Compare): Reading[] {
  const spec: WindowSpec = { kind: 'last', count: 1, unit: 'half' };
  const months = monthsIn(at);
  const current = months !== undefined && months <= 6 ? resolvedWindow(spec, ending.ordinal, at) : null;
  if (!current) return [];
  return [
    compared('last calendar half-year against the one before', ending, previousWindow(current, spec, at), current),
  ];
}

const COLUMNS = ['measure', 'unit', 'reading', 'ending', ...COMPARED_COLUMNS] as const satisfies readonly ColumnName[];

/** A series with its readings. */
export interface ReadSeries {
  readonly series: Series;
  readonly readings: readonly Reading[];
}

/** One row per series and reading. */
export function readingsTable(all: readonly ReadSeries[], dimensions: readonly string[]): Table {
  const rows = all.flatMap(({ series, readings }) =>
    readings.map((reading): Cell[] => [
      ...series.key,
      series.measure.name,
      series.measure.unit,
      reading.name,
      reading.ending,
      ...comparedCells(reading.windows, reading),
    ]),
  );
  const key = rowKey(
    ['reading', 'ending'],
    dimensions,
    all.map(({ series }) => series),
  );
  return { columns: [...dimensions.map(dimensionColumn), ...COLUMNS.map(column)], rows, key };
}
