import type { Series, SeriesSet } from '../series/series.ts';
import { moneyText, moneyUnit } from './money.ts';
import { flowOfMeasure, unitWithoutFlow } from './trade-flow.ts';

/** Where the columns of a set stand that trade needs: who reports, and which way; null where no column tells. */
export interface FlowLayout {
  readonly reporter: string | null;
  readonly flow: string | null;
  /** Who reports all of it, where no column tells. */
  readonly reporterName: string;
}

/** Series named after their flows, with who reports first in the key and the flow no longer in it. */
export function flowSeries(set: SeriesSet, { reporter, flow, reporterName }: FlowLayout): SeriesSet {
  const [reporterAt, flowAt] = [reporter, flow].map((name) => (name === null ? -1 : set.dimensions.indexOf(name)));
  const isOther = (_: unknown, at: number) => at !== reporterAt && at !== flowAt;
  const named = ({ key, measure, ...series }: Series): Series => ({
    ...series,
    key: [key[reporterAt ?? -1] ?? reporterName, ...key.filter(isOther)],
    measure: {
      ...measure,
      name: key[flowAt ?? -1] ?? flowOfMeasure(measure.name),
      unit: plainUnit(flow === null ? unitWithoutFlow(measure.unit) : measure.unit),
    },
  });
  return { ...set, dimensions: ['reporter', ...set.dimensions.filter(isOther)], series: set.series.map(named) };
}

/** The unit of a column that is only named: `value usd` is in USD. */
function plainUnit(unit: string): string {
  const money = /value|amount|มูลค่า|\b(usd|thb|eur)\b/.test(unit) ? moneyUnit(unit) : null;
  return money ? moneyText(money) : unit;
}
