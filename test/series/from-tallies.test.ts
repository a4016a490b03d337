import { describe, expect, test } from 'vitest';
import type { Measured, Tally } from '../../src/engine/engine.ts';
import { seriesFromTallies } from '../../src/series/from-tallies.ts';
import type { SeriesPlan } from '../../src/series/plan.ts';
import type { Measure } from '../../src/series/series.ts';
import { RECORDS, seriesLines } from './series-lines.ts';

const CROSSINGS: Measure = { name: 'crossings', unit: 'crossings', kind: 'count', statistic: 'sum' };

/** Months in the first part of the key, what is grouped by in the second. */
const PLAN: SeriesPlan = {
  ...RECORDS,
  period: { ...RECORDS.period, place: 'crossings.csv: column month' },
  measures: [{ measure: CROSSINGS, at: 0 }],
};

const BY_POST: SeriesPlan = { ...PLAN, by: [{ name: 'post', key: 1, renamed: {} }] };

/** The parts of a key, and the value: a number, null for a blank, any text for a cell that cannot be read. */
type Row = readonly (string | number | null)[];

function measured(value: string | number | null): Measured {
  if (value === null) return { values: 0, blanks: 1, rejected: 0, sum: 0, min: null, max: null };
  if (typeof value === 'string') return { values: 0, blanks: 0, rejected: 1, sum: 0, min: null, max: null };
  return { values: 1, blanks: 0, rejected: 0, sum: value, min: value, max: value };
}

/** Tallies of one record each. */
const tallies = (rows: readonly Row[]): Tally[] =>
  rows.map((row, i) => ({
    key: row.slice(0, -1).map(String),
    records: 1,
    measures: [measured(row[row.length - 1] ?? null)],
    first: { file: 0, line: i + 2 },
  }));

const made = (plan: SeriesPlan, ...rows: readonly Row[]) =>
  seriesFromTallies({ tallies: tallies(rows), records: rows.length, rejects: [] }, plan);

/** Each period of each series as `key period value flags`. */
function lines(plan: SeriesPlan, ...rows: readonly Row[]): string[] {
  const { set } = made(plan, ...rows);
  return seriesLines(set);
}

describe('gaps', () => {
  const rows = [
    ['2024-01', 40],
    ['2024-03', 60],
  ] as const;

  test('a month without a record stands in the series and is missing, not zero', () => {
    expect(lines(PLAN, ...rows)).toEqual(['2024-01 40', '2024-02 ? missing', '2024-03 60']);
  });

  test('where absent means zero the gap is zero, and marked', () => {
    expect(lines({ ...PLAN, gaps: 'zero', absentIsZero: true }, ...rows)).toEqual([
      '2024-01 40',
      '2024-02 0 zero-filled',
      '2024-03 60',
    ]);
  });

  test('a mean has no zero to be filled with', () => {
    const measures = [{ measure: { ...CROSSINGS, statistic: 'mean' as const }, at: 0 }];
    expect(lines({ ...PLAN, measures, gaps: 'zero', absentIsZero: true }, ...rows)[1]).toBe('2024-02 ? missing');
  });

  test('where gaps are an error the first is named', () => {
    expect(() => made({ ...BY_POST, gaps: 'error' }, ['2024-01', 'Thoeng', 40], ['2024-03', 'Thoeng', 60])).toThrow(
      'Thoeng: 2024-02 has no record',
    );
  });

  test('a group ends with its own records, or with the source where absent means zero', () => {
    const groups = [
      ['2024-01', 'Mae Sai', 5],
      ['2024-02', 'Mae Sai', 6],
      ['2024-02', 'Thoeng', 7],
    ] as const;
    expect(lines(BY_POST, ...groups)).toEqual(['Mae Sai 2024-01 5', 'Mae Sai 2024-02 6', 'Thoeng 2024-02 7']);
    expect(lines({ ...BY_POST, gaps: 'zero', absentIsZero: true }, ...groups)[2]).toBe('Thoeng 2024-01 0 zero-filled');
  });
});

describe('cells without a value', () => {
  test('a blank is missing, not zero, even where an absent record means zero', () => {
    const rows = [
      ['2024-01', 5],
      ['2024-02', null],
    ] as const;
    expect(lines(PLAN, ...rows)[1]).toBe('2024-02 ? missing blank');
    expect(lines({ ...PLAN, gaps: 'zero', absentIsZero: true }, ...rows)[1]).toBe('2024-02 ? missing blank');
  });

  test('a value beside a blank or an unread cell is marked', () => {
    expect(lines(PLAN, ['2024-01', 5], ['2024-01', null], ['2024-02', 6], ['2024-02', 'unread'])).toEqual([
      '2024-01 5 blank',
      '2024-02 6 rejects',
    ]);
  });
});

