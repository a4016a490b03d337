import { ordinalOf, periodText } from '../period/index.ts';
import type { Measure, SeriesSet } from '../series/series.ts';

const STATISTICS = { sum: '', mean: 'mean of ', min: 'smallest of ', max: 'largest of ' };

/** What a table shows: `crossings per month by checkpoint, 2023-01…2025-06`. */
export function trendTitle(set: SeriesSet): string {
  const { dimensions, cadence, covered } = set;
  const period = cadence.every === 'half' ? 'half-year' : cadence.every.replace('-', ' ');
  const by = dimensions.length === 0 ? '' : ` by ${dimensions.join(', ')}`;
  const span = [covered.from, covered.to].map((date) => periodText(ordinalOf(date, cadence), cadence)).join('…');
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
