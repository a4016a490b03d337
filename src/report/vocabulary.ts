import { CLAIM_VOCABULARY } from './claim-vocabulary.ts';
import { EDITION_VOCABULARY } from './edition-vocabulary.ts';
import { INSPECT_VOCABULARY } from './inspect-vocabulary.ts';
import { LIST_VOCABULARY } from './list-vocabulary.ts';
import type { Column, ColumnKind } from './report.ts';
import { SEIZURE_VOCABULARY } from './seizure-vocabulary.ts';
import { TRADE_VOCABULARY } from './trade-vocabulary.ts';

/** The columns of tables about series: name, heading, kind, rank and what it means. */
const SERIES_VOCABULARY = {
  id: ['id', 'text', 0, 'what identifies the row: the id of a figure in it is column[id], or the column alone'],
  measure: ['measure', 'text', 1, 'what is counted or measured'],
  unit: ['unit', 'text', 1, 'the unit of the values'],
  period: ['period', 'text', 0, 'the period'],
  value: ['value', 'quantity', 0, 'the value of the period'],
  flag: ['flag', 'text', 0, 'what the source or the program says of the value'],
  profile: ['profile', 'text', 2, 'the profile by which the export was understood, and by which the table is read'],
  previous_period: ['before', 'text', 3, 'the period before'],
  previous: ['from', 'quantity', 2, 'the value of the period before'],
  change: ['change', 'difference', 0, 'value minus previous; points for a share'],
  relative_change: ['%', 'ratio', 0, 'change divided by previous'],
  change_status: ['why not', 'text', 4, 'why there is no change or no relative change'],
  year_before_period: ['year before', 'text', 3, 'the same period of the year before'],
  year_before: ['year before', 'quantity', 2, 'the value of the same period of the year before'],
  year_change: ['on year', 'difference', 1, 'value minus year_before'],
  year_relative_change: ['% on year', 'ratio', 1, 'year_change divided by year_before'],
  year_change_status: ['why not', 'text', 4, 'why there is no change on the year before'],
  running_mean: ['mean before', 'quantity', 1, 'the mean of all earlier values of the series'],
  index: ['index', 'quantity', 1, '100 times the value divided by that of the index period'],
  flags: ['flags', 'list', 0, 'what is special about the value'],
  file: ['file', 'text', 0, 'the file that the records are in'],
  sparkline: ['', 'sparkline', 2, 'the course of the series'],
  window: ['window', 'text', 3, 'the current window'],
  base_window: ['base window', 'text', 3, 'the window that it is compared with'],
  current: ['current', 'quantity', 0, 'what the measure amounts to over the current window'],
  base: ['base', 'quantity', 0, 'what the measure amounts to over the base window'],
  base_periods: ['periods', 'quantity', 3, 'how many periods the base window has'],
  base_missing: ['missing', 'quantity', 3, 'how many of them have no value'],
  ratio_low: ['low', 'quantity', 3, 'lower limit of the ratio of the rates behind current and base'],
  ratio_high: ['high', 'quantity', 3, 'upper limit of that ratio; empty where there is none'],
  change_low: ['from', 'ratio', 1, 'ratio_low as a relative change'],
  change_high: ['to', 'ratio', 1, 'ratio_high as a relative change'],
  p_value: ['p', 'p-value', 2, 'probability of a change at least this unlikely, were the underlying rate unchanged'],
  dispersion: ['dispersion', 'quantity', 3, 'variance of the counts of a period divided by their mean'],
  interval_method: ['method', 'text', 3, 'the method that made the interval'],
  contribution: [
    'contribution',
    'points',
    1,
    'change divided by the base of the total: these add up to its relative change',
  ],
  rank: ['rank', 'quantity', 3, 'by size of the contribution, the largest first'],
  year_before_window: ['year before', 'text', 3, 'the current window, one year earlier'],
  first_period: ['from', 'text', 0, 'the first period of the series'],
  last_period: ['to', 'text', 0, 'the last period of the series'],
  periods: ['periods', 'quantity', 1, 'how many periods the series has'],
  missing: ['missing', 'quantity', 1, 'how many of them have no value'],
  total: ['total', 'quantity', 1, 'the sum of the values, where they may be summed'],
  mean: ['mean', 'quantity', 2, 'the mean of the values of whole periods'],
  median: ['median', 'quantity', 3, 'the median of the values of whole periods'],
  standard_deviation: ['sd', 'quantity', 3, 'the standard deviation of the values of whole periods'],
  min: ['min', 'quantity', 2, 'the smallest value of a whole period'],
  min_period: ['in', 'text', 3, 'the first period with the smallest value'],
  max: ['max', 'quantity', 2, 'the largest value of a whole period'],
  max_period: ['in', 'text', 3, 'the first period with the largest value'],
  direction: ['direction', 'text', 1, 'whether the series rises or falls over its whole length, at 5 % after Holm'],
  slope: ['a year', 'difference', 1, 'the typical change per year (Theil and Sen)'],
  slope_low: ['low', 'difference', 3, 'lower limit of the slope, 95 %'],
  slope_high: ['high', 'difference', 3, 'upper limit of the slope, 95 %'],
  direction_p: ['p', 'p-value', 3, 'probability of a direction at least this clear, were there none; approximate'],
  direction_p_holm: ['p (Holm)', 'p-value', 3, 'the same, adjusted for the number of series tested'],
  direction_method: ['test', 'text', 3, 'the method that tested the direction'],
  seasons_differ: [
    'seasons differ',
    'text',
    3,
    'whether the months do not share one trend (season-heterogeneity, 5 %)',
  ],
  reading: ['reading', 'text', 0, 'what "in the last so many periods" may mean'],
  ending: ['ending', 'text', 1, 'where the window ends'],
  sentence: ['sentence', 'text', 0, 'the comparison in words, to be quoted'],
  claim_block: [
    'claim',
    'text',
    3,
    'the comment that stands beside the sentence in an article, by which verify checks it',
  ],
  variant: ['variant', 'text', 0, 'another choice that one might have made'],
  ...SEIZURE_VOCABULARY,
  ...EDITION_VOCABULARY,
  ...TRADE_VOCABULARY,
  ...CLAIM_VOCABULARY,
} as const satisfies Record<string, readonly [string, ColumnKind, number, string]>;

