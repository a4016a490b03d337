import { type Real, realValues } from '../analyses/real-values.ts';
import type { Context } from '../cli/command.ts';
import { inputError, UserError } from '../errors.ts';
import { type Note, note } from '../note.ts';
import { type Cadence, cadence, type Ordinal, periodText, writtenPeriod } from '../period/index.ts';
import { flagsAt, isPart, valueAt } from '../series/series.ts';
import { checkAboveZero } from './check-rates.ts';
import { readTallies, seriesOf } from './read-series.ts';
import type { TradeOptions } from './trade-options.ts';

/** A period that an option names, with the cadence it is of. */
export function namedPeriod(flag: string, text: string, at: Cadence): { ordinal: Ordinal; at: Cadence } {
  const written = writtenPeriod(text, { order: null, era: 'auto', fiscal: at.fiscal });
  if (!written) throw new UserError(`${flag} ${text} is not a period`, { hint: `write ${flag} 2015, or 2015-03` });
  return { ordinal: written.ordinal, at: cadence(written.every, at.fiscal) };
}

/** Reads a price index, and takes values to the prices of the base period. */
export async function readDeflator(
  file: string,
  { base, engine }: TradeOptions,
  at: Cadence,
  context: Context,
): Promise<{ real: Real; notes: readonly Note[] }> {
  if (base === undefined) {
    throw new UserError('--deflator needs the period whose prices are meant', { hint: 'add --base 2015' });
  }
  const tallied = await readTallies([file], engine ? { engine } : {}, context);
  checkAboveZero(tallied);
  const read = (to: Cadence) => {
    const plan = { ...tallied.plan.series, every: to.every, fiscal: to.fiscal };
    return seriesOf(tallied, {}, plan).set.series;
  };
  const [index, second] = read(at);
  if (!index || second || index.measure.statistic !== 'mean') {
    throw inputError(
      `${file}: is not one price index`,
      'a deflator is one series that is averaged, such as a consumer price index',
    );
  }
  const named = namedPeriod('--base', base, at);
  const [prices] = named.at.every === at.every ? [index] : read(named.at);
  const hundred = prices ? valueAt(prices, named.ordinal) : null;
  if (!prices || hundred === null || isPart(flagsAt(prices, named.ordinal))) {
    throw inputError(
      `${file}: does not cover ${periodText(named.ordinal, named.at)} to its ends`,
      'choose another --base',
    );
  }
  const baseText = periodText(named.ordinal, named.at);
  const text = `real values are in prices of ${baseText}: divided by the mean of ${index.measure.name} (${file}) over each ${at.every}, which must be of the country of the currency`;
  return { real: realValues(index, hundred, baseText), notes: [note(text)] };
}
