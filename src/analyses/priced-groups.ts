import { sign } from '../math/exact.ts';
import type { Series, SeriesSet } from '../series/series.ts';
import type { Goods } from './price-pair.ts';
import type { PricedGroup } from './price-points.ts';

/** Values and quantities of the same keys, and which columns of the key tell what. */
export interface PricedSets {
  readonly values: SeriesSet;
  readonly quantities: SeriesSet;
  /** How many columns of the key, the reporter first, tell the group; the others tell the goods. */
  readonly apart: number;
  /** The column with the unit of the quantity; null where the measure has one unit. */
  readonly unitColumn: string | null;
  /** Texts of a unit that mean there is none. */
  readonly noUnit: readonly string[];
}

/** Goods put together by who reports, by flow and by the parts asked for. */
export function pricedGroups({ values, quantities, apart, unitColumn, noUnit }: PricedSets): PricedGroup[] {
  const at = unitColumn === null ? -1 : values.dimensions.indexOf(unitColumn);
  const known = new Map(quantities.series.map((series) => [idOf(series), series]));
  const groups = new Map<string, { key: readonly string[]; flow: string; unit: string; goods: Goods[] }>();
  for (const value of values.series) {
    const quantity = known.get(idOf(value));
    const written = at < 0 ? (quantity?.measure.unit ?? '') : (value.key[at] ?? '').trim();
    const key = value.key.slice(0, apart);
    const { name: flow, unit } = value.measure;
    const id = JSON.stringify([key, flow, unit]);
    const group = groups.get(id) ?? { key, flow, unit, goods: [] };
    groups.set(id, group);
    group.goods.push({
      name: value.key.slice(apart).join(', '),
      unit: noUnit.includes(written) || /^no quantity$/i.test(written) ? '' : written,
      value,
      quantity,
    });
  }
  return [...groups.values()];
}

const idOf = ({ key, measure }: Series): string => JSON.stringify([key, measure.name]);

/** How many periods of goods have a quantity above zero. */
export const quantitiesIn = ({ series }: SeriesSet): number =>
  series.reduce((sum, { values }) => sum + values.filter((value) => value !== null && sign(value) > 0).length, 0);
