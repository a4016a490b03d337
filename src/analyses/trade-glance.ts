import { compare } from '../math/exact.ts';
import { type Ordinal, periodText } from '../period/index.ts';
import type { Cell, Glance } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import { flagsAt, lastOrdinal, type Series, valueAt } from '../series/series.ts';
import { REASONS } from './reasons.ts';
import { type TradeShown, tradePoint } from './trade.ts';
import { mainFlow, newestWhole, type TradeGroup, tradeGroups } from './trade-groups.ts';
import { tradeSentences } from './trade-sentence.ts';
import type { TradeSet } from './trade-set.ts';

/** Most periods that are shown where there are no parts. */
const MOST_PERIODS = 12;

/** The newest periods of each total; or, with parts, the parts of the newest whole period, the largest first. */
export function tradeGlance(set: TradeSet, shown: TradeShown, most: number | null): Glance {
  const groups = tradeGroups(set.totals);
  const blocks = groups.map((group) =>
    set.parts.length > 0 ? partRows(group, set, shown, most) : periodRows(group, set, shown, most),
  );
  const names = columnNames(set, shown);
  const rows = blocks.flatMap((block) => block.rows);
  const left = blocks.reduce((sum, { omitted }) => sum + omitted, 0);
  const several = new Set(set.totals.map(({ key }) => key[0])).size > 1;
  const dimensions = [...(several ? ['reporter'] : []), ...set.dimensions];
  return {
    table: {
      columns: [...dimensions.map(dimensionColumn), ...names.map(column)],
      rows: rows.map(({ key, cells }) => [
        ...(several ? key : key.slice(1)),
        ...names.map((name) => cells[name] ?? null),
      ]),
      blocks: blocks.map((block) => block.rows.length),
    },
    sentences: tradeSentences(set, shown),
    omitted:
      left > 0 ? `not shown: ${left} more ${set.parts.length > 0 ? 'parts' : 'periods'}; -f csv gives all` : null,
  };
}

interface Row {
  readonly key: readonly string[];
  readonly cells: Partial<Record<ColumnName, Cell>>;
}

interface Block {
  readonly rows: readonly Row[];
  readonly omitted: number;
}

function columnNames(set: TradeSet, { real }: TradeShown): ColumnName[] {
  const both =
    set.totals.some(({ measure }) => measure.name === 'trade') &&
    set.totals.some(({ measure }) => measure.name === 'balance');
  const units = new Set(set.totals.map(({ measure }) => measure.unit)).size > 1;
  return [
    ...(units ? (['unit'] as const) : []),
    'period',
    ...(both ? (['exports_value', 'imports_value', 'trade_value'] as const) : (['value'] as const)),
    'change',
    'relative_change',
    ...(real ? (['real_value', 'real_relative_change'] as const) : []),
    ...(set.parts.length > 0 ? (['share_of_total', 'contribution'] as const) : []),
    ...(both ? (['balance_value', 'balance_change'] as const) : []),
    'flags',
  ];
}

function periodRows(group: TradeGroup, set: TradeSet, shown: TradeShown, most: number | null): Block {
  const main = mainFlow(group);
  const last = Math.min(lastOrdinal(main), shown.to);
  const begin = Math.max(main.first, shown.from);
  const first = most === null ? begin : Math.max(begin, last - MOST_PERIODS + 1);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => rowOf(group, set, shown, first + i));
  return { rows, omitted: Math.max(0, first - begin) };
}

function partRows(total: TradeGroup, set: TradeSet, shown: TradeShown, most: number | null): Block {
  const main = mainFlow(total);
  const ordinal = newestWhole(main, shown.to);
  if (ordinal === null) return { rows: [], omitted: 0 };
  const value = (group: TradeGroup) => {
    const series = group.flows.get(main.measure.name);
    return series ? valueAt(series, ordinal) : null;
  };
  const parts = tradeGroups(set.parts.filter((part) => total.flows.get(part.measure.name) === set.totalOf(part)));
  const traded = parts.filter((part) => value(part) !== null);
  const ordered = traded.sort((a, b) => compare(value(b) ?? 0, value(a) ?? 0));
  const visible = most === null ? ordered : ordered.slice(0, most);
  return {
    rows: [...visible, total].map((group) => rowOf(group, set, shown, ordinal, main)),
    omitted: ordered.length - visible.length,
  };
}

function rowOf(group: TradeGroup, set: TradeSet, shown: TradeShown, ordinal: Ordinal, total?: Series): Row {
  const main = total ? group.flows.get(total.measure.name) : mainFlow(group);
  const at = (flow: string) => {
    const series = group.flows.get(flow);
    return series ? valueAt(series, ordinal) : null;
  };
  const balance = group.flows.get('balance');
  const cells: Partial<Record<ColumnName, Cell>> = {
    unit: group.unit,
    period: periodText(ordinal, set.cadence),
    exports_value: at('exports'),
    imports_value: at('imports'),
    trade_value: at('trade'),
    balance_value: at('balance'),
    balance_change: balance ? tradePoint(balance, undefined, ordinal, set).previous.difference : null,
    ...(main ? mainCells(main, total ?? main, ordinal, set, shown) : {}),
  };
  return { key: group.key, cells };
}

function mainCells(
  main: Series,
  total: Series,
  ordinal: Ordinal,
  set: TradeSet,
  { real }: TradeShown,
): Partial<Record<ColumnName, Cell>> {
  const { value, previous, share, contribution } = tradePoint(main, total, ordinal, set);
  const values = real?.of(main);
  const point = values && tradePoint(values, undefined, ordinal, set);
  return {
    value,
    change: previous.difference,
    relative_change: previous.ratio ?? REASONS[previous.status],
    share_of_total: share,
    contribution,
    real_value: point?.value ?? null,
    real_relative_change: point?.previous.ratio ?? null,
    flags: flagsAt(main, ordinal),
  };
}