describe('periods put together', () => {
  test('days become months by themselves, and whatever is asked for', () => {
    const rows = [
      ['2024-01-31', 1],
      ['2024-02-01', 2],
      ['2024-02-29', 4],
    ] as const;
    expect(lines(PLAN, ...rows)).toEqual(['2024-01 1 partial', '2024-02 6']);
    expect(lines({ ...PLAN, every: 'day' }, ...rows).filter((line) => !line.includes('missing'))).toHaveLength(3);
  });

  test('a half-year with a month missing inside it is incomplete', () => {
    const months = ['01', '02', '03', '05', '06'].map((month) => [`2024-${month}`, 1] as const);
    expect(lines({ ...PLAN, every: 'half' }, ...months)).toEqual(['2024-H1 5 incomplete']);
  });

  test('it is whole where an absent month means zero', () => {
    const months = ['01', '02', '03', '05', '06'].map((month) => [`2024-${month}`, 1] as const);
    expect(lines({ ...PLAN, every: 'half', gaps: 'zero', absentIsZero: true }, ...months)).toEqual(['2024-H1 5']);
  });

  test('the first and the last period are partial where the source does not cover them', () => {
    const months = ['2023-12', '2024-01', '2024-02', '2024-03', '2024-04'].map((month) => [month, 1] as const);
    expect(lines({ ...PLAN, every: 'quarter' }, ...months)).toEqual([
      '2023-Q4 1 partial',
      '2024-Q1 3',
      '2024-Q2 1 partial',
    ]);
  });

  test('a partial period stays partial where absent means zero', () => {
    const plan: SeriesPlan = { ...PLAN, every: 'year', gaps: 'zero', absentIsZero: true };
    expect(lines(plan, ['2023-01', 5], ['2024-06', 6])).toEqual(['2023 5', '2024 6 partial']);
  });

  test('the coverage is that of the whole source, not of the records that a condition keeps', () => {
    const plan: SeriesPlan = {
      ...BY_POST,
      every: 'quarter',
      filters: [{ key: 1, values: ['Thoeng'], keep: true }],
    };
    const months = ['01', '02', '03', '04', '05', '06'].map((month) => [`2024-${month}`, 'Mae Sai', 1] as const);
    const thoeng = ['01', '02', '03'].map((month) => [`2024-${month}`, 'Thoeng', 1] as const);
    expect(lines(plan, ...months, ...thoeng)).toEqual(['Thoeng 2024-Q1 3']);
  });

  test('periods that do not fit inside the ones asked for are refused with those that do', () => {
    expect(() => made({ ...PLAN, every: 'week' }, ['2024-01', 1], ['2024-02', 1])).toThrow(
      '--every week: the source has one value per month, which does not fit inside',
    );
  });

  test('fiscal years take their months from two calendar years', () => {
    const months = Array.from({ length: 12 }, (_, i) => [i < 3 ? `2023-${10 + i}` : `2024-0${i - 2}`, 1] as const);
    expect(lines({ ...PLAN, every: 'fiscal-year' }, ...months)).toEqual(['FY2024 12']);
  });
});

describe('statistics', () => {
  const stat = (statistic: Measure['statistic']) => ({
    ...PLAN,
    measures: [{ measure: { ...CROSSINGS, statistic }, at: 0 }],
  });
  const rows = [
    ['2024-01', 5],
    ['2024-01', 2],
    ['2024-01', null],
  ] as const;

  test('sum, count, mean, smallest and largest leave blanks aside', () => {
    const of = (statistic: Measure['statistic']) => lines(stat(statistic), ...rows)[0];
    expect((['sum', 'count', 'mean', 'min', 'max'] as const).map(of)).toEqual([
      '2024-01 7 blank',
      '2024-01 2 blank',
      '2024-01 3.5 blank',
      '2024-01 2 blank',
      '2024-01 5 blank',
    ]);
  });

  test('a mean over a longer period is that of its records, not of its months', () => {
    expect(
      lines({ ...stat('mean'), every: 'quarter' }, ['2024-01', 1], ['2024-01', 1], ['2024-02', 4], ['2024-03', 4]),
    ).toEqual(['2024-Q1 2.5']);
  });

  test('records are counted where the measure has no column', () => {
    expect(lines({ ...PLAN, measures: [{ measure: CROSSINGS, at: null }] }, ...rows)).toEqual(['2024-01 3']);
  });
});

