import { divide, type Exact, sign, subtract } from '../math/exact.ts';
import { type Ordinal, periodText } from '../period/index.ts';
import type { Cell, Column, Table } from '../report/report.ts';
import { column, dimensionColumn } from '../report/vocabulary.ts';
import { lastOrdinal, type Series, type SeriesSet, valueAt } from '../series/series.ts';
import { rowKey } from './row-key.ts';

/** A dated edition of an export. */
export interface Vintage {
  /** `2025-06-30`. */
  readonly date: string;
  readonly set: SeriesSet;
}

/** One value as one edition had it. */
export interface Release {
  readonly series: Series;
  readonly ordinal: Ordinal;
  readonly vintage: string;
  /** Which edition with a value of this period it is, from 1. */
  readonly release: number;
  readonly value: Exact;
  /** What the edition before had, and where. */
  readonly before: Exact | null;
  readonly beforeIn: { readonly series: Series; readonly vintage: string } | null;
}

/** Every value of every edition: by series, period, and date of the edition. */
export function releases(vintages: readonly Vintage[]): Release[] {
  const byId = new Map<string, { date: string; series: Series }[]>();
  for (const { date, set } of vintages) {
    for (const series of set.series) {
      const id = JSON.stringify([series.measure.name, series.measure.unit, series.key]);
      const known = byId.get(id);
      if (known) known.push({ date, series });
      else byId.set(id, [{ date, series }]);
    }
  }
  return [...byId.values()].flatMap(releasesOf);
}

function releasesOf(editions: readonly { date: string; series: Series }[]): Release[] {
  const all = editions.map(({ series }) => series);
  const last = Math.max(...all.map(lastOrdinal));
  const found: Release[] = [];
  for (let ordinal = Math.min(...all.map(({ first }) => first)); ordinal <= last; ordinal++) {
    let before: Exact | null = null;
    let beforeIn: Release['beforeIn'] = null;
    let release = 0;
    for (const { date, series } of editions) {
      const value = valueAt(series, ordinal);
      if (value === null) continue;
      release++;
      found.push({ series, ordinal, vintage: date, release, value, before, beforeIn });
      before = value;
      beforeIn = { series, vintage: date };
    }
  }
  return found;
}

/** Each release on a row of its own, with its revision of the one before. */
export function releasesTable(set: SeriesSet, all: readonly Release[]): Table {
  const names = [
    'measure',
    'unit',
    'period',
    'vintage',
    'release_number',
    'value',
    'revision',
    'relative_revision',
  ] as const;
  return {
    columns: [...set.dimensions.map(dimensionColumn), ...names.map(column)],
    key: rowKey(
      ['period', 'vintage'],
      set.dimensions,
      all.map(({ series }) => series),
    ),
    rows: all.map(({ series, ordinal, vintage, release, value, before }) => {
      const revision = before === null ? null : subtract(value, before);
      const relative = revision !== null && before !== null && sign(before) > 0 ? divide(revision, before) : null;
      const labels = [...series.key, series.measure.name, series.measure.unit, periodText(ordinal, set.cadence)];
      return [...labels, vintage, release, value, revision, relative];
    }),
  };
}

/** How the triangle of revisions lies: a column per edition, or per first, second … release of each period. */
export const VINTAGE_VIEWS = ['vertical', 'diagonal'] as const;
export type VintageView = (typeof VINTAGE_VIEWS)[number];

/** The triangle for people: a row per series and period. */
export function triangle(set: SeriesSet, all: readonly Release[], view: VintageView): Table {
  const headingOf = ({ vintage, release }: Release) => (view === 'vertical' ? vintage : `release ${release}`);
  const headings = [...new Set(all.map(headingOf))].sort(byNumber);
  const rows = new Map<string, Cell[]>();
  for (const release of all) {
    const labels = [...release.series.key, release.series.measure.unit, periodText(release.ordinal, set.cadence)];
    const id = JSON.stringify([release.series.measure.name, ...labels]);
    const row = rows.get(id) ?? [...labels, ...headings.map(() => null)];
    rows.set(id, row);
    row[labels.length + headings.indexOf(headingOf(release))] = release.value;
  }
  const quantity = (name: string): Column => ({ name, heading: name, kind: 'quantity', rank: 0 });
  const labels = [...set.dimensions.map(dimensionColumn), column('unit'), column('period')];
  return { columns: [...labels, ...headings.map(quantity)], rows: [...rows.values()] };
}

const byNumber = (a: string, b: string): number =>
  a.length === b.length ? (a < b ? -1 : a > b ? 1 : 0) : a.length - b.length;
