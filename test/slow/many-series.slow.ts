import { expect, test } from 'vitest';
import { changeRows, changeTable } from '../../src/analyses/change.ts';
import { trendSummary } from '../../src/analyses/trend-summary.ts';
import { cadence, monthNumber } from '../../src/period/index.ts';
import type { Series, SeriesSet } from '../../src/series/series.ts';
import { NO_FLAGS } from '../../src/series/series.ts';

const SERIES = 10_000;
const MONTHS = 350;
const FIRST = monthNumber({ year: 1996, month: 1 });

/** Counts that look random and are the same every time. */
function counts(seed: number): number[] {
  let state = seed * 2654435761 + 1;
  return Array.from({ length: MONTHS }, (_, i) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 200 + i + (state >>> 24);
  });
}

const series: Series[] = Array.from({ length: SERIES }, (_, i) => ({
  key: [`place ${i}`],
  measure: { name: 'crossings', unit: 'crossings', kind: 'count', statistic: 'sum' },
  first: FIRST,
  values: counts(i),
  records: Array(MONTHS).fill(1),
  flags: Array(MONTHS).fill(NO_FLAGS),
}));
const set: SeriesSet = {
  dimensions: ['place'],
  cadence: cadence('month'),
  finest: 'month',
  covered: { from: { year: 1996, month: 1, day: 1 }, to: { year: 2025, month: 2, day: 28 } },
  series,
};

test('ten thousand series of 350 months are compared and summarised', () => {
  const last = FIRST + MONTHS - 1;
  const options = {
    current: { first: last - 5, last },
    base: { first: last - 11, last: last - 6 },
    yearBefore: { first: last - 17, last: last - 12 },
    perDay: false,
    interval: 'auto' as const,
    confidence: 0.95,
    smallBase: 20,
    breaks: [],
    acrossBreaks: false,
  };
  let started = performance.now();
  const rows = changeRows({ set, totals: [], apart: [], totalOf: () => undefined }, options, 'contribution');
  const changed = [...changeTable(rows, set.dimensions, set.cadence, options).rows];
  console.log(`change: ${Math.round(performance.now() - started)} ms`);
  started = performance.now();
  const shown = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, runningMean: false, index: null };
  const summarised = [...trendSummary(set, shown).rows];
  console.log(`trend --summary: ${Math.round(performance.now() - started)} ms`);
  console.log(`resident: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`);
  expect([changed.length, summarised.length]).toEqual([SERIES, SERIES]);
});
