import { flagMeaning } from '../analyses/flag-notes.ts';
import { type Cadence, firstDay, lastDay, type Ordinal, ordinalOf, periodText } from '../period/index.ts';
import { type Flag, flagsAt, type SeriesSet } from '../series/series.ts';
import type { Caution, TracedInput } from './explained.ts';

/** How many periods a caution names. */
const MOST_NAMED = 5;

/** What is special about the inputs of a figure: their flags, and the periods of the source that have no record. */
export function cautions(
  inputs: readonly TracedInput[],
  {
    source,
    target,
    covered,
    expected,
  }: Pick<SeriesSet, 'covered'> & { source: Cadence; target: Cadence; expected: boolean },
): Caution[] {
  const roles = [...new Set(inputs.map(({ input }) => input.role))];
  return roles.flatMap((role) => {
    const own = inputs.filter(({ input }) => input.role === role);
    const flags = new Set(own.flatMap(({ input }) => flagsOf(input)));
    const absent = expected ? own.flatMap((one) => absentPeriods(one, source, target)) : [];
    return [
      ...[...flags].map((flag) => ({ role, text: `${flag}: ${flagMeaning(flag, { covered })}` })),
      ...(absent.length > 0
        ? [{ role, text: `no record of ${named(absent.map((at) => periodText(at, source)))}` }]
        : []),
    ];
  });
}

const ordinals = ({ first, last }: TracedInput['input']['window']): Ordinal[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

const flagsOf = ({ series, window }: TracedInput['input']): Flag[] =>
  ordinals(window).flatMap((ordinal) => flagsAt(series, ordinal));

function absentPeriods({ input: { window }, behind }: TracedInput, source: Cadence, target: Cadence): Ordinal[] {
  const known = new Set(behind.map(({ ordinal }) => ordinal));
  const first = ordinalOf(firstDay(window.first, target), source);
  const last = ordinalOf(lastDay(window.last, target), source);
  return ordinals({ first, last }).filter((ordinal) => !known.has(ordinal));
}

function named(periods: readonly string[]): string {
  const more = periods.length - MOST_NAMED;
  return `${periods.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
