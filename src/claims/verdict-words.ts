import { readingSpread } from '../analyses/reading-spread.ts';
import { REASONS } from '../analyses/reasons.ts';
import { sign } from '../math/exact.ts';
import type { Candidate } from './candidate.ts';
import type { Detail } from './detail.ts';
import { figureText, quantityText } from './figure-text.ts';
import type { Statement } from './statement.ts';
import { statedText } from './statement-text.ts';

/** The name of a reading, with where its window ends if not as a matter of course. */
export const readingText = ({ name, ending }: Candidate): string =>
  ending === 'as named' || ending === 'last complete period'
    ? name
    : `${name}, ending ${ending === 'current period so far' ? 'with the period still going on' : ending}`;

export const seasonWhy = ({ yearChange }: Detail): string =>
  `the season may explain it: against the same window a year before it is ${yearChange === null ? 'another' : figureText('change', yearChange)}`;

export const unreachableWhy = (statement: Statement, { base, current, windows }: Candidate): string =>
  `no whole number is ${statedText(statement)} from ${quantityText(base ?? 0)} in ${windows[0]}; the count of ${windows[1]} is ${quantityText(current ?? 0)}`;

/** What the data say instead. */
export function nearestWhy({ kind }: Statement, near: Candidate, plain: Candidate): string {
  const text = ({ figure }: Candidate) =>
    figure === null ? 'none' : figureText(kind === 'levels' ? 'level' : kind, figure);
  if (near === plain) return `it is ${text(near)}, and no reading is nearer`;
  return `it is ${text(plain)}; the nearest reading, ${readingText(near)}, gives ${text(near)}`;
}

/** Why a comparison has no figure. */
export function withheld({ change, windows }: Candidate): string {
  const [base, current] = windows;
  const reasons: Partial<Record<typeof change.status, string>> = {
    part: `${current} is not covered to its end`,
    'base-part': `${base} is not covered to its end`,
    'base-missing': `there is no value in ${base}`,
    'base-zero': `there is no percentage from zero in ${base}`,
    'base-negative': `there is no percentage from a value below zero in ${base}`,
    break: `a break in the series lies between ${base} and ${current}`,
  };
  return reasons[change.status] ?? (REASONS[change.status] || `there is no such figure for ${current}`);
}

/** How far the readings lie apart, where there are several. */
export function spreadWhy({ kind }: Statement, all: readonly Candidate[]): string {
  const range = kind === 'change' ? readingSpread(all) : null;
  if (!range || all.length < 2) return '';
  return `readings from ${figureText('change', range.low)} to ${figureText('change', range.high)}${sign(range.low) * sign(range.high) < 0 ? ', which disagree in sign' : ''}`;
}
