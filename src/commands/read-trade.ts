import { type CommodityCodes, commodityCodes } from '../analyses/commodity-codes.ts';
import { flowOf } from '../analyses/trade-flow.ts';
import type { Context } from '../cli/command.ts';
import type { Tally } from '../engine/engine.ts';
import { keptByAll } from '../series/filter.ts';
import type { SeriesPlan } from '../series/plan.ts';
import type { Profile, TradeProfile } from '../source/profile.ts';
import { isSeveralPartners } from '../source/trade-columns.ts';
import { planOf } from './plan.ts';
import { type ReadSeries, readPlanned, seriesOf, type Tallied } from './read-series.ts';
import { type AskedTrade, askedTrade, chosenMeasures } from './trade-asked.ts';
import type { TradeOptions } from './trade-options.ts';

/** How the codes of goods are taken: the broadest for sums, their parts, or the finest for prices. */
export type Goods = 'broadest' | 'parts' | 'finest';

/** How series are made of it: by default of the value, on the periods of the source. */
type Reading = Pick<Partial<SeriesPlan>, 'every'> & { readonly measures?: readonly string[] };

/** A table of trade, tallied by every role, of which series of any columns can be made. */
export interface TradeSource {
  readonly tallied: Tallied;
  readonly columns: TradeProfile['columns'];
  /** The columns whose values are parts, as the user asks. */
  readonly by: readonly string[];
  /** The columns over which nothing is added up: who reports, which way, and what the export keeps apart. */
  readonly apart: readonly string[];
  readonly profile: Profile;
  /** Measures of quantity that the source has, the best first, and the column of their unit. */
  readonly quantities: TradeProfile['quantities'];
  readonly codes: CommodityCodes | null;
  /** Every partner that is counted, as it is written. */
  readonly partners: readonly string[];
  /** The series of each value of these columns: of the value, or of the measures named. */
  series(by: readonly string[], goods: Goods, how?: Reading): ReadSeries;
}

/** Opens a table of trade, finds who traded what with whom, and has its records tallied. */
export async function readTrade(
  paths: readonly string[],
  options: TradeOptions,
  context: Context,
): Promise<TradeSource> {
  const { quantity, measure } = options;
  const named = measure && quantity !== undefined ? [...measure, quantity] : measure;
  const choose = (names: readonly string[]) => chosenMeasures(names, quantity);
  const asked: { is?: AskedTrade } = {};
  const reading = { ...options, ...(named && { measure: named }), choose };
  const tallied = await readPlanned(paths, reading, context, (source) => {
    asked.is = askedTrade(source, options);
    return planOf(asked.is.source, asked.is.options);
  });
  return tradeSource(tallied, asked.is as AskedTrade, options);
}

function tradeSource(tallied: Tallied, asked: AskedTrade, options: TradeOptions): TradeSource {
  const { columns, by, values } = asked;
  const plan = tallied.plan.series;
  const names = plan.by.map(({ name }) => name);
  const keyOf = (name: string | undefined) => plan.by.find((one) => one.name === name)?.key;
  const isKept = keptByAll(plan.filters);
  const kept = tallied.result.tallies.filter(({ key }) => isKept(key));
  const flow = keyOf(columns.flow);
  const goodsAt = keyOf(columns.commodity);
  const codes = goodsAt === undefined ? null : commodityCodes(distinct(kept, goodsAt));
  const flows =
    flow === undefined ? {} : Object.fromEntries(kept.map(({ key }) => [key[flow] ?? '', flowOf(key[flow] ?? '')]));
  const totals = totalsAmong(tallied, asked);
  const partner = keyOf(columns.partner);
  return {
    tallied,
    columns,
    by,
    apart: [
      columns.reporter,
      ...asked.source.profile.separate.filter((name) => names.includes(name)),
      columns.flow,
    ].filter((name) => name !== undefined),
    profile: asked.source.profile,
    quantities: asked.quantities,
    codes,
    partners: partner === undefined ? [] : distinct(kept, partner),
    series: (wanted, goods, { measures = values, ...how } = {}) => {
      const filters = codes ? [...plan.filters, { key: goodsAt ?? 0, values: codes[goods], keep: true }] : plan.filters;
      const shown = plan.measures.filter(({ measure }) => measures.includes(measure.name));
      const parts = [...new Set(wanted)].flatMap((name) => plan.by.find((one) => one.name === name) ?? []);
      const renamed = parts.map((one) => (one.name === columns.flow ? { ...one, renamed: flows } : one));
      return seriesOf(
        tallied,
        { ...options, per: undefined },
        { ...plan, filters, totals, measures: shown, by: renamed, ...how },
      );
    },
  };
}

const distinct = (tallies: Iterable<Tally>, at: number): string[] => [
  ...new Set(Array.from(tallies, ({ key }) => (key[at] ?? '').trim())),
];

/**
 * Totals in any column but that of the goods, whose codes tell it, among partners by their names where no profile tells them;
 * those that the user picks are no totals to him.
 */
function totalsAmong({ plan, result }: Tallied, { columns, source }: AskedTrade): SeriesPlan['totals'] {
  const { totals, trade } = source.profile;
  const picked = plan.conditions.filter(({ keep }) => keep).map(({ column }) => column.toLowerCase());
  const among = plan.series.by.flatMap(({ name, key }) => {
    const isNamed = name === columns.partner && trade === undefined;
    const found = isNamed ? distinct(result.tallies, key).filter(isSeveralPartners) : [];
    const values = [...(totals[name] ?? []), ...found];
    const isPicked = picked.includes(name.toLowerCase()) || name === columns.commodity;
    return values.length === 0 || isPicked ? [] : [{ name, key, values, shownBy: 'where' as const }];
  });
  return [...among, ...(plan.series.totals ?? [])];
}
