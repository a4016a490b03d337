import { civilDate, dayNumber } from './civil-date.ts';
import { cleanText } from './clean-text.ts';
import { cadence, type Every, firstDay, lastDay, type Ordinal, ordinalOf } from './period.ts';
import type { PeriodProblem } from './period-problem.ts';
import { type PeriodRules, type WrittenPeriod, writtenPeriod } from './period-text.ts';

/** A run of days as a source wrote it: `7 - 13 พ.ย. 2563`, `29 Dec 2020 - 4 Jan 2021`, `2024-01-01 to 2024-01-07`. */
export interface WrittenRange {
  readonly text: string;
  readonly first: Ordinal;
  readonly last: Ordinal;
  readonly buddhist: boolean;
}

/** Reads a range of days, or of months, in which the first end may leave to the second what both share. */
export function writtenRange(raw: string, rules: PeriodRules): WrittenRange | null {
  const { text, era } = cleanText(raw);
  const ends = /^(.+?)(?: ?- ?| ?~ ?|\/| to | until | ถึง | and | & )([^-~]*\d{2}|\d{4}-\d{2}-\d{2})$/iu.exec(text);
  if (!ends) return null;
  const said = era === null ? rules : { ...rules, era };
  const [, start = '', end = ''] = ends;
  const last = writtenPeriod(end, said);
  const first = last && firstEnd(start, end, last.every, said);
  if (!first || !last || (last.every !== 'day' && last.every !== 'month')) return null;
  const [from, to] = [
    dayNumber(firstDay(first.ordinal, cadence(first.every))),
    dayNumber(lastDay(last.ordinal, cadence(last.every))),
  ];
  return from < to ? { text: raw, first: from, last: to, buddhist: last.buddhist } : null;
}

/** `7`, `29 Dec` or `Jan` are completed by the month and the year of the other end. */
function firstEnd(start: string, end: string, every: Every, rules: PeriodRules): WrittenPeriod | null {
  const whole = writtenPeriod(start, rules);
  if (whole?.every === every) return whole;
  for (let at = 1; at < end.length; at++) {
    const period = /[\s/.-]/.test(end[at] ?? '') ? writtenPeriod(start + end.slice(at), rules) : null;
    if (period?.every === every) return period;
  }
  return null;
}

/** Where the ranges of a column stand on a cadence that all of them fit. */
export interface PlacedRanges {
  readonly periods: readonly (WrittenPeriod | null)[];
  readonly decisions: readonly string[];
}

/** Ranges become the finest period that each of them is or lies in; runs of seven days become weeks. */
export function placedRanges(ranges: readonly (WrittenRange | null)[]): PlacedRanges | PeriodProblem {
  const real = ranges.filter((range) => range !== null);
  const [some] = real;
  if (!some) return { periods: [], decisions: [] };
  const at = (every: Every, day: (range: WrittenRange) => Ordinal) => ({
    periods: ranges.map((range) => {
      return range && { every, ordinal: ordinalOf(civilDate(day(range)), cadence(every)), buddhist: range.buddhist };
    }),
  });
  if (real.every(({ first, last }) => last - first === 6)) {
    const decision = `weeks such as "${some.text}" are counted as the ISO week that holds their middle day`;
    const aligned = real.every(({ first }) => (first + 3) % 7 === 0);
    return { ...at('week', ({ first }) => first + 3), decisions: aligned ? [] : [decision] };
  }
  const every = (['month', 'quarter', 'half', 'year'] as const).find((unit) =>
    real.every((range) => fits(range, unit)),
  );
  if (every === undefined) {
    const wide = real.find((range) => !fits(range, 'year')) ?? some;
    return { problem: `"${wide.text}" lies in no one month, quarter or year`, hint: 'name another column with --date' };
  }
  const decision = `ranges such as "${some.text}" are counted in the ${every} that they lie in`;
  return {
    ...at(every, ({ first }) => first),
    decisions: real.every((range) => isWhole(range, every)) ? [] : [decision],
  };
}

function fits({ first, last }: WrittenRange, every: Every): boolean {
  return ordinalOf(civilDate(first), cadence(every)) === ordinalOf(civilDate(last), cadence(every));
}

function isWhole({ first, last }: WrittenRange, every: Every): boolean {
  const ordinal = ordinalOf(civilDate(first), cadence(every));
  return dayNumber(firstDay(ordinal, cadence(every))) === first && dayNumber(lastDay(ordinal, cadence(every))) === last;
}
