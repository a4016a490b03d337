import { type Exact, multiply, toNumber } from '../math/exact.ts';
import type { Method } from './method.ts';
import { EXPORT_IMPORT_MANUAL } from './price-index.ts';

const NAME = 'fisher';

/**
 * Fisher's ideal index: the geometric mean of Laspeyres and Paasche.
 *
 * Formula     F = sqrt(L P)
 * Input       laspeyres, paasche: indices of the same items and periods, above zero; chained ones give the chained Fisher index
 * Output      ratio, without unit
 * Throws      RangeError if an index is not above zero
 * Accuracy    relative 4e-16: the product is exact, and rounded once before the root and once by it
 * Cost        O(1)
 * Reference   I. Fisher (1922), The Making of Index Numbers, Houghton Mifflin, https://archive.org/details/makingofindexnum00fish
 * Checked by  test/oracle/price-index.json (mpmath at 40 digits; IndexNumR's test values)
 */
export function fisher(laspeyres: Exact, paasche: Exact): number {
  const square = toNumber(multiply(laspeyres, paasche));
  if (!(square > 0) || toNumber(laspeyres) <= 0) throw new RangeError(`${NAME}: an index is not above zero`);
  return Math.sqrt(square);
}

export default {
  name: NAME,
  title: "Fisher's ideal index of unit values",
  answers: 'How prices changed, between what the goods of the base and those of the current period say.',
  assumes: ['each item is homogeneous, so that its value divided by its quantity is a price'],
  usedWhen:
    'trade --prices splits a change of value into price and volume: their Fisher indices multiply to it exactly',
  conventions: ['over matched items only; the volume index is their value index divided by the price index'],
  references: [EXPORT_IMPORT_MANUAL, 'I. Fisher (1922), The Making of Index Numbers, Houghton Mifflin'],
} as const satisfies Method;
