import { compare, multiply } from '../math/exact.ts';
import { type Note, note, warning } from '../note.ts';
import { type Cadence, periodText, windowDays } from '../period/index.ts';
import type { ChangeRow } from './change.ts';
import { maySeasonExplain } from './season.ts';
import { type ChangeOptions, crossedBreak } from './window-change.ts';

/** What a reader must know about a comparison: unequal lengths, the season, small bases, breaks, the statistics. */
export function changeNotes(rows: readonly ChangeRow[], cadence: Cadence, options: ChangeOptions): Note[] {
  return [
    ...lengthNote(cadence, options),
    ...seasonNote(rows),
    ...smallBaseNote(rows, cadence, options),
    ...breakNote(cadence, options),
    ...partsNote(rows),
    ...intervalNote(rows),
  ];
}

function lengthNote(cadence: Cadence, { current, base, perDay }: ChangeOptions): Note[] {
  const [now, before] = [windowDays(current, cadence), windowDays(base, cadence)];
  if (now === before || perDay) return [];
  return [note(`the windows have ${now} and ${before} days; --per day compares rates per day`)];
}

function seasonNote(rows: readonly ChangeRow[]): Note[] {
  const seasonal = rows.filter(maySeasonExplain);
  if (seasonal.length === 0) return [];
  const which = rows.length === 1 ? 'the change' : `the change of ${seasonal.length} of ${rows.length} series`;
  return [warning(`the season may explain ${which}: on the same window a year before it is another (--against year)`)];
}

function smallBaseNote(
  rows: readonly ChangeRow[],
  cadence: Cadence,
  { smallBase, base: window, perDay }: ChangeOptions,
): Note[] {
  const counted = rows.filter(({ change, series }) => change.ratio !== null && series.measure.kind === 'count');
  const days = perDay ? windowDays(window, cadence) : 1;
  const small = counted.filter(({ base }) => compare(multiply(base.value ?? 0, days), smallBase) < 0);
  const [first] = small;
  if (!first) return [];
  const name = first.key.length > 0 ? `, such as ${first.key.join(', ')}` : '';
  return [
    note(`${small.length} of ${counted.length} percentages rest on a base under ${smallBase}${name}: quote the counts`),
  ];
}

/** A total is of the values there are: a month that one of its parts lacks is as good as zero in it. */
function partsNote(rows: readonly ChangeRow[]): Note[] {
  const parts = rows.filter(({ isTotal, contribution }) => !isTotal && contribution !== null);
  const lacking = parts.filter(({ series, current, base }) => !series.sparse && current.missing + base.missing > 0);
  const [first] = lacking;
  if (!first) return [];
  const text = `${lacking.length} of ${parts.length} parts lack periods, which count as nothing in the total`;
  return [warning(`${text}: such as ${first.key.join(', ')}`)];
}

function breakNote(cadence: Cadence, options: ChangeOptions): Note[] {
  const crossed = crossedBreak(options, options.breaks);
  if (!crossed) return [];
  const at = periodText(crossed.at, cadence);
  return [warning(`not compared: ${at} begins a new series (${crossed.why}); --across-breaks compares all the same`)];
}

function intervalNote(rows: readonly ChangeRow[]): Note[] {
  const methods = [...new Set(rows.flatMap(({ interval }) => (interval ? [interval.method] : [])))];
  const few = methods.includes('exact-poisson-ratio')
    ? [
        warning(
          'with so few periods their variation is not known: where counts come in groups, the interval is too narrow',
        ),
      ]
    : [];
  const told = methods.map((method) =>
    note(
      `intervals by ${method}: about the rate behind the counts; the recorded change itself is exact (methods ${method} explains)`,
    ),
  );
  return [...told, ...few];
}
