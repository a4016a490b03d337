import { type Real, realValues } from '../analyses/real-values.ts';
import type { Context } from '../cli/command.ts';
import { inputError, UserError } from '../errors.ts';
import { DEFLATOR, DEFLATOR_BASE, type DeflatorBehind } from '../explain/trade-quantity.ts';
import { type Note, note } from '../note.ts';
import { type Cadence, cadence, type Ordinal, periodText, writtenPeriod } from '../period/index.ts';
import { flagsAt, isPart, valueAt } from '../series/series.ts';
import { checkAboveZero } from './check-rates.ts';
import type { Ledger } from './ledger.ts';
import { readTallies, seriesOf } from './read-series.ts';
import type { TradeOptions } from './trade-options.ts';
import { besideOptions } from './trade-rates.ts';

/** A period that an option names, with the cadence it is of. */
export function namedPeriod(flag: string, text: string, at: Cadence): { ordinal: Ordinal; at: Cadence } {
  const written = writtenPeriod(text, { order: null, era: 'auto', fiscal: at.fiscal });
  if (!written) throw new UserError(`${flag} ${text} is not a period`, { hint: `write ${flag} 2015, or 2015-03` });
  return { ordinal: written.ordinal, at: cadence(written.every, at.fiscal) };
}

/** How values become real, and where the price index is found. */
interface Deflated {
  readonly real: Real;
  readonly notes: readonly Note[];
  readonly behind: DeflatorBehind;
  readonly ledgers: Readonly<Record<string, Ledger>>;
}

/** Reads a price index, and takes values to the prices of the base period. */
export async function readDeflator(
  file: string,
  options: TradeOptions,
  at: Cadence,
  context: Context,
): Promise<Deflated> {
  const { base } = options;
  if (base === undefined) {
    throw new UserError('--deflator needs the period whose prices are meant', { hint: 'add --base 2015' });
  }
  const tallied = await readTallies([file], besideOptions(options), context);
  checkAboveZero(tallied);
  const read = (to: Cadence) => seriesOf(tallied, {}, { ...tallied.plan.series, every: to.every, fiscal: to.fiscal });
  const whole = read(at);
  const [index, second] = whole.set.series;
  if (!index || second || index.measure.statistic !== 'mean') {
    throw inputError(
      `${file}: is not one price index`,
      'a deflator is one series that is averaged, such as a consumer price index',
    );
  }
  const named = namedPeriod('--base', base, at);
  const ofBase = named.at.every === at.every ? whole : read(named.at);
  const [prices] = ofBase.set.series;
  const hundred = prices ? valueAt(prices, named.ordinal) : null;
  if (!prices || hundred === null || isPart(flagsAt(prices, named.ordinal))) {
    throw inputError(
      `${file}: does not cover ${periodText(named.ordinal, named.at)} to its ends`,
      'choose another --base',
    );
  }
  const baseText = periodText(named.ordinal, named.at);
  const text = `real values are in prices of ${baseText}: divided by the mean of ${index.measure.name} (${file}) over each ${at.every}, which must be of the country of the currency`;
  return {
    real: realValues(index, hundred, baseText),
    notes: [note(text)],
    behind: {
      index,
      set: whole.set,
      base: { series: prices, ordinal: named.ordinal, value: hundred, set: ofBase.set },
    },
    ledgers: { [DEFLATOR]: { tallied, plan: whole.plan }, [DEFLATOR_BASE]: { tallied, plan: ofBase.plan } },
  };
}
