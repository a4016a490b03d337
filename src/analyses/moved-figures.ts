import { type Exact, fixedText, multiply, sign } from '../math/exact.ts';
import type { Ordinal } from '../period/index.ts';
import type { Series, SeriesSet } from '../series/series.ts';
import { type Change, without } from './change-between.ts';
import { ordinals, type Pair, pairs } from './revisions.ts';
import { trendPoint } from './trend.ts';

/** With which period a published change compares. */
type Comparison = 'previous' | 'year-before';

/** How a published percentage moves: to another whole number of percent, to the other side of zero, or it is gone. */
type Move = 'rounding' | 'sign' | 'gone';

/** A change that anyone who quoted the old edition would now quote otherwise. */
export interface MovedFigure {
  readonly pair: Pair;
  readonly ordinal: Ordinal;
  readonly comparison: Comparison;
  readonly old: Change;
  readonly now: Change;
  readonly moves: readonly Move[];
}

/** The percentages of change of an old edition that the new one moves across a whole percent or across zero. */
export function movedFigures(old: SeriesSet, now: SeriesSet): MovedFigure[] {
  return pairs(old, now).flatMap((pair) =>
    [...ordinals(pair)].flatMap((ordinal) => {
      const [before, after] = [changesAt(pair.old, ordinal, old), changesAt(pair.now, ordinal, now)];
      return COMPARISONS.flatMap((comparison): MovedFigure[] => {
        const figure = { pair, ordinal, comparison, old: before[comparison], now: after[comparison] };
        const moves = movesOf(figure.old.ratio, figure.now.ratio);
        return moves.length > 0 ? [{ ...figure, moves }] : [];
      });
    }),
  );
}

const COMPARISONS = ['previous', 'year-before'] as const;

function changesAt(series: Series | null, ordinal: Ordinal, set: SeriesSet): Record<Comparison, Change> {
  if (series === null) return { previous: without('missing'), 'year-before': without('missing') };
  const { previous, year } = trendPoint(series, ordinal, set);
  return { previous, 'year-before': year };
}

function movesOf(old: Exact | null, now: Exact | null): Move[] {
  if (old === null) return [];
  if (now === null) return ['gone'];
  const percent = (ratio: Exact) => fixedText(multiply(ratio, 100), 0);
  return [
    ...(percent(old) === percent(now) ? [] : (['rounding'] as const)),
    ...(sign(old) === sign(now) ? [] : (['sign'] as const)),
  ];
}