/** Every output column once. */
const VOCABULARY = { ...SERIES_VOCABULARY, ...LIST_VOCABULARY, ...INSPECT_VOCABULARY } as const;

export type ColumnName = keyof typeof VOCABULARY;

export function column(name: ColumnName): Column {
  const [heading, kind, rank, meaning] = VOCABULARY[name];
  return { name, heading, kind, rank, meaning };
}

/** A column of the user's own data; an underscore sets it apart from the columns that may stand beside it. */
export const dimensionColumn = (name: string): Column => ({
  name: name === '@file' ? 'file' : Object.hasOwn(SERIES_VOCABULARY, name) ? `${name}_` : name,
  heading: name === '@file' ? 'file' : name,
  kind: 'text',
  rank: 0,
});

/** What a column of the vocabulary means; undefined for a dimension. */
export function meaningOf(name: string): string | undefined {
  return Object.hasOwn(VOCABULARY, name) ? VOCABULARY[name as ColumnName][3] : undefined;
}

/** How the values of a column are shown; those of a dimension are text. */
export const kindOf = (name: string): ColumnKind =>
  Object.hasOwn(VOCABULARY, name) ? VOCABULARY[name as ColumnName][1] : 'text';

const FIGURES: readonly ColumnKind[] = ['quantity', 'difference', 'ratio', 'share', 'points', 'p-value'];

/** The columns whose cells are figures, which have ids. */
export const FIGURE_COLUMNS: readonly string[] = Object.entries(VOCABULARY)
  .filter(([, [, kind]]) => FIGURES.includes(kind))
  .map(([name]) => name);
