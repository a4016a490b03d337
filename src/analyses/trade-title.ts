import { type Cadence, ordinalOf, periodText } from '../period/index.ts';
import { lastOrdinal, type Series, type SeriesSet } from '../series/series.ts';
import type { PricedGroup } from './price-points.ts';
import type { TradeShown } from './trade.ts';
import { flowRank } from './trade-flow.ts';
import type { TradeSet } from './trade-set.ts';

/** `exports, imports, trade and balance of Thailand by partner per year (million THB), 2014…2024`. */
export function tradeTitle(set: TradeSet, { from, to }: Pick<TradeShown, 'from' | 'to'>, partner = ''): string {
  const flows = listed(
    distinct(set.totals.map(({ measure }) => measure.name)).sort((a, b) => flowRank(a) - flowRank(b)),
  );
  const reporters = distinct(set.totals.map(({ key }) => key[0] ?? ''));
  const of = reporters.length === 1 && reporters[0] !== '' ? ` of ${reporters[0]}` : '';
  const by = set.parts.length === 0 ? '' : ` by ${set.dimensions.slice(set.apart - 1).join(', ')}`;
  const units = listed(distinct(set.totals.map(({ measure }) => measure.unit)));
  return `${flows}${of}${partner === '' ? '' : ` with ${partner}`}${by} per ${periodName(set.cadence)} (${units}), ${spanText(set, { from, to })}`;
}

/** The periods shown, from the first to the last that there is. */
function spanText({ covered, cadence, totals }: TradeSet, { from, to }: Pick<TradeShown, 'from' | 'to'>): string {
  const first = Math.max(ordinalOf(covered.from, cadence), from);
  const last = Math.min(Math.max(...totals.map(lastOrdinal)), to);
  return [first, last].map((ordinal) => periodText(ordinal, cadence)).join('…');
}

/** `unit values and volumes of imports of Thailand per calendar year (USD), 2014…2024`. */
export function pricesTitle(
  groups: readonly PricedGroup[],
  { cadence, covered, dimensions }: Pick<SeriesSet, 'cadence' | 'covered' | 'dimensions'>,
  { from, to }: Pick<TradeShown, 'from' | 'to'>,
): string {
  const ends = [Math.max(ordinalOf(covered.from, cadence), from), Math.min(ordinalOf(covered.to, cadence), to)];
  const reporters = distinct(groups.map(({ key }) => key[0] ?? '')).filter((name) => name !== '');
  const of = reporters.length === 1 ? ` of ${reporters[0]}` : '';
  const by = dimensions.length === 0 ? '' : ` by ${dimensions.join(', ')}`;
  const flows = listed(distinct(groups.map(({ flow }) => flow)).sort((a, b) => flowRank(a) - flowRank(b)));
  const units = listed(distinct(groups.map(({ unit }) => unit)));
  const span = ends.map((ordinal) => periodText(ordinal, cadence)).join('…');
  return `unit values and volumes of ${flows}${of}${by} per ${periodName(cadence)} (${units}), ${span}`;
}

/** Whether years are those of the calendar or of a budget. */
export const periodName = ({ every }: Cadence): string =>
  every === 'half' ? 'half-year' : every === 'year' ? 'calendar year' : every.replace('-', ' ');

export const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/** `exports, imports and trade`. */
export const listed = (texts: readonly string[]): string =>
  texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} and ${texts[texts.length - 1]}`;

/** A series under the names that tell it apart: the reporter only where there are several. */
export function nameOf(series: Series, { totals }: Pick<TradeSet, 'totals'>): string[] {
  const several = new Set(totals.map(({ key }) => key[0])).size > 1;
  const [reporter = '', ...key] = series.key;
  return [...(several ? [reporter] : []), ...key].filter((part) => part !== '' && part !== 'total');
}
