import { ordinalOf, periodText } from '../period/index.ts';
import type { SeriesSet } from '../series/series.ts';

const STATISTICS = {
  sum: '',
  count: 'number of records of ',
  mean: 'mean of ',
  min: 'smallest of ',
  max: 'largest of ',
};

/** What a table shows: `crossings per month by checkpoint, 2023-01…2025-06`. */
export function trendTitle({ series, dimensions, cadence, covered }: SeriesSet): string {
  const measures = [...new Set(series.map(({ measure }) => `${STATISTICS[measure.statistic]}${measured(measure)}`))];
  const by = dimensions.length === 0 ? '' : ` by ${dimensions.join(', ')}`;
  const span = [covered.from, covered.to].map((date) => periodText(ordinalOf(date, cadence), cadence)).join('…');
  return `${measures.join(' and ')} per ${cadence.every === 'half' ? 'half-year' : cadence.every.replace('-', ' ')}${by}, ${span}`;
}

const measured = ({ name, unit }: { name: string; unit: string }): string =>
  unit.startsWith(name.replaceAll('_', ' ')) ? unit : `${name} (${unit})`;