describe('as of a day', () => {
  const rows = [
    ['2024-01', 1],
    ['2024-02', 2],
    ['2024-03', 3],
  ] as const;

  test('the period of that day is partial, and later ones are left out and told', () => {
    const plan: SeriesPlan = { ...PLAN, asOf: '2024-02-15' };
    expect(lines(plan, ...rows)).toEqual(['2024-01 1', '2024-02 2 partial']);
    expect(made(plan, ...rows).notes.map(({ text }) => text)).toEqual([
      'left out: 1 record of periods that start after --as-of 2024-02-15',
    ]);
  });

  test('the last day of a period leaves it whole', () => {
    expect(lines({ ...PLAN, asOf: '2024-02-29' }, ...rows)).toEqual(['2024-01 1', '2024-02 2']);
  });

  test('a later day does not lengthen a source that may merely have stopped', () => {
    expect(lines({ ...PLAN, asOf: '2024-05-31' }, ...rows)).toHaveLength(3);
    expect(lines({ ...PLAN, every: 'half', asOf: '2024-06-30' }, ...rows)).toEqual(['2024-H1 6 partial']);
  });

  test('a later day lengthens a source whose absent records mean zero', () => {
    expect(lines({ ...PLAN, gaps: 'zero', absentIsZero: true, asOf: '2024-05-15' }, ...rows).slice(3)).toEqual([
      '2024-04 0 zero-filled',
      '2024-05 0 zero-filled partial',
    ]);
  });

  test('a day before the source begins leaves too little data', () => {
    expect(() => made({ ...PLAN, asOf: '2023-12-31' }, ...rows)).toThrow('--as-of 2023-12-31: the source begins later');
  });

  test('a Buddhist day is read as such, and what is no day is refused', () => {
    expect(lines({ ...PLAN, asOf: '2567-02-29' }, ...rows)).toHaveLength(2);
    expect(() => made({ ...PLAN, asOf: '2024-02' }, ...rows)).toThrow('"2024-02" is not a date such as 2025-06-30');
  });
});

describe('a source whose last period is always still going on', () => {
  const rows = [
    ['2023', 10],
    ['2024', 4],
  ] as const;

  test('has a partial last period', () => {
    expect(lines({ ...PLAN, openEnd: true }, ...rows)).toEqual(['2023 10', '2024 4 partial']);
  });

  test('is whole as of the last day', () => {
    expect(lines({ ...PLAN, openEnd: true, asOf: '2024-12-31' }, ...rows)).toEqual(['2023 10', '2024 4']);
  });
});

describe('groups', () => {
  test('are sorted by code unit, the same on every machine', () => {
    const posts = ['ท่า', 'Zürich', 'apple', 'Ångström', 'Banana', 'a', '10', '9'];
    const { set } = made(BY_POST, ...posts.map((post) => ['2024-01', post, 1] as const));
    expect(set.series.map(({ key }) => key[0])).toEqual([
      '10',
      '9',
      'Banana',
      'Zürich',
      'a',
      'apple',
      'Ångström',
      'ท่า',
    ]);
  });

  test('a value that changed its name goes under the new one', () => {
    const plan: SeriesPlan = { ...PLAN, by: [{ name: 'post', key: 1, renamed: { 'Mae Sai 1': 'Mae Sai' } }] };
    expect(lines(plan, ['2024-01', 'Mae Sai 1', 5], ['2024-01', 'Mae Sai', 2])).toEqual(['Mae Sai 2024-01 7']);
  });

  test('two spellings of one period are one period', () => {
    expect(lines(PLAN, ['ม.ค. 67', 5], ['2567-01', 2], ['January 2024', 1])).toEqual(['2024-01 8']);
  });

  test('"NA" is a group like any other', () => {
    expect(lines(BY_POST, ['2024-01', 'NA', 5])).toEqual(['NA 2024-01 5']);
  });
});

describe('labels and flags of the records', () => {
  const plan: SeriesPlan = { ...PLAN, labels: { name: 1, unit: 2 } };

  test('the measure and the unit that records name keep series apart and name them', () => {
    const { set } = made(
      plan,
      ['2024-01', 'meth', 'tablets', 5],
      ['2024-01', 'meth', 'kg', 2],
      ['2024-01', 'ice', 'kg', 1],
    );
    expect(set.series.map(({ measure, values }) => [measure.name, measure.unit, ...values])).toEqual([
      ['ice', 'kg', 1],
      ['meth', 'kg', 2],
      ['meth', 'tablets', 5],
    ]);
  });

  test('flags of the source stand beside the values as it wrote them', () => {
    expect(lines({ ...PLAN, flag: 1 }, ['2024-01', 'p', 5], ['2024-01', ' e ', 5], ['2024-02', '', 1])).toEqual([
      '2024-01 10 source:e source:p',
      '2024-02 1',
    ]);
  });
});

describe('periods that cannot be read', () => {
  test('are counted and named with their first line', () => {
    const { unreadable, set } = made(PLAN, ['2024-01', 5], ['Total', 5], ['2024-02', 6]);
    expect(unreadable).toEqual([{ text: 'Total', records: 1, first: { file: 0, line: 3 } }]);
    expect(set.series[0]?.values).toEqual([5, 6]);
  });

  test('a column that cannot be decided is an error of the input', () => {
    expect(() => made(PLAN, ['03/04/2024', 5], ['05/06/2024', 6])).toThrow('can be day first or month first');
  });
});
