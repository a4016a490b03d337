import { concentrationGlance, concentrationPlaces, concentrationTable } from '../analyses/concentration.ts';
import { flagNotes } from '../analyses/flag-notes.ts';
import { undeflatedNotes } from '../analyses/real-values.ts';
import { type TradeShown, trade, tradePlaces } from '../analyses/trade.ts';
import { tradeGlance } from '../analyses/trade-glance.ts';
import { tradeFacts, valuationText } from '../analyses/trade-notes.ts';
import { nameOf, tradeTitle } from '../analyses/trade-title.ts';
import type { Command } from '../cli/command.ts';
import { UserError } from '../errors.ts';
import { concentrationDerivation } from '../explain/concentration-derivation.ts';
import { tradeDerivation } from '../explain/trade-derivation.ts';
import type { Report } from '../report/report.ts';
import { checkTrade } from './check-trade.ts';
import { checkExplain } from './explain-options.ts';
import { explainedRow } from './explain-row.ts';
import { coveredRange } from './range-options.ts';
import { readTrade, type TradeSource } from './read-trade.ts';
import { readDeflator } from './trade-deflator.ts';
import { mirrorReport } from './trade-mirror.ts';
import { TRADE_OPTIONS, type TradeOptions } from './trade-options.ts';
import { pricesReport } from './trade-prices.ts';
import { tradeSets, valuationOf } from './trade-sets.ts';
import { spreadOf } from './trade-spread.ts';
import { withBeside } from './with-beside.ts';

const command: Command<TradeOptions> = {
  name: 'trade',
  summary: 'exports, imports, their sum and balance; parts and concentration; price and volume; mirror statistics',
  operands: '[files...]',
  examples: [
    ['border-stats trade trade.csv', 'exports, imports, trade and balance per year, and how they changed'],
    ['border-stats trade comtrade.csv --by partner', 'with whom, in which shares, and who made the change'],
    ['border-stats trade comtrade.csv --prices', 'how much of the change of value is prices, how much volume'],
    ['border-stats trade comtrade.csv --rates ecb.csv --in THB', 'in another currency, at the mean of the days'],
    ['border-stats trade trade.csv --deflator cpi.csv --base 2015', 'in prices of 2015, beside those of the day'],
    ['border-stats trade mirror thailand.csv myanmar.csv', 'exports of the one against imports of the other'],
    ["border-stats trade --spread '$150 million over five years' --from 2024", 'what an announcement is per year'],
  ],
  options: TRADE_OPTIONS,
  async run(operands, options, context) {
    const isMirror = operands[0] === 'mirror';
    checkExplain(options);
    checkTrade(options, isMirror);
    if (isMirror) return mirrorReport(operands.slice(1), options, context);
    if (options.spread !== undefined) return spreadOf(options.spread, operands, options);
    if (options.prices) return pricesReport(operands, options, context);
    return levels(operands, options, context);
  },
};

export default command;

async function levels(...[operands, options, context]: Parameters<Command<TradeOptions>['run']>): Promise<Report> {
  if (options.concentration && !options.by) {
    throw new UserError('--concentration needs parts', { hint: 'add --by partner, or another column' });
  }
  const source = await readTrade(operands, options, context);
  const { set, origins, converted, notes, provenance } = await tradeSets(source, options, context);
  const valuation = valuationOf(source, options);
  const deflated =
    options.deflator === undefined ? null : await readDeflator(options.deflator, options, set.cadence, context);
  const shown: TradeShown = {
    ...coveredRange(options, set),
    valuation: (flow) => valuationText(flow, valuation),
    rate: converted?.by.rateAt(converted.unit, set.cadence) ?? null,
    real: deflated?.real ?? null,
  };
  const flagged = [...set.parts, ...set.totals].map((series) => ({
    ...series,
    key: [...nameOf(series, set), series.measure.name],
  }));
  const table = options.concentration ? concentrationTable(set, shown) : trade(set, shown);
  const ledgers = { ...origins.ledgers, ...deflated?.ledgers };
  const within = { set, originOf: origins.originOf, deflator: deflated?.behind ?? null };
  return {
    title: tradeTitle(set, shown, partnerOf(source, options)),
    table,
    glance: (most) => (options.concentration ? concentrationGlance(set, shown, most) : tradeGlance(set, shown, most)),
    ...(await explainedRow(table, options, {
      ledgers,
      derivation(column, { at }) {
        const [place, shared] = [[...tradePlaces(set, shown)][at], concentrationPlaces(set, shown)[at]];
        if (options.concentration) return shared ? concentrationDerivation(column, shared, within) : null;
        return place ? tradeDerivation(column, place, within, shown) : null;
      },
      hint: () => 'trade has value, change, relative_change and others; --by has shares and contributions',
    })),
    notes: [
      ...notes,
      ...tradeFacts(set, valuation),
      ...(deflated ? [...deflated.notes, ...undeflatedNotes(set.totals, deflated.real, set.cadence)] : []),
      ...flagNotes({ ...set, dimensions: [], series: flagged }, [{ first: shown.from, last: shown.to }]),
    ],
    provenance: { command: 'trade', ...withBeside(provenance, ledgers) },
  };
}

/** The one partner that the user picks. */
function partnerOf({ columns }: TradeSource, { where = [] }: TradeOptions): string {
  const picked = where.find(
    ({ column, keep, values }) =>
      column.toLowerCase() === columns.partner?.toLowerCase() && keep && values.length === 1,
  );
  return picked?.values[0] ?? '';
}
