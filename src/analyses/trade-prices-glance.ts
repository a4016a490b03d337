import { approximate, type Exact, multiply, subtract } from '../math/exact.ts';
import { counted } from '../note.ts';
import { type Cadence, type Ordinal, periodText } from '../period/index.ts';
import type { Cell, Figure, Glance, Sentence } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import { fisherVolume, type PriceIndices, type PriceStatus } from './price-pair.ts';
import { type PricedGroup, type PriceOptions, type PricePoint, pricePoints } from './price-points.ts';

/** Most periods of one group that are shown. */
const MOST_PERIODS = 12;

const WORDS: Readonly<Record<PriceStatus, string>> = {
  ok: '',
  'one-item': 'one item',
  'low-coverage': 'under half covered',
  lumped: 'goods not told apart',
  unmatched: 'no item matched',
  part: 'part',
  'no-base': '',
};

const NAMES = [
  'period',
  'value_change',
  'price_change',
  'volume_change',
  'price_level',
  'volume_level',
  'matched_items',
  'unmatched_items',
  'coverage',
  'outliers',
  'price_status',
] as const satisfies readonly ColumnName[];

/** How much of each change of value is price and how much is volume, on the period before and along the chain. */
export function pricesGlance(
  groups: readonly PricedGroup[],
  dimensions: readonly string[],
  at: Cadence,
  options: PriceOptions,
  most: number | null,
): Glance {
  const periods =
    most === null
      ? Number.POSITIVE_INFINITY
      : Math.max(2, Math.min(MOST_PERIODS, Math.floor(most / Math.max(1, groups.length))));
  const visible = most === null ? groups : groups.slice(0, most);
  const found = visible.map((group) => ({
    group,
    points: pricePoints(group, options).filter(({ ordinal }) => ordinal >= options.from && ordinal <= options.to),
  }));
  const blocks = found.map(({ group, points }) =>
    points
      .slice(-periods)
      .map((point) => [...group.key, group.flow, ...NAMES.map((name) => cellsOf(point, at)[name] ?? null)]),
  );
  const isCut = visible.length < groups.length || found.some(({ points }) => points.length > periods);
  return {
    table: {
      columns: [...['reporter', ...dimensions, 'flow'].map(dimensionColumn), ...NAMES.map(column)],
      rows: blocks.flat(),
      blocks: blocks.map(({ length }) => length),
    },
    sentences: found.map(({ group, points }) => sentenceOf(group, points, at)).filter((one) => one !== null),
    omitted: isCut ? 'not shown: more groups or earlier periods; -f csv gives all' : null,
  };
}

const relative = (ratio: number): Exact => subtract(approximate(ratio), 1);

function cellsOf({ ordinal, previous, chained }: PricePoint, at: Cadence): Partial<Record<ColumnName, Cell>> {
  const { indices, coverage } = previous;
  return {
    period: periodText(ordinal, at),
    ...(indices && {
      value_change: subtract(indices.value, 1),
      price_change: relative(indices.fisher),
      volume_change: relative(fisherVolume(indices)),
    }),
    ...(chained && levels(chained)),
    ...(previous.status !== 'no-base' && {
      matched_items: previous.matched,
      unmatched_items: previous.unmatched,
      outliers: previous.outliers.length,
    }),
    coverage: coverage[1],
    price_status: WORDS[previous.status],
  };
}

const levels = (indices: PriceIndices): Partial<Record<ColumnName, Cell>> => ({
  price_level: multiply(approximate(indices.fisher), 100),
  volume_level: multiply(approximate(fisherVolume(indices)), 100),
});

/** The newest comparison of a group in words. */
function sentenceOf({ key, flow }: PricedGroup, points: readonly PricePoint[], at: Cadence): Sentence | null {
  const point = points.findLast(({ previous }) => previous.indices !== null);
  if (!point?.previous.indices) return null;
  const { indices, matched, coverage } = point.previous;
  const text = (ordinal: Ordinal) => periodText(ordinal, at);
  const figure = (value: Exact, kind: Figure['kind'] = 'signed-ratio'): Figure => ({ value, kind });
  return [
    `${[...key.filter((part) => part !== ''), flow].join(', ')}: value `,
    figure(subtract(indices.value, 1)),
    ` in ${text(point.ordinal)} on ${text(point.ordinal - 1)}: prices `,
    figure(relative(indices.fisher)),
    ', volume ',
    figure(relative(fisherVolume(indices))),
    ` (Fisher, unit values of ${counted(matched, 'item')} with `,
    ...(coverage[1] === null ? [] : [figure(coverage[1], 'share')]),
    ' of the value)',
  ];
}
