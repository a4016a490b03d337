import type { TradeSet } from '../analyses/trade-set.ts';
import type { Exact } from '../math/exact.ts';
import { type Ordinal, periodText } from '../period/index.ts';
import { type Series, type SeriesSet, valueAt } from '../series/series.ts';
import { windowInput } from './input.ts';
import { type Origin, originQuantity } from './origin.ts';
import { derived, type Quantity, quantityOf } from './quantity.ts';
import { addition, difference, product, quotient } from './step.ts';

/** Where the series of a table of trade come from. */
export interface TradeOrigins {
  readonly set: TradeSet;
  /** Null for trade and balance, which are made of exports and imports. */
  readonly originOf: (series: Series) => Origin | null;
  /** The price index, its value in the period whose prices are meant, and where both are found. */
  readonly deflator: DeflatorBehind | null;
}

export interface DeflatorBehind {
  readonly index: Series;
  readonly set: Pick<SeriesSet, 'cadence' | 'covered'>;
  readonly base: {
    readonly series: Series;
    readonly ordinal: Ordinal;
    readonly value: Exact;
    readonly set: Pick<SeriesSet, 'cadence' | 'covered'>;
  };
}

/** The ledgers of a price index: by the periods of the table, and by the one whose prices are meant. */
export const DEFLATOR = 'deflator';
export const DEFLATOR_BASE = 'deflator_base';

/** A flow in one period, from its records; trade and balance from both flows. */
export function flowQuantity(role: string, series: Series, ordinal: Ordinal, within: TradeOrigins): Quantity {
  const { set, originOf } = within;
  const origin = originOf(series);
  if (origin) return originQuantity(role, origin, ordinal, set.cadence);
  const prefix = role === 'value' ? '' : `${role}: `;
  const isMade = valueAt(series, ordinal) !== null;
  const [exports, imports] = (['exports', 'imports'] as const).map((flow) =>
    sideQuantity(`${prefix}${flow}`, flow, series, ordinal, isMade, within),
  ) as [Quantity, Quantity];
  const join = series.measure.name === 'balance' ? difference : addition;
  const made = derived(join(role, exports, imports), [exports, imports]);
  return isMade ? made : { ...made, value: null };
}

/** One of the two flows; where it has no record and its total has some, nothing went that way. */
function sideQuantity(
  role: string,
  flow: string,
  { key, measure }: Series,
  ordinal: Ordinal,
  isMade: boolean,
  within: TradeOrigins,
): Quantity {
  const { set } = within;
  const isSide = (one: Series) =>
    one.measure.name === flow && one.measure.unit === measure.unit && JSON.stringify(one.key) === JSON.stringify(key);
  const side = [...set.parts, ...set.totals].find(isSide);
  const found = side && flowQuantity(role, side, ordinal, within);
  if (found && (found.value !== null || !isMade)) return found;
  const fact = `there is no record of ${flow} of ${key.join(', ')} in ${periodText(ordinal, set.cadence)}, which means zero, as others have some`;
  return { name: role, value: isMade ? 0 : null, inputs: [], steps: [], facts: isMade ? [fact] : [] };
}

/** A value in the prices of the base period. */
export function realQuantity(
  role: string,
  nominal: Quantity,
  ordinal: Ordinal,
  deflator: DeflatorBehind,
  text: string,
): Quantity {
  const { index, base, set } = deflator;
  const one = { first: ordinal, last: ordinal };
  const at = { first: base.ordinal, last: base.ordinal };
  const hundred = quantityOf(
    windowInput(
      'deflator of the base',
      { series: base.series, value: base.value, ledger: DEFLATOR_BASE },
      at,
      base.set,
      false,
    ),
  );
  const prices = quantityOf(
    windowInput(
      `deflator ${text}`,
      { series: index, value: valueAt(index, ordinal), ledger: DEFLATOR },
      one,
      set,
      false,
    ),
  );
  const factor = derived(quotient(`factor ${text}`, hundred, prices), [hundred, prices]);
  return derived(product(role, nominal, factor), [nominal, factor]);
}

/** The mean of a price index over a period. */
export const deflatorQuantity = (ordinal: Ordinal, { index, set }: DeflatorBehind): Quantity =>
  quantityOf(
    windowInput(
      'deflator',
      { series: index, value: valueAt(index, ordinal), ledger: DEFLATOR },
      { first: ordinal, last: ordinal },
      set,
      false,
    ),
  );
