import { type FlowLayout, flowSeries } from '../analyses/flow-series.ts';
import { goodsNotes, regionNotes, switchNotes, type Valuation } from '../analyses/trade-notes.ts';
import { type TradeSet, tradeSet } from '../analyses/trade-set.ts';
import type { Context } from '../cli/command.ts';
import { UserError } from '../errors.ts';
import type { Note } from '../note.ts';
import { type Cadence, cadence, nests } from '../period/index.ts';
import type { Provenance } from '../report/report.ts';
import { coarser } from '../series/coarser.ts';
import type { SeriesSet } from '../series/series.ts';
import { isRegion } from '../source/trade-columns.ts';
import type { Goods, TradeSource } from './read-trade.ts';
import type { TradeOptions } from './trade-options.ts';
import { type Origins, tradeOrigins } from './trade-origins.ts';
import { type Conversion, conversion, readRates } from './trade-rates.ts';

/** Trade by flow, of parts and totals, with what a reader must know. */
export interface TradeSets {
  readonly set: TradeSet;
  readonly origins: Origins;
  /** Unit of the source and conversion, where amounts were converted from one currency. */
  readonly converted: { readonly unit: string; readonly by: Conversion } | null;
  readonly notes: readonly Note[];
  readonly provenance: Omit<Provenance, 'command'>;
}

/** On which periods a source is read, and what is then done to its amounts. */
export interface TradeFrame {
  readonly fine: Cadence;
  readonly target: Cadence;
  readonly converting: Conversion | null;
  /** Amounts in the currency asked for, over the periods asked for. */
  finished(set: SeriesSet): SeriesSet;
}

/** Amounts are converted by the periods of the source and then added up, else added up at once. */
export async function tradeFrame(source: TradeSource, options: TradeOptions, context: Context): Promise<TradeFrame> {
  const converting = await conversionAsked(options, context);
  const { cadence: native } = source.series([], 'broadest', { every: null }).set;
  const target = targetCadence(native, options);
  const fine = converting !== null && nests(native, target) ? native : target;
  return { fine, target, converting, finished: (set) => coarser(converting ? converting.convert(set) : set, target) };
}

/** The columns in which a source tells who reports and which way, and what stands for the first where none does. */
export const layoutOf = (source: TradeSource, options: TradeOptions): FlowLayout => ({
  reporter: source.columns.reporter ?? null,
  flow: source.columns.flow ?? null,
  reporterName: reporterOf(source, options),
});

/** The series of a table of trade, on the periods asked for and in the currency asked for. */
export async function tradeSets(source: TradeSource, options: TradeOptions, context: Context): Promise<TradeSets> {
  const { by, apart, columns } = source;
  const goods: Goods = columns.commodity !== undefined && by.includes(columns.commodity) ? 'parts' : 'broadest';
  const { fine, converting, finished } = await tradeFrame(source, options, context);
  const layout = layoutOf(source, options);
  const parts = source.series([...apart, ...by], goods, { every: fine.every });
  const whole = source.series(apart, goods, { every: fine.every });
  const [named, totals] = [flowSeries(parts.set, layout), flowSeries(whole.set, layout)];
  const [ofParts, ofTotals] = [finished(named), finished(totals)];
  const units = [...new Set(totals.series.map(({ measure }) => measure.unit))];
  const set = tradeSet({
    set: ofParts,
    parts: ofParts.series,
    totals: ofTotals.series,
    apart: ofTotals.dimensions.length,
  });
  const stages = {
    parts: { read: parts, named, finished: ofParts },
    totals: { read: whole, named: totals, finished: ofTotals },
  };
  return {
    set,
    origins: tradeOrigins(source.tallied, stages.parts, stages.totals, converting)(set),
    converted: converting && units.length === 1 ? { unit: units[0] ?? '', by: converting } : null,
    notes: [
      ...parts.notes,
      ...goodsNotes(source.codes, columns.commodity, goods),
      ...switches(source, goods, fine),
      ...regions(source),
      ...(converting?.notes(totals) ?? []),
    ],
    provenance: parts.provenance,
  };
}

async function conversionAsked(options: TradeOptions, context: Context): Promise<Conversion | null> {
  const { rates, in: into, currency } = options;
  if (rates === undefined && into === undefined) return null;
  if (rates === undefined)
    throw new UserError(`--in ${into} needs exchange rates`, { hint: 'add --rates with a file of daily rates' });
  if (into === undefined) throw new UserError('--rates needs the currency to convert into', { hint: 'add --in THB' });
  return conversion(await readRates(rates, options, context), into.toUpperCase(), currency);
}

/** Years where the source allows, unless another length is asked for. */
function targetCadence(native: Cadence, { every }: TradeOptions): Cadence {
  if (every !== undefined) return cadence(every, native.fiscal);
  const year = cadence('year', native.fiscal);
  return nests(native, year) ? year : native;
}

/** Who reports all of it, where no column tells. */
const reporterOf = ({ columns, profile }: TradeSource, { reporter }: TradeOptions): string =>
  columns.reporter === undefined ? (reporter ?? profile.trade?.reporter ?? '') : '';

/** Changes of the reporter, or of the edition of the classification, along the series. */
export function switches({ columns, series }: TradeSource, goods: Goods, at: Cadence): Note[] {
  const along = (column: string | undefined, what: string) =>
    column === undefined ? [] : switchNotes(series([column], goods, { every: at.every }).set, what);
  return [...along(columns.reporter, 'the reporter'), ...along(columns.classification, 'the classification of goods')];
}

/** Partners that may be sums of others. */
export const regions = ({ columns: { partner }, partners, profile }: TradeSource): Note[] =>
  partner === undefined || profile.trade ? [] : regionNotes(partner, partners, isRegion);

/** What `--valuation exports=fob,imports=cif` says, or the profile. */
export function valuationOf({ profile }: TradeSource, { valuation }: TradeOptions): Valuation {
  const known = { ...profile.trade?.valuation } as Valuation;
  if (valuation === undefined) return known;
  const stated = valuation.split(',').map((text) => /^\s*(exports|imports)\s*=\s*(\S.*?)\s*$/.exec(text));
  if (stated.some((match) => match === null)) {
    throw new UserError(`--valuation ${valuation} is not understood`, {
      hint: "write --valuation 'exports=fob,imports=cif'",
    });
  }
  return { ...known, ...Object.fromEntries(stated.map((match) => [match?.[1] ?? '', match?.[2] ?? ''])) };
}
