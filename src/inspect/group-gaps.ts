import { counted } from '../note.ts';
import { type Ordinal, periodText } from '../period/index.ts';
import { type Finding, finding } from './finding.ts';
import { gapsIn, listed, unitOf } from './gaps.ts';
import type { PeriodFacts } from './period-facts.ts';
import type { WholeRecords } from './whole-records.ts';

/** A group of records that is expected to go on without gaps. */
export interface Group {
  readonly values: readonly string[];
  readonly ordinals: Set<Ordinal>;
}

/** The periods that each combination of values at `parts` has. */
export function groupsOf(
  results: readonly WholeRecords[],
  parts: readonly number[],
  ordinalOfKey: (key: readonly string[]) => Ordinal | null,
): Group[] {
  const groups = new Map<string, Group>();
  for (const { tallies } of results) {
    for (const { key } of tallies) {
      const ordinal = ordinalOfKey(key);
      if (ordinal === null) continue;
      const values = parts.map((at) => (key[at] ?? '').trim());
      const id = values.join('\u0000');
      const group = groups.get(id) ?? { values, ordinals: new Set() };
      groups.set(id, group);
      group.ordinals.add(ordinal);
    }
  }
  return [...groups.values()];
}

/** Series with gaps inside, and series that end before the source does. */
export function groupFindings(groups: readonly Group[], names: readonly string[], facts: PeriodFacts): Finding[] {
  const last = facts.ordinals[facts.ordinals.length - 1] ?? 0;
  const ranked = groups.map(({ values, ordinals }) => {
    const sorted = [...ordinals].sort((a, b) => a - b);
    return { values, missing: gapsIn(sorted), last: sorted[sorted.length - 1] ?? last };
  });
  const [column, of] = [names.join(', '), `${counted(groups.length, 'series', 'series')} by ${inWords(names)}`];
  const gaps = ranked.filter(({ missing }) => missing.length > 0);
  const [worst] = gaps.toSorted((a, b) => b.missing.length - a.missing.length);
  const early = ranked.filter((one) => one.last < last);
  const [first] = early.toSorted((a, b) => a.last - b.last);
  return [
    ...(worst
      ? [
          finding(
            'gap',
            `${gaps.length} of ${of} ${gaps.length === 1 ? 'has' : 'have'} gaps inside, the most ${worst.values.join(', ')}: ${counted(worst.missing.length, unitOf(facts.at))}, ${listed(worst.missing, facts.at)}`,
            { column, count: gaps.length },
          ),
        ]
      : []),
    ...(first
      ? [
          finding(
            'early-end',
            `${early.length} of ${of} ${early.length === 1 ? 'ends' : 'end'} before ${periodText(last, facts.at)}, the first ${first.values.join(', ')} in ${periodText(first.last, facts.at)}`,
            { column, count: early.length },
          ),
        ]
      : []),
  ];
}

const inWords = (names: readonly string[]): string =>
  names.length > 3 ? `all ${names.length} dimensions` : names.join(' and ');
