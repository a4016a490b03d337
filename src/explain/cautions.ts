import { flagMeaning } from '../analyses/flag-notes.ts';
import { firstDay, lastDay, type Ordinal, ordinalOf, periodText } from '../period/index.ts';
import { type Flag, flagsAt, type SeriesSet } from '../series/series.ts';
import type { Caution, TracedInput } from './explained.ts';

/** How many periods a caution names. */
const MOST_NAMED = 5;

/** What is known of the source of an input. */
interface Within extends Pick<SeriesSet, 'covered'> {
  /** True where each of its periods is expected to have a record. */
  readonly expected: boolean;
}

/** What is special about the inputs of a figure: their flags, and the periods of the source that have no record. */
export function cautions(inputs: readonly TracedInput[], within: (input: TracedInput) => Within): Caution[] {
  const roles = [...new Set(inputs.map(({ input }) => input.role))];
  return roles.flatMap((role) => {
    const own = inputs.filter(({ input }) => input.role === role);
    const flags = new Map(own.flatMap((one) => flagsOf(one.input).map((flag) => [flag, within(one)])));
    const absent = own.filter((one) => within(one).expected).flatMap(absentPeriods);
    return [
      ...[...flags].map(([flag, of]) => ({ role, text: `${flag}: ${flagMeaning(flag, of)}` })),
      ...(absent.length > 0 ? [{ role, text: `no record of ${named(absent)}` }] : []),
    ];
  });
}

const ordinals = ({ first, last }: TracedInput['input']['window']): Ordinal[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

const flagsOf = ({ series, window }: TracedInput['input']): Flag[] =>
  ordinals(window).flatMap((ordinal) => flagsAt(series, ordinal));

function absentPeriods({ input: { window }, behind, source, target }: TracedInput): string[] {
  const known = new Set(behind.map(({ ordinal }) => ordinal));
  const first = ordinalOf(firstDay(window.first, target), source);
  const last = ordinalOf(lastDay(window.last, target), source);
  return ordinals({ first, last }).flatMap((ordinal) => (known.has(ordinal) ? [] : [periodText(ordinal, source)]));
}

function named(periods: readonly string[]): string {
  const more = periods.length - MOST_NAMED;
  return `${periods.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
