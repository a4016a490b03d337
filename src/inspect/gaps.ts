import { counted, grouped } from '../note.ts';
import {
  type Cadence,
  cadence,
  firstDay,
  lastDay,
  lengthInDays,
  nests,
  type Ordinal,
  ordinalOf,
  periodText,
} from '../period/index.ts';
import type { Profile } from '../source/profile.ts';
import { type Finding, finding } from './finding.ts';
import type { PeriodFacts } from './period-facts.ts';

/** Periods between the first and the last of some that are not among them; they are in order. */
export const gapsIn = (ordinals: readonly Ordinal[]): Ordinal[] =>
  ordinals.flatMap((ordinal, i) => {
    const next = ordinals[i + 1] ?? ordinal + 1;
    return Array.from({ length: next - ordinal - 1 }, (_, step) => ordinal + step + 1);
  });

/** Periods without any record, and ends that are not whole. */
export function gapFindings({ ordinals, at }: PeriodFacts, profile: Profile, column: string): Finding[] {
  const [first, last] = [ordinals[0], ordinals[ordinals.length - 1]];
  if (first === undefined || last === undefined) return [];
  const missing = gapsIn(ordinals);
  const span = last - first + 1;
  const means = profile.absent === 'zero' ? ', which means zero here' : '';
  const [few, all] = [grouped(String(missing.length)), counted(span, unitOf(at))];
  const text = `${few} of ${all} from ${periodText(first, at)} to ${periodText(last, at)} ${missing.length === 1 ? 'has' : 'have'} no record${means}: ${listed(missing, at)}`;
  const gaps = missing.length === 0 ? [] : [finding('gap', text, { column, count: missing.length })];
  const open = profile.openEnd ? openEnd(last, at, column) : [];
  return [...gaps, ...partialEnds(first, last, at, profile, column), ...open];
}

export const unitOf = ({ every }: Cadence): string => every.replace('half', 'half-year').replace('fiscal-', 'fiscal ');

const SHOWN = 5;

/** `2024-03, 2024-05 and 3 more`. */
export function listed(ordinals: readonly Ordinal[], at: Cadence): string {
  const shown = ordinals.slice(0, SHOWN).map((ordinal) => periodText(ordinal, at));
  const more = ordinals.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

function openEnd(last: Ordinal, at: Cadence, column: string): Finding[] {
  const text = `the last period, ${periodText(last, at)}, was still going on when this was published`;
  return [finding('partial-end', text, { column })];
}

/** The months of days, and the years of months, that the ends of a source cut. */
function partialEnds(first: Ordinal, last: Ordinal, at: Cadence, { period }: Profile, column: string): Finding[] {
  const year = period.roles.includes('fiscal-year') ? 'fiscal-year' : 'year';
  const wider = ({ day: 'month', month: year, quarter: year, half: year } as const)[at.every as string];
  if (wider === undefined) return [];
  const whole = cadence(wider, at.fiscal);
  if (!nests(at, whole)) return [];
  // of a source of months within one year it says no more than its range
  if (at.every !== 'day' && ordinalOf(firstDay(first, at), whole) === ordinalOf(lastDay(last, at), whole)) return [];
  const ends = [...new Set([ordinalOf(firstDay(first, at), whole), ordinalOf(lastDay(last, at), whole)])];
  return ends.flatMap((ordinal) => {
    const from = Math.max(first, ordinalOf(firstDay(ordinal, whole), at));
    const to = Math.min(last, ordinalOf(lastDay(ordinal, whole), at));
    const length =
      at.every === 'day' ? lengthInDays(ordinal, whole) : { month: 12, quarter: 4, half: 2 }[at.every as string];
    const covered = to - from + 1;
    if (length === undefined || covered >= length) return [];
    const span = from === to ? `in ${periodText(from, at)}` : `from ${periodText(from, at)} to ${periodText(to, at)}`;
    const text = `${whole.every} ${periodText(ordinal, whole)} is covered ${span} only: ${covered} of its ${counted(length, unitOf(at))}`;
    return [finding('partial-end', text, { column })];
  });
}
