import type { TradeSet } from '../analyses/trade-set.ts';
import { PARTS, TOTALS } from '../explain/input.ts';
import type { Origin } from '../explain/origin.ts';
import type { Series, SeriesSet } from '../series/series.ts';
import type { Ledger } from './ledger.ts';
import type { ReadSeries, Tallied } from './read-series.ts';
import type { Conversion } from './trade-rates.ts';

/** Series of a source, and what was made of each: named after its flow, then converted and added up. */
export interface Stages {
  readonly read: ReadSeries;
  readonly named: SeriesSet;
  readonly finished: SeriesSet;
}

/** The way back from series of trade to those of the source. */
export interface Origins {
  readonly originOf: (series: Series) => Origin | null;
  readonly ledgers: Readonly<Record<string, Ledger>>;
}

/** For each finished series where it comes from. */
export function originsBySeries(
  { read: { set }, named, finished }: Stages,
  ledger: string,
  converting: Conversion | null,
): Map<Series, Origin> {
  return new Map(
    finished.series.map((series, i) => {
      const [own, flow] = [set.series[i] as Series, named.series[i] as Series];
      const rates = converting?.behind(flow.measure.unit, set.cadence) ?? null;
      return [series, { ledger, series: own, set, rates }];
    }),
  );
}

/** The same by what tells a series from the others. */
const originsById = (...of: Parameters<typeof originsBySeries>): Map<string, Origin> =>
  new Map([...originsBySeries(...of)].map(([series, origin]) => [idOf(series.key, series), origin]));

/** The origins of the parts and totals of a table, whose totals have more in their keys than those they are made of. */
export function tradeOrigins(
  tallied: Tallied,
  parts: Stages,
  totals: Stages,
  converting: Conversion | null,
): (set: TradeSet) => Origins {
  const [ofParts, ofTotals] = [originsById(parts, PARTS, converting), originsById(totals, TOTALS, converting)];
  return (set) => ({
    originOf: (series) =>
      set.totals.includes(series)
        ? (ofTotals.get(idOf(series.key.slice(0, set.apart), series)) ?? null)
        : (ofParts.get(idOf(series.key, series)) ?? null),
    ledgers: {
      [PARTS]: { tallied, plan: parts.read.plan },
      [TOTALS]: { tallied, plan: totals.read.plan },
      ...converting?.ledgers,
    },
  });
}

const idOf = (key: readonly string[], { measure }: Series): string => JSON.stringify([key, measure.name, measure.unit]);
