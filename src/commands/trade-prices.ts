import { flowSeries } from '../analyses/flow-series.ts';
import { priceNotes } from '../analyses/price-notes.ts';
import type { PriceOptions } from '../analyses/price-points.ts';
import { type PricedSets, pricedGroups, quantitiesIn } from '../analyses/priced-groups.ts';
import { goodsNotes, reportNotes } from '../analyses/trade-notes.ts';
import { pricePlaces, pricesTable } from '../analyses/trade-prices.ts';
import { pricesGlance } from '../analyses/trade-prices-glance.ts';
import { pricesTitle } from '../analyses/trade-title.ts';
import type { Context } from '../cli/command.ts';
import { UserError } from '../errors.ts';
import { PARTS } from '../explain/input.ts';
import type { Origin } from '../explain/origin.ts';
import { pricesDerivation } from '../explain/prices-derivation.ts';
import { type Note, note } from '../note.ts';
import type { Cadence, Ordinal } from '../period/index.ts';
import type { Report } from '../report/report.ts';
import { coarser } from '../series/coarser.ts';
import type { Series, SeriesSet } from '../series/series.ts';
import { explainedRow } from './explain-row.ts';
import type { Ledger } from './ledger.ts';
import { periodRange } from './range-options.ts';
import type { ReadSeries } from './read-series.ts';
import { readTrade, type TradeSource } from './read-trade.ts';
import { namedPeriod } from './trade-deflator.ts';
import type { TradeOptions } from './trade-options.ts';
import { originsBySeries } from './trade-origins.ts';
import { layoutOf, regions, switches, type TradeFrame, tradeFrame, valuationOf } from './trade-sets.ts';
import { withBeside } from './with-beside.ts';

/** Splits changes of value into price and volume, over goods that have a value and a quantity. */
export async function pricesReport(paths: readonly string[], options: TradeOptions, context: Context): Promise<Report> {
  const source = await readTrade(paths, options, context);
  const frame = await tradeFrame(source, options, context);
  const { sets, origins, ledgers, read, notes } = pricedSets(source, frame, options);
  const { cadence, covered, dimensions: all } = sets.values;
  const dimensions = all.slice(1, sets.apart);
  const groups = pricedGroups(sets);
  const { partner, commodity, classification } = source.columns;
  const how: PriceOptions = {
    ...periodRange(rangeOf(options), cadence),
    base: baseOf(options, cadence),
    withoutOutliers: options.withoutOutliers ?? false,
    isLumped:
      [partner, commodity, classification].every((name) => name === undefined || source.by.includes(name)) &&
      sets.apart === all.length,
  };
  const table = pricesTable(groups, dimensions, cadence, how);
  return {
    title: pricesTitle(groups, { cadence, covered, dimensions }, how),
    table,
    glance: (most) => pricesGlance(groups, dimensions, cadence, how, most),
    ...(await explainedRow(table, options, {
      ledgers,
      derivation(column, { at }) {
        const place = pricePlaces(groups, how)[at];
        return place
          ? pricesDerivation(column, place, { cadence, how, originOf: (series) => origins.get(series) })
          : null;
      },
    })),
    notes: [
      ...read.notes,
      ...notes,
      ...goodsNotes(source.codes, commodity, 'finest'),
      ...switches(source, 'finest', frame.fine),
      ...regions(source),
      ...reportNotes(
        groups.map(({ key, flow }) => ({ reporter: key[0] ?? '', flow })),
        valuationOf(source, options),
      ),
      ...priceNotes(groups, cadence, how),
    ],
    provenance: { command: 'trade', ...withBeside(read.provenance, ledgers) },
  };
}

/** `--from` and `--to` alone: `--base` means something else here. */
function rangeOf({ from, to }: TradeOptions): { from?: string; to?: string } {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function baseOf({ base }: TradeOptions, at: Cadence): Ordinal | null {
  if (base === undefined) return null;
  const named = namedPeriod('--base', base, at);
  if (named.at.every === at.every) return named.ordinal;
  throw new UserError(`--base ${base} is not one ${at.every.replace('-', ' ')}`, {
    hint: 'name one period of the table',
  });
}

/** Where the records of quantities are found. */
const QUANTITIES = 'quantities';

/** Values and quantities, and where they come from. */
interface Priced {
  readonly sets: PricedSets;
  readonly origins: ReadonlyMap<Series, Origin>;
  readonly ledgers: Readonly<Record<string, Ledger>>;
  readonly read: ReadSeries;
  readonly notes: readonly Note[];
}

/** Values in the currency asked for, and the quantities that most goods have. */
function pricedSets(source: TradeSource, frame: TradeFrame, options: TradeOptions): Priced {
  const { columns, by, apart, quantities, profile } = source;
  const layout = layoutOf(source, options);
  const every = { every: frame.fine.every };
  const told = [columns.partner, columns.commodity].filter((name) => name !== undefined);
  const groups = [...new Set([...apart, ...by])];
  const candidates = quantities.map((one) => {
    const keys = [...new Set([...groups, ...told, ...(one.unit === undefined ? [] : [one.unit])])];
    const read = source.series(keys, 'finest', { ...every, measures: [one.measure] });
    return { ...one, keys, read, set: read.set, found: quantitiesIn(read.set) };
  });
  const [best] = candidates.sort((a, b) => b.found - a.found);
  if (!best)
    throw new UserError(`--prices: no column tells the quantity`, {
      hint: 'name it with --quantity; indices need value and quantity of each item',
    });
  const read = source.series(best.keys, 'finest', every);
  const named = (set: SeriesSet) => flowSeries(set, layout);
  const values = { read, named: named(read.set), finished: frame.finished(named(read.set)) };
  const amounts = { read: best.read, named: named(best.set), finished: named(coarser(best.set, frame.target)) };
  const flowColumns = columns.flow === undefined ? 0 : 1;
  const text = `quantities are those of ${best.measure}${best.unit === undefined ? ` (${best.set.series[0]?.measure.unit})` : `, in the unit that ${best.unit} names`}`;
  return {
    sets: {
      values: values.finished,
      quantities: amounts.finished,
      apart: groups.length - flowColumns + (columns.reporter === undefined ? 1 : 0),
      unitColumn: best.unit ?? null,
      noUnit: profile.nulls,
    },
    origins: new Map([
      ...originsBySeries(values, PARTS, frame.converting),
      ...originsBySeries(amounts, QUANTITIES, null),
    ]),
    ledgers: {
      [PARTS]: { tallied: source.tallied, plan: read.plan },
      [QUANTITIES]: { tallied: source.tallied, plan: best.read.plan },
      ...frame.converting?.ledgers,
    },
    read,
    notes: [note(text), ...(frame.converting?.notes(named(read.set)) ?? [])],
  };
}
