import { divide, type Exact } from '../math/exact.ts';
import { counted } from '../note.ts';
import { type Ordinal, periodText } from '../period/index.ts';
import type { Figure, Sentence } from '../report/report.ts';
import { lastOrdinal, type Series } from '../series/series.ts';
import { concentration, partsOf } from './concentration.ts';
import type { TradeShown } from './trade.ts';
import { newestWhole } from './trade-groups.ts';
import type { TradeSet } from './trade-set.ts';
import { nameOf } from './trade-title.ts';
import { trendSentence } from './trend-sentence.ts';

/** Every total in words, nominal and real, and how concentrated it is on its parts. */
export function tradeSentences(set: TradeSet, shown: TradeShown): Sentence[] {
  const parts = partsOf(set);
  const ordered = [...set.totals].sort(
    (a, b) => Number(b.measure.name === 'trade') - Number(a.measure.name === 'trade'),
  );
  return ordered.flatMap((total) => {
    const last = Math.min(lastOrdinal(total), shown.to);
    const real = shown.real && total.measure.kind !== 'balance' ? [spoken(shown.real.of(total), set, last)] : [];
    const found = parts.get(total);
    return [spoken(total, set, last), ...real, ...(found ? concentrated(total, found, set, last) : [])];
  });
}

/** A series under the name of its flow. */
function spoken(series: Series, set: TradeSet, last: Ordinal): Sentence {
  return trendSentence({ ...series, key: [...nameOf(series, set), series.measure.name] }, { ...set, series: [] }, last);
}

function concentrated(total: Series, parts: readonly Series[], set: TradeSet, to: Ordinal): Sentence[] {
  const ordinal = newestWhole(total, to);
  const found = ordinal === null ? null : concentration(parts, ordinal);
  if (ordinal === null || !found) return [];
  const name = [...nameOf(total, set), total.measure.name].join(', ');
  const figure = (value: Exact, kind: Figure['kind']): Figure => ({ value, kind });
  return [
    [
      `${name}: shared by ${counted(found.parts, 'part')} in ${periodText(ordinal, set.cadence)}; the largest, ${found.largest.key.slice(set.apart).join(', ')}, has `,
      figure(found.share, 'share'),
      '; concentration (HHI) ',
      figure(found.index, 'quantity'),
      ', as of ',
      figure(divide(1, found.index), 'quantity'),
      ' equal parts',
    ],
  ];
}
