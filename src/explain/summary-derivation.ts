import { lastShown, type TrendOptions } from '../analyses/trend.ts';
import { trendSentence } from '../analyses/trend-sentence.ts';
import type { Exact } from '../math/exact.ts';
import type { Cell } from '../report/report.ts';
import { flagsAt, isPart, type Series, type SeriesSet } from '../series/series.ts';
import type { Derivation, Input } from './derivation.ts';
import { periodInput } from './input.ts';
import { step, termList } from './step.ts';
import { trendDerivation } from './trend-derivation.ts';

/** What a figure of the summary is made of: words for it, of which periods, and what stands between them. */
const WORDS: Readonly<Record<string, readonly [words: string, of: 'all' | 'valued' | 'whole', between: string]>> = {
  periods: ['number of periods', 'all', ''],
  missing: ['number of periods without a value', 'all', ''],
  total: ['sum of the values', 'valued', ' + '],
  mean: ['sum of the values of whole periods / their number', 'whole', ' + '],
  median: ['middle of the values of whole periods', 'whole', '; '],
  standard_deviation: ['standard deviation of the values of whole periods, by n - 1', 'whole', '; '],
  min: ['smallest value of a whole period', 'whole', '; '],
  max: ['largest value of a whole period', 'whole', '; '],
  slope: ['typical change per year', 'whole', '; '],
  slope_low: ['lower limit of slope, 95 %', 'whole', '; '],
  slope_high: ['upper limit of slope, 95 %', 'whole', '; '],
  direction_p: ['p-value', 'whole', '; '],
  direction_p_holm: ['p-value after holm, over all series of the table', 'whole', '; '],
};

/** How a figure of `trend --summary` comes about, from the cell that it is; null for a column that is no such figure. */
export function summaryDerivation(
  column: string,
  series: Series,
  set: SeriesSet,
  options: TrendOptions,
  cells: { readonly value: Exact | null; readonly method: Cell },
): Derivation | null {
  const last = lastShown(series, options);
  const words = WORDS[column];
  if (!words) return trendDerivation(column, { series, ordinal: last }, set, options);
  const [what, of, between] = words;
  const first = Math.max(series.first, options.from);
  const all = Array.from({ length: last - first + 1 }, (_, i) => periodInput('period', series, first + i, set));
  const inputs = all.filter((input) => isOf(input, of));
  const values = inputs.flatMap(({ value }) => (value === null ? [] : [value]));
  const terms = between === '' ? '' : termList(values, between);
  const numbers = column === 'mean' ? `(${terms}) / ${values.length}` : terms;
  const method = methodOf(column, cells.method);
  return {
    value: cells.value,
    inputs,
    steps:
      cells.value === null
        ? []
        : [step(column, method ? `${what} by ${method}(${terms})` : what, method ? '' : numbers, cells.value)],
    missing: cells.value === null ? reason(column, values.length, method) : null,
    sentence: trendSentence(series, set, last),
  };
}

function isOf({ value, series, window }: Input, of: 'all' | 'valued' | 'whole'): boolean {
  return of === 'all' || (value !== null && (of === 'valued' || !isPart(flagsAt(series, window.first))));
}

/** The method behind the direction and the slope, which has one of its own. */
function methodOf(column: string, test: Cell): string | null {
  if (column.startsWith('slope')) return test === 'seasonal-mann-kendall' ? 'seasonal-sen' : 'theil-sen';
  return column.startsWith('direction') ? String(test) : null;
}

function reason(column: string, values: number, method: string | null): string {
  if (column === 'total') return 'the values are no amounts that may be added up over periods';
  const few = `${values} ${values === 1 ? 'whole period has' : 'whole periods have'} a value, which is too few`;
  return method === null ? few : `${few} or too alike for ${method}`;
}
