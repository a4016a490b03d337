import { type Cadence, type CivilDate, dateText, dayNumber, firstDay, periodText } from '../period/index.ts';
import type { Place } from '../source/place.ts';
import { type Checker, each, type Finding } from './finding.ts';

/** No period may begin after a day. */
export function futureChecker(column: string, at: Cadence, asOf: CivilDate): Checker {
  const last = dayNumber(asOf);
  return each(({ period, place }) => {
    if (period === null || dayNumber(firstDay(period.ordinal, at)) <= last) return [];
    return [found(place, column, period.text, 'no_future', `begins after ${dateText(asOf)}`)];
  });
}

/** Each combination of some columns must have every period between its first and its last. */
export function completeChecker(column: string, by: readonly number[], at: Cadence): Checker {
  const groups = new Map<string, { readonly periods: Set<number>; readonly place: Place }>();
  return {
    record({ fields, period, place, ragged }) {
      if (period === null || ragged !== null) return [];
      const id = by.map((one) => (fields[one] ?? '').trim()).join(', ');
      const group = groups.get(id) ?? { periods: new Set(), place };
      groups.set(id, group);
      group.periods.add(period.ordinal);
      return [];
    },
    *end() {
      for (const [id, { periods, place }] of groups) {
        const sorted = [...periods].sort((a, b) => a - b);
        for (const gap of gaps(sorted)) {
          const problem = `${id === '' ? '' : `${id}: `}has no record of ${gapText(gap, at)}`;
          yield found(place, column, '', 'complete', problem);
        }
      }
    },
  };
}

interface Gap {
  readonly first: number;
  readonly last: number;
}

/** The runs of numbers that are missing between others. */
function* gaps(sorted: readonly number[]): Generator<Gap> {
  for (let i = 1; i < sorted.length; i++) {
    const gap = { first: (sorted[i - 1] ?? 0) + 1, last: (sorted[i] ?? 0) - 1 };
    if (gap.first <= gap.last) yield gap;
  }
}

function gapText({ first, last }: Gap, at: Cadence): string {
  const [from, to] = [periodText(first, at), periodText(last, at)];
  return first === last ? from : `${from}…${to} (${last - first + 1} periods)`;
}

function found(place: Place, column: string, cell: string, rule: string, problem: string): Finding {
  return { place, column, cell, rule, severity: 'error', problem };
}
