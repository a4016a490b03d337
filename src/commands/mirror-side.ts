import { flowSeries } from '../analyses/flow-series.ts';
import type { Country, ReportedFlow } from '../analyses/mirror.ts';
import { goodsNotes, type Valuation } from '../analyses/trade-notes.ts';
import type { Context } from '../cli/command.ts';
import { inputError, UserError } from '../errors.ts';
import type { Origin } from '../explain/origin.ts';
import type { Note } from '../note.ts';
import type { Cadence } from '../period/index.ts';
import type { Provenance } from '../report/report.ts';
import type { Series } from '../series/series.ts';
import type { Ledger } from './ledger.ts';
import { readTrade, type TradeSource } from './read-trade.ts';
import type { TradeOptions } from './trade-options.ts';
import { originsBySeries } from './trade-origins.ts';
import { layoutOf, tradeFrame, valuationOf } from './trade-sets.ts';

/** One country's side of a comparison. */
export interface MirrorSide {
  readonly file: string;
  readonly flows: readonly ReportedFlow[];
  /** Where each of them comes from, in their order, and where the records are found. */
  readonly origins: readonly Origin[];
  readonly ledgers: Readonly<Record<string, Ledger>>;
  readonly cadence: Cadence;
  readonly valuation: Valuation;
  readonly notes: readonly Note[];
  readonly provenance: Omit<Provenance, 'command'>;
}

/** Reads what one country reports of its trade with every partner. */
export async function mirrorSide(
  file: string,
  ledger: string,
  reporter: string,
  options: TradeOptions,
  context: Context,
): Promise<MirrorSide> {
  const { reporter: _, by, ...rest } = options;
  const asked = { ...rest, ...(by && { by }), ...(reporter !== '' && { reporter }) };
  const source = await readTrade([file], asked, context);
  const { columns } = source;
  if ((by ?? []).length > 0 && source.by.some((name) => name !== columns.commodity)) {
    throw new UserError('trade mirror goes --by commodity, or by nothing');
  }
  const frame = await tradeFrame(source, asked, context);
  const keys = [
    ...source.apart,
    columns.reporter,
    columns.reporterCode,
    columns.flow,
    columns.partner,
    columns.partnerCode,
    ...source.by,
  ];
  const goods = source.by.length > 0 ? 'parts' : 'broadest';
  const read = source.series(
    keys.filter((name) => name !== undefined),
    goods,
    { every: frame.fine.every },
  );
  const named = flowSeries(read.set, layoutOf(source, asked));
  const set = frame.finished(named);
  const flows = set.series.map((series) => flowOf(series, set.dimensions, source));
  checkOnce(file, flows);
  return {
    file,
    flows,
    origins: [...originsBySeries({ read, named, finished: set }, ledger, frame.converting).values()],
    ledgers: { [ledger]: { tallied: source.tallied, plan: read.plan }, ...frame.converting?.ledgers },
    cadence: set.cadence,
    valuation: valuationOf(source, asked),
    notes: [
      ...read.notes,
      ...goodsNotes(source.codes, columns.commodity, goods),
      ...(frame.converting?.notes(named) ?? []),
    ],
    provenance: read.provenance,
  };
}

/** Two figures of one flow, such as in two units, cannot both be the one that is compared. */
function checkOnce(file: string, flows: readonly ReportedFlow[]): void {
  const ids = flows.map(({ reporter, partner, commodity, flow }) =>
    [reporter.name, partner?.name ?? '', commodity, flow].filter((text) => text !== '').join(', '),
  );
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice === undefined) return;
  throw inputError(`${file}: ${twice} is there in several units or kinds`, "keep one: --where 'column=value'");
}

function flowOf(series: Series, dimensions: readonly string[], { columns, by }: TradeSource): ReportedFlow {
  const cell = (name: string | undefined) => (name === undefined ? '' : (series.key[dimensions.indexOf(name)] ?? ''));
  const country = (name: string, code: string | undefined): Country => ({ name, code: cell(code) });
  return {
    reporter: country(series.key[0] ?? '', columns.reporterCode),
    partner: columns.partner === undefined ? null : country(cell(columns.partner), columns.partnerCode),
    commodity: by.length > 0 ? cell(columns.commodity) : '',
    flow: series.measure.name,
    series,
  };
}
