import { ordinalOf, periodText } from '../period/index.ts';
import type { Measure, SeriesSet } from '../series/series.ts';

const STATISTICS = { sum: '', mean: 'mean of ', min: 'smallest of ', max: 'largest of ' };

/** What a table shows: `crossings per month by checkpoint, 2023-01…2025-06`. */
export function trendTitle({ series, dimensions, cadence, covered }: SeriesSet): string {
  const measures = [...new Set(series.map(({ measure }) => measured(measure)))].join(' and ');
  const period = cadence.every === 'half' ? 'half-year' : cadence.every.replace('-', ' ');
  const by = dimensions.length === 0 ? '' : ` by ${dimensions.join(', ')}`;
  const span = [covered.from, covered.to].map((date) => periodText(ordinalOf(date, cadence), cadence)).join('…');
  return `${measures} per ${period}${by}, ${span}`;
}

function measured({ name, unit, statistic }: Measure): string {
  if (statistic === 'count') return unit;
  return `${STATISTICS[statistic]}${unit.startsWith(name.replaceAll('_', ' ')) ? unit : `${name} (${unit})`}`;
}
