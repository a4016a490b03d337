import type { PriceIndices } from '../analyses/price-pair.ts';
import { type IndexName, isIndexName, type PricePlace } from '../analyses/trade-prices.ts';
import { approximate, type Exact, significant } from '../math/exact.ts';
import { periodText } from '../period/index.ts';
import { none } from './comparison.ts';
import type { Step, Told } from './derivation.ts';
import { fisherStep, volumeStep } from './price-steps.ts';
import type { PricedWithin } from './prices-derivation.ts';
import { digits, step, textList } from './step.ts';

/** How an index along a chain comes about: from the indices of its links, each of which has an id of its own. */
export function chainTold(column: string, { point, links }: PricePlace, { cadence }: PricedWithin): Told | null {
  if (!isIndexName(column)) return COUNTS.includes(column) ? NOT_OF_CHAINS : null;
  const { chained } = point;
  const periods = links.map(({ ordinal }) => periodText(ordinal, cadence));
  const facts = [
    links.length === 0
      ? `${periodText(point.base, cadence)} is the base of the chain, which is 1`
      : `the links are those of ${periods.join(', ')} on the period before: comparison=previous explains each`,
  ];
  if (!chained)
    return {
      value: null,
      inputs: [],
      steps: [],
      missing: 'a link of the chain has no index, or rests on less than half of the value',
      facts,
    };
  const product = (name: string, of: (indices: PriceIndices) => Exact): Step => {
    const texts = links.map(({ previous: { indices } }) => digits(indices && of(indices)));
    const words = links.length === 0 ? 'the base of the chain' : 'product of the links';
    return step(name, words, textList(texts, ' * '), of(chained));
  };
  const lines: Readonly<Record<IndexName, () => Step>> = {
    value_index: () => product('value_index', ({ value }) => significant(value, 15)),
    laspeyres: () => product('laspeyres', ({ laspeyres }) => significant(laspeyres, 15)),
    paasche: () => product('paasche', ({ paasche }) => significant(paasche, 15)),
    tornqvist: () => product('tornqvist', ({ tornqvist }) => approximate(tornqvist)),
    fisher: () => fisherStep(chained),
    fisher_volume: () => volumeStep(chained),
  };
  const before: Readonly<Partial<Record<IndexName, readonly IndexName[]>>> = {
    fisher: ['laspeyres', 'paasche'],
    fisher_volume: ['value_index', 'laspeyres', 'paasche', 'fisher'],
  };
  const steps = [...(before[column] ?? []), column].map((name) => lines[name]());
  return { value: steps[steps.length - 1]?.value ?? null, inputs: [], steps, missing: null, facts };
}

const COUNTS: readonly string[] = ['matched_items', 'unmatched_items', 'outliers', 'base_coverage', 'coverage'];

const NOT_OF_CHAINS: Told = none(
  'a chain rests on its links, each of which has goods of its own (comparison=previous)',
);
