import type { Reject, TallyResult } from '../engine/engine.ts';
import { counted, type Note, note, warning } from '../note.ts';
import type { UnreadablePeriod } from '../series/dated-tallies.ts';
import { isTotal } from '../source/column-kind.ts';
import { type Place, placeText, publishedPlace } from '../source/place.ts';
import type { Reading, SetAside } from '../source/reading.ts';
import type { OpenedSource } from '../source/source.ts';

/** A row whose period is the word for a total is one, and no date that cannot be read. */
export function totalRows(unreadable: readonly UnreadablePeriod[]): {
  readonly totals: readonly UnreadablePeriod[];
  readonly others: readonly UnreadablePeriod[];
} {
  const of = (total: boolean) => unreadable.filter(({ text }) => isTotal(text) === total);
  return { totals: of(true), others: of(false) };
}

/** What could not be read, with its first lines. */
export function rejectNotes(
  source: OpenedSource,
  rejects: readonly Reject[],
  unreadable: readonly UnreadablePeriod[],
): Note[] {
  const cells = rejects.map((reject) => warning(rejectText(source, reject)));
  const [first] = unreadable;
  if (!first) return cells;
  const what = counted(recordsOf(unreadable), 'record');
  const text = `${what} left out: not a period, first at ${placeText(source, first.first)}: ${quoted(first.text)}`;
  return [...cells, warning(text)];
}

function rejectText(source: OpenedSource, { column, reason, count, examples }: Reject): string {
  const { where, also } = firstPlaces(source, examples, count);
  if (column === null) return `${counted(count, 'record')} left out: ${reason}, first at ${where}${also}`;
  const cell = `${where} column ${source.header[column]}: ${quoted(examples[0]?.text ?? '')}`;
  return `${counted(count, 'cell')} left out: ${reason}, first at ${cell}${also}`;
}

/** Where the first of so many lies, and `; also lines 5, 9 …` for the next; nothing of these where rows have no number. */
export function firstPlaces(source: OpenedSource, examples: readonly Place[], count: number) {
  const [first] = examples;
  const lines = examples
    .slice(1)
    .filter((one) => publishedPlace(source, one).line > 0)
    .map((one) => (one.file === first?.file ? publishedPlace(source, one).line : placeText(source, one)));
  const also = lines.length > 0 ? `; also lines ${lines.join(', ')}${count > examples.length ? ' …' : ''}` : '';
  return { where: first ? placeText(source, first) : '', also };
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 60));

const recordsOf = (unreadable: readonly UnreadablePeriod[]): number =>
  unreadable.reduce((sum, { records }) => sum + records, 0);

const KINDS: Readonly<Record<SetAside['kind'], string>> = {
  preamble: 'before the header',
  note: 'of notes',
  'repeated header': 'that repeats the header',
};

/** Lines that are no records of the table, once the bytes have been read. */
export function asideNotes(source: OpenedSource, totals: readonly UnreadablePeriod[]): Note[] {
  const [first] = totals;
  const rows = first
    ? [
        note(
          `left out: ${counted(recordsOf(totals), 'row')} of totals, first at ${placeText(source, first.first)}: ${quoted(first.text)}`,
        ),
      ]
    : [];
  return [...source.readings.flatMap(setAsideNotes), ...rows];
}

const setAsideNotes = (reading: Reading): Note[] =>
  reading.setAside().map(({ kind, count, examples: [example] }) => {
    const what = counted(count, 'line');
    return note(
      `set aside: ${what} ${KINDS[kind]}, first at ${reading.name}:${example?.line}: ${quoted(example?.text ?? '')}`,
    );
  });

/** How many records and cells could not be read. */
export function rejectedRecords(result: TallyResult, unreadable: readonly UnreadablePeriod[]): number {
  const cells = result.rejects.reduce((sum, { count }) => sum + count, 0);
  return unreadable.reduce((sum, { records }) => sum + records, cells);
}
