import { type Ordinal, ordinalOf, periodText } from '../period/index.ts';
import { lastOrdinal, type Measure, type SeriesSet } from '../series/series.ts';

const STATISTICS = { sum: '', mean: 'mean of ', min: 'smallest of ', max: 'largest of ' };

/** What a table shows: `crossings per month by checkpoint, 2023-01…2025-06`. */
export function trendTitle(set: SeriesSet, shown: { readonly from: Ordinal; readonly to: Ordinal }): string {
  const { dimensions, cadence, covered } = set;
  const period = cadence.every === 'half' ? 'half-year' : cadence.every.replace('-', ' ');
  const by = dimensions.length === 0 ? '' : ` by ${dimensions.join(', ')}`;
  const ends = [
    Math.max(ordinalOf(covered.from, cadence), shown.from),
    Math.min(
      set.series.reduce((last, one) => Math.max(last, lastOrdinal(one)), ordinalOf(covered.to, cadence)),
      shown.to,
    ),
  ];
  const span = ends.map((ordinal) => periodText(ordinal, cadence)).join('…');
  return `${measuresTitle(set)} per ${period}${by}, ${span}`;
}

/** `crossings`, or `quantity (kg) and quantity (tablets)`. */
export function measuresTitle({ series }: SeriesSet): string {
  return [...new Set(series.map(({ measure }) => measured(measure)))].join(' and ');
}

function measured({ name, unit, statistic }: Measure): string {
  if (statistic === 'count') return unit;
  return `${STATISTICS[statistic]}${unit.startsWith(name.replaceAll('_', ' ')) ? unit : `${name} (${unit})`}`;
}
