import { EXIT, UserError } from '../errors.ts';
import {
  type Cadence,
  cadence,
  dateText,
  firstDay,
  lastDay,
  type Ordinal,
  ordinalOf,
  periodText,
  writtenPeriod,
} from '../period/index.ts';
import type { SeriesSet } from '../series/series.ts';

/** In every form of period that a hint shows. */
const SOME_DAY = { year: 2024, month: 3, day: 5 };

/** `--from`, `--to` and `--index` as ordinals. */
export function periodRange(options: { from?: string; to?: string; index?: string }, at: Cadence) {
  const read = (flag: string, text: string | undefined, missing: Ordinal, day: typeof firstDay) => {
    if (text === undefined) return missing;
    const written = writtenPeriod(text, { order: null, era: 'auto', fiscal: at.fiscal });
    if (!written) {
      const here = periodText(ordinalOf(SOME_DAY, at), at);
      const forms = [...new Set([here, '2024', '2024-Q1', '2024-03'])].join(', ');
      throw new UserError(`${flag} ${text} is not a period`, { hint: `write ${forms} or 2024-03-05` });
    }
    return ordinalOf(day(written.ordinal, cadence(written.every, at.fiscal)), at);
  };
  const from = read('--from', options.from, Number.NEGATIVE_INFINITY, firstDay);
  const to = read('--to', options.to, Number.POSITIVE_INFINITY, lastDay);
  if (from > to) throw new UserError(`--from ${options.from} is after --to ${options.to}`);
  return { from, to, index: indexPeriod(options.index, at, read) };
}

/** The same for a table of what a source covers: periods beyond that are a slip of the hand, not an empty table. */
export function coveredRange(
  options: { from?: string; to?: string; index?: string },
  { cadence: at, covered }: Pick<SeriesSet, 'cadence' | 'covered'>,
) {
  const range = periodRange(options, at);
  if (range.from > ordinalOf(covered.to, at) || range.to < ordinalOf(covered.from, at)) throw nothingShown(covered);
  return range;
}

/** `--from` and `--to` leave no period to show. */
export function nothingShown({ from, to }: SeriesSet['covered']): UserError {
  return new UserError('no series has a period between --from and --to', {
    hint: `the source covers ${dateText(from)}…${dateText(to)}`,
    exitCode: EXIT.tooLittleData,
  });
}

type Read = (flag: string, text: string, missing: Ordinal, day: typeof firstDay) => Ordinal;

function indexPeriod(text: string | undefined, at: Cadence, read: Read): Ordinal | null {
  if (text === undefined) return null;
  const first = read('--index', text, 0, firstDay);
  if (first === read('--index', text, 0, lastDay)) return first;
  throw new UserError(`--index ${text} is longer than a ${at.every}`, { hint: 'name one period of the table' });
}

/** A check for options that take a whole number above zero. */
export function positiveInteger(flag: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value > 0) return value;
    throw new UserError(`${flag} ${text} is not a whole number above zero`);
  };
}

/** A check for options that take a share between 0 and 1. */
export function fractionOfOne(flag: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^0?\.\d+$/.test(text) && value > 0) return value;
    throw new UserError(`${flag} ${text} is not between 0 and 1`, { hint: `write ${flag} 0.95` });
  };
}
