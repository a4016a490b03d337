import { counted, type Note, note, warning } from '../note.ts';
import { type Cadence, periodText } from '../period/index.ts';
import { type PricedGroup, type PriceOptions, pricePoints } from './price-points.ts';

/** What price indices rest on: how fine the goods are, and unit values that can hardly be prices. */
export function priceNotes(groups: readonly PricedGroup[], at: Cadence, options: PriceOptions): Note[] {
  const text =
    'unit values are values by quantities: they are as good as prices only as far as each item is one kind of goods (methods fisher explains)';
  return [
    options.isLumped ? warning(LUMPED) : note(text),
    ...coverageNote(groups, options),
    ...outlierNote(groups, at, options),
  ];
}

const LUMPED =
  'no column tells partners or goods apart: value by quantity moves with their mix, and no price index is made of it (--commodity or --partner names a column)';

/** Steps that rest on less than half of the value. */
function coverageNote(groups: readonly PricedGroup[], options: PriceOptions): Note[] {
  const low = groups.flatMap((group) =>
    pricePoints(group, options).filter(
      ({ ordinal, previous }) => previous.status === 'low-coverage' && ordinal >= options.from && ordinal <= options.to,
    ),
  );
  if (low.length === 0) return [];
  return [
    warning(
      `low-coverage: ${counted(low.length, 'comparison')} with the period before rest on less than half of the value, and end the chain (--from begins it later)`,
    ),
  ];
}

/** The newest period's items whose unit values jumped. */
function outlierNote(groups: readonly PricedGroup[], at: Cadence, options: PriceOptions): Note[] {
  const found = groups.flatMap((group) => {
    const points = pricePoints(group, options).filter(
      ({ ordinal }) => ordinal >= options.from && ordinal <= options.to,
    );
    return points.map(({ ordinal, previous }) => ({ ordinal, flow: group.flow, ...previous }));
  });
  const odd = found.filter(({ outliers }) => outliers.length > 0);
  const newest = odd[odd.length - 1];
  if (!newest) return [];
  const total = odd.reduce((sum, { outliers }) => sum + outliers.length, 0);
  const names = newest.outliers.slice(0, 3).join('; ');
  const what = options.withoutOutliers ? 'are left out' : 'are in the indices (--without-outliers leaves them out)';
  return [
    warning(
      `outliers: ${total === 1 ? 'once' : `${total} times`} the unit value of an item more than trebled or fell below a third, in ${periodText(newest.ordinal, at)} that of ${names}; such items ${what}`,
    ),
  ];
}
