import { two } from './civil-date.ts';

/** Which calendar year, or years, a fiscal year is named by. */
export type NamedBy = 'end' | 'start' | 'both';

/** Fiscal years of one length that follow each other, from a month on until the next run begins. */
export interface FiscalRun {
  /** Months since year 0. */
  readonly from: number;
  readonly months: number;
}

/** Periods of unlike length: where each starts, and its name; a period's ordinal is its position. */
export interface DatedPeriods {
  readonly starts: readonly number[];
  readonly names: readonly string[];
}

/** A calendar whose fiscal years changed, cut into years and quarters. */
export interface DatedFiscal {
  readonly year: DatedPeriods;
  readonly quarter: DatedPeriods;
}

/** The last month for which periods are laid out. */
const END = 2300 * 12;

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Lays out every fiscal year and quarter of a calendar. A year of other than twelve months says which it has. */
export function datedFiscal(runs: readonly FiscalRun[], namedBy: NamedBy): DatedFiscal {
  const years = runs.flatMap(({ from, months }, i) => {
    const until = runs[i + 1]?.from ?? END;
    return Array.from({ length: Math.ceil((until - from) / months) }, (_, n) => ({ start: from + n * months, months }));
  });
  const named = years.map(({ start, months }) => ({ start, months, name: yearName(start, months, namedBy) }));
  const quarters = named.flatMap(({ start, months, name }) =>
    Array.from({ length: Math.ceil(months / 3) }, (_, n) => ({ start: start + n * 3, name: `${name}-Q${n + 1}` })),
  );
  const periods = (list: readonly { start: number; name: string }[]): DatedPeriods => ({
    starts: list.map(({ start }) => start),
    names: list.map(({ name }) => name),
  });
  return { year: periods(named), quarter: periods(quarters) };
}

function yearName(start: number, months: number, namedBy: NamedBy): string {
  const [first, last] = [start, start + months - 1].map((month) => Math.floor(month / 12)) as [number, number];
  const name = `FY${yearsName(first, last, namedBy)}`;
  return months === 12 ? name : `${name} ${MONTHS[start % 12]}-${MONTHS[(start + months - 1) % 12]}`;
}

/** `2024`, or `2023-24` where both years name it. */
export function yearsName(first: number, last: number, namedBy: NamedBy): string {
  if (namedBy === 'both' && first !== last) return `${first}-${two(last % 100)}`;
  return String(namedBy === 'start' ? first : last);
}

/** The period that holds a month; before the first one there is none. */
export function datedOrdinal(month: number, { starts }: DatedPeriods): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= month) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
