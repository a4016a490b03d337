import { type Cadence, dayNumber, firstDay, lastDay, type Ordinal, ordinalOf } from '../period/index.ts';
import type { Coverage } from './coverage.ts';
import { expectsAll, type SeriesPlan } from './plan.ts';

/** What is known of a period of the series, whatever the group. */
interface PeriodFacts {
  /** True where the source does not cover it to its ends. */
  readonly isPartial: boolean;
  /** How many periods of the source should have a record in it. */
  readonly expected: number;
}

/** How the periods of a source become those of series; each is worked out once. */
export interface PeriodMap {
  readonly source: Cadence;
  readonly target: Cadence;
  readonly covered: Coverage;
  /** The period of the series that one of the source lies in. */
  targetOf(ordinal: Ordinal): Ordinal;
  factsOf(target: Ordinal): PeriodFacts;
}

export function periodMap(source: Cadence, target: Cadence, covered: Coverage, plan: SeriesPlan): PeriodMap {
  const isSame = source.every === target.every && !source.every.startsWith('fiscal');
  const [from, to] = [dayNumber(covered.from), dayNumber(covered.to)];
  const expectsEach = source.every !== target.every && expectsAll(plan, source.every);
  return {
    source,
    target,
    covered,
    targetOf: isSame ? (ordinal) => ordinal : remembered((ordinal) => ordinalOf(firstDay(ordinal, source), target)),
    factsOf: remembered((ordinal) => {
      const [first, last] = [firstDay(ordinal, target), lastDay(ordinal, target)];
      return {
        isPartial: dayNumber(first) < from || dayNumber(last) > to,
        expected: expectsEach ? ordinalOf(last, source) - ordinalOf(first, source) + 1 : 0,
      };
    }),
  };
}

function remembered<T>(of: (ordinal: Ordinal) => T): (ordinal: Ordinal) => T {
  const known = new Map<Ordinal, T>();
  return (ordinal) => {
    const fact = known.get(ordinal) ?? of(ordinal);
    known.set(ordinal, fact);
    return fact;
  };
}
