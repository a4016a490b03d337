import { type CivilDate, civilDate, dateText, dayNumber, lastDay } from '../period/index.ts';
import type { Candidate } from './candidate.ts';
import type { Claim } from './claim.ts';

/** Exports come out a month or two after what they tell; beyond a quarter, "the last six months" are other months. */
const LATE = 92;

/** Says so where words such as "the last six months" end with a source that ends long before the claim; else null. */
export function staleWhy(over: string, all: readonly Candidate[], { asOf }: Claim): string | null {
  const plain = all.find(({ isPlain }) => isPlain) ?? all[0];
  if (asOf === null || !plain || !/^\d+[a-z]+$|^f?ytd$|^since /.test(over)) return null;
  const ends = dayNumber(lastDay(plain.spans.current.last, plain.cadence));
  const days = dayNumber(dayOf(asOf)) - ends;
  return days <= LATE
    ? null
    : `the time meant ends on ${dateText(civilDate(ends))}, where the source does, ${days} days before the claim`;
}

/** A day as claims write it. */
export function dayOf(text: string): CivilDate {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return { year, month, day };
}
