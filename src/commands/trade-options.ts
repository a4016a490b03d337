import type { OptionSpec } from '../cli/command.ts';
import { EXPLAIN_OPTIONS } from './explain-options.ts';
import { SERIES_OPTIONS, type SeriesOptions } from './series-options.ts';

/** Options of every reading of a table of trade. */
export interface TradeOptions extends SeriesOptions {
  readonly flow?: string;
  readonly reporter?: string;
  readonly partner?: string;
  readonly commodity?: string;
  readonly quantity?: string;
  readonly valuation?: string;
  readonly currency?: string;
  readonly rates?: string;
  readonly in?: string;
  readonly deflator?: string;
  readonly base?: string;
  readonly from?: string;
  readonly to?: string;
  readonly concentration?: boolean;
  readonly prices?: boolean;
  readonly withoutOutliers?: boolean;
  readonly spread?: string;
}

/** Options that make no sense for values of trade, which are always added up. */
const ELSEWHERE = /^--(stat|per|sum-over|measure|by|every) /;

export const TRADE_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--by <columns>',
    description: 'parts: partner, commodity, or any column such as checkpoint',
    repeats: true,
  },
  ...SERIES_OPTIONS.filter(({ flags }) => flags.startsWith('--every ')).map((spec) => ({
    ...spec,
    description: 'length of a period; a year if not given',
  })),
  { flags: '--from <period>', description: 'show no earlier period; earlier ones still serve as base' },
  { flags: '--to <period>', description: 'show no later period' },
  { flags: '--concentration', description: 'how the parts of --by share each flow: Herfindahl-Hirschman index' },
  { flags: '--prices', description: 'split changes of value into price and volume, over items with a quantity' },
  {
    flags: '--without-outliers',
    description: 'with --prices: leave out items whose unit value more than trebled or fell below a third',
  },
  { flags: '--rates <file>', description: 'exchange rates per day, such as the reference rates of the ECB' },
  { flags: '--in <currency>', description: 'convert into this currency: THB' },
  {
    flags: '--deflator <file>',
    description: 'a price index, such as consumer prices: real values beside nominal ones',
  },
  { flags: '--base <period>', description: 'the period whose prices are real, or the fixed base of --prices' },
  { flags: '--spread <text>', description: "an announced sum over years: '$150 million over five years'" },
  { flags: '--flow <column>', description: 'the column that tells exports from imports' },
  {
    flags: '--reporter <name>',
    description: 'who reports: a name or code in the source, its column, or a name for all of it',
  },
  { flags: '--partner <column>', description: 'the column of the other country' },
  { flags: '--commodity <column>', description: 'the column of the goods, such as HS codes' },
  {
    flags: '--measure <columns>',
    description: 'the column of the value, or those of exports and imports',
    repeats: true,
  },
  { flags: '--quantity <column>', description: 'the column of the quantity' },
  { flags: '--currency <code>', description: 'of the values, where the source does not say' },
  { flags: '--valuation <terms>', description: "where the source does not say: 'exports=fob,imports=cif'" },
  ...SERIES_OPTIONS.filter(({ flags }) => !ELSEWHERE.test(flags)),
  ...EXPLAIN_OPTIONS,
];
