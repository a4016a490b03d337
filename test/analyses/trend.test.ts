import { describe, expect, test } from 'vitest';
import { type TrendOptions, trend } from '../../src/analyses/trend.ts';
import { decimal, type Exact, plainText } from '../../src/math/exact.ts';
import type { Every } from '../../src/period/index.ts';
import { cadence, dayNumber, ordinalOf } from '../../src/period/index.ts';
import type { Cell, Table } from '../../src/report/report.ts';
import type { Measure, SeriesSet } from '../../src/series/series.ts';
import { month, series, setOf } from './sets.ts';

const ALL: TrendOptions = {
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  runningMean: false,
  index: null,
};

const shown = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '?';
  if (typeof cell === 'string') return cell;
  if (Array.isArray(cell)) return cell.join('+');
  return plainText(cell as Exact);
};

/** Some columns of a table, one text per row. */
function columns(table: Table, ...names: readonly string[]): string[] {
  const at = names.map((name) => table.columns.findIndex((column) => column.name === name));
  return [...table.rows].map((row) => at.map((i) => shown(row[i])).join(' '));
}

const of = (set: SeriesSet, options: Partial<TrendOptions>, ...names: readonly string[]) =>
  columns(trend(set, { ...ALL, ...options }), ...names);

describe('the change on the period before', () => {
  const gap = setOf([series(month(2024, 1), [40, null, 60])]);

  test('a missing February never makes March a change on January', () => {
    expect(of(gap, {}, 'period', 'previous_period', 'previous', 'change', 'relative_change', 'change_status')).toEqual([
      '2024-01 2023-12 ? ? ? no-earlier-period',
      '2024-02 2024-01 40 ? ? missing',
      '2024-03 2024-02 ? ? ? base-missing',
    ]);
  });

  test('of the first period is missing: not zero, and not a ratio of one', () => {
    expect(of(gap, {}, 'change', 'relative_change')[0]).toBe('? ?');
  });

  test('of a partial period is withheld, as is the next one', () => {
    const set = setOf([series(month(2024, 1), [40, 10, 60], { flags: { 1: ['partial'] } })]);
    expect(of(set, {}, 'value', 'change', 'change_status', 'flags')).toEqual([
      '40 ? no-earlier-period ',
      '10 ? part partial',
      '60 ? base-part ',
    ]);
  });
});

describe('the change on the year before', () => {
  test('compares a period with its namesake, thirteen months on as twelve', () => {
    const set = setOf([series(month(2023, 1), [50, ...Array(11).fill(1), 70])]);
    expect(
      of(set, {}, 'period', 'year_before_period', 'year_before', 'year_change', 'year_relative_change').at(-1),
    ).toBe('2024-01 2023-01 50 20 0.4');
  });

  test('29 February and week 53 have no counterpart', () => {
    const day = (year: number, of: number, at: number) => dayNumber({ year, month: of, day: at });
    const leap = setOf([series(day(2023, 2, 28), Array(368).fill(1))], 'day');
    const status = of(leap, {}, 'period', 'year_before_period', 'year_change_status');
    expect(status.filter((line) => line.startsWith('2024-02'))).toContain('2024-02-29 ? no-counterpart');
    expect(status).toContain('2024-02-28 2023-02-28 ok');
    expect(status).toContain('2024-03-01 2023-03-01 ok');

    const week = ordinalOf({ year: 2020, month: 12, day: 31 }, cadence('week'));
    const weeks = setOf([series(week - 53, Array(54).fill(1))], 'week');
    expect(of(weeks, {}, 'period', 'year_before_period', 'year_change_status').at(-1)).toBe(
      '2020-W53 ? no-counterpart',
    );
  });

  test.each<[Every, number]>([
    ['month', 12],
    ['quarter', 4],
    ['half', 2],
    ['year', 1],
    ['fiscal-quarter', 4],
    ['fiscal-year', 1],
  ])('a year of the cadence %s has %i periods', (every, perYear) => {
    const set = setOf([series(2000 * perYear, [100, ...Array(perYear - 1).fill(1), 140])], every);
    expect(of(set, {}, 'year_relative_change').at(-1)).toBe('0.4');
  });
});

test('--from hides rows but keeps their bases, --to hides rows', () => {
  const set = setOf([series(month(2023, 1), [50, ...Array(11).fill(10), 70, 80])]);
  expect(of(set, { from: month(2024, 1), to: month(2024, 1) }, 'period', 'previous', 'change', 'year_before')).toEqual([
    '2024-01 10 60 50',
  ]);
});

test('months stand in the order of the calendar, and series in that of the set', () => {
  const set = setOf(
    [series(month(2023, 9), [1, 2, 3, 4], { key: ['ก'] }), series(month(2023, 12), [5, 6], { key: ['ข'] })],
    'month',
    ['post'],
  );
  expect(of(set, {}, 'post', 'period')).toEqual([
    'ก 2023-09',
    'ก 2023-10',
    'ก 2023-11',
    'ก 2023-12',
    'ข 2023-12',
    'ข 2024-01',
  ]);
});

test('the change of a share has no relative change', () => {
  const share: Measure = { name: 'share', unit: '%', kind: 'share', statistic: 'mean' };
  const set = setOf([series(month(2024, 1), [20, 40], { measure: share })]);
  expect(of(set, {}, 'change', 'relative_change', 'change_status')[1]).toBe('20 ? points');
});

test('a column of the data with the name of an output column gets an underscore', () => {
  const { columns } = trend(setOf([series(month(2024, 1), [1], { key: ['x', 'y'] })], 'month', ['value', 'post']), ALL);
  expect(columns.slice(0, 3).map(({ name }) => name)).toEqual(['value_', 'post', 'measure']);
});

describe('the running mean', () => {
  test('is that of all earlier values, missing ones left aside, and rounds half away from zero later', () => {
    const set = setOf([series(month(2024, 1), [172163, null, 56810, 1])]);
    expect(of(set, { runningMean: true }, 'running_mean')).toEqual(['?', '172163', '172163', '114486.5']);
  });

  test('counts values that --from hides', () => {
    const set = setOf([series(month(2024, 1), [10, 20, 30])]);
    expect(of(set, { runningMean: true, from: month(2024, 3) }, 'running_mean')).toEqual(['15']);
  });
});

describe('the index', () => {
  const set = setOf([
    series(month(2024, 1), [50, 70, null]),
    series(month(2024, 1), [0, 5]),
    series(month(2024, 2), [5]),
  ]);

  test('is 100 in its period, and null where that is zero or missing', () => {
    expect(of(set, { index: month(2024, 1) }, 'period', 'index')).toEqual([
      '2024-01 100',
      '2024-02 140',
      '2024-03 ?',
      '2024-01 ?',
      '2024-02 ?',
      '2024-02 ?',
    ]);
  });
});

test('rows can be read twice: for the table and for the renderer', () => {
  const { rows } = trend(setOf([series(month(2024, 1), [decimal(15n, 1), 2])]), ALL);
  expect([...rows]).toEqual([...rows]);
});
