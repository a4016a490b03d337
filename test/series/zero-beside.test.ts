import { describe, expect, it } from 'vitest';
import type { Tally } from '../../src/engine/engine.ts';
import { seriesFromTallies } from '../../src/series/from-tallies.ts';
import type { SeriesPlan } from '../../src/series/plan.ts';
import { withKeyPart } from '../../src/series/with-key-part.ts';
import { RECORDS, seriesLines } from './series-lines.ts';

/** Dates in the first part of the key; the band is the part that is worked out: near, far, or not known. */
const PLAN: SeriesPlan = {
  ...RECORDS,
  filters: [{ key: 2, values: ['near'], keep: true }],
  zeroBeside: { key: 2, values: ['?'], keep: false },
};

const tallies = (dates: readonly (readonly [date: string, place: string])[]): Tally[] =>
  dates.map((key, i) => ({ key, records: 1, measures: [], first: { file: 0, line: i + 2 } }));

function lines(plan: SeriesPlan, ...dates: readonly (readonly [date: string, place: string])[]): string[] {
  const result = { tallies: tallies(dates), records: dates.length, rejects: [] };
  const { set } = seriesFromTallies(
    withKeyPart(result, ({ key }) => (key[1] === 'river' ? 'near' : key[1] === '' ? '?' : 'far')),
    plan,
  );
  return seriesLines(set);
}

describe('a period in which records are only elsewhere', () => {
  const days = [
    ['2024-01-01', 'river'],
    ['2024-02-10', 'hill'],
    ['2024-04-02', ''],
    ['2024-05-31', 'river'],
  ] as const;

  it('is zero; one without records is missing, and so is one whose records have no place', () => {
    expect(lines(PLAN, ...days)).toEqual([
      '2024-01 1',
      '2024-02 0 zero-filled',
      '2024-03 ? missing',
      '2024-04 ? missing',
      '2024-05 1',
    ]);
  });

  it('is missing where nothing says what it means', () => {
    const { zeroBeside: _, ...plan } = PLAN;
    expect(lines(plan, ...days)[1]).toBe('2024-02 ? missing');
  });

  it('counts at both ends of the source', () => {
    expect(lines(PLAN, ['2024-01-01', 'hill'], ['2024-02-10', 'river'], ['2024-03-31', 'hill'])).toEqual([
      '2024-01 0 zero-filled',
      '2024-02 1',
      '2024-03 0 zero-filled',
    ]);
  });

  it('does not make a longer period whole: a quarter that lacks a month is incomplete, zero or not', () => {
    const months = [
      ['2024-01', 'river'],
      ['2024-02', 'hill'],
      ['2024-03', 'hill'],
      ['2024-04', 'hill'],
      ['2024-06', 'hill'],
      ['2024-07', 'river'],
      ['2024-09', 'river'],
    ] as const;
    expect(lines({ ...PLAN, every: 'quarter' }, ...months)).toEqual([
      '2024-Q1 1',
      '2024-Q2 0 zero-filled incomplete',
      '2024-Q3 2 incomplete',
    ]);
  });
});

describe('groups with an order of their own', () => {
  it('stand in it, not by their letters', () => {
    const { zeroBeside: _, ...plan } = { ...PLAN, filters: [] };
    const by = [{ name: 'place', key: 2, renamed: {}, order: ['near', 'far'] }];
    expect(lines({ ...plan, by }, ['2024-01-01', 'hill'], ['2024-01-31', 'river'])).toEqual([
      'near 2024-01 1',
      'far 2024-01 1',
    ]);
  });
});
