import type { Place, Reject } from '../engine/engine.ts';
import { counted } from '../note.ts';
import { placeText, publishedPlace } from '../source/place.ts';
import type { Reading, SetAside } from '../source/reading.ts';
import type { Source } from '../source/source.ts';
import type { ColumnFacts } from './column-facts.ts';
import { type Finding, finding } from './finding.ts';
import type { PeriodTexts } from './period-facts.ts';
import type { WholeRecords } from './whole-records.ts';

type Files = Pick<Source, 'files'>;

/** How many lines are named. */
const LINES = 10;

const KINDS: Readonly<Record<SetAside['kind'], string>> = {
  preamble: 'before the header',
  note: 'of notes',
  'repeated header': 'that repeats the header',
};

/** Lines that are no records of the table. */
export function asideFindings({ name, setAside }: Reading): Finding[] {
  return setAside().map(({ kind, count, examples }) => {
    const told = examples.map(({ line, text }) => `${line}: ${quoted(text)}`).join(', ');
    const text = `${counted(count, 'line')} ${KINDS[kind]} set aside, ${told}`;
    return finding('set-aside', text, { count, place: `${name}:${examples[0]?.line}` });
  });
}

/** Records with other fields than the header. */
export function raggedFindings(rejects: readonly Reject[], source: Files): Finding[] {
  return rejects.map(({ reason, count, examples }) => {
    const text = `${counted(count, 'record')} left out: ${reason}, ${linesText(examples, count, source)}`;
    return finding('ragged', text, { count, place: examples[0] && placeText(source, examples[0]) });
  });
}

/** Cells of a measure that are neither a number nor a token for none. */
export function rejectFindings(
  { name, position, rejects }: ColumnFacts,
  whole: readonly WholeRecords[] | null,
  source: Files,
): Finding[] {
  const [first] = rejects;
  if (first === undefined) return [];
  const count = rejects.reduce((sum, { records }) => sum + records, 0);
  const texts = rejects.slice(0, 5).map(({ text, records }) => `${quoted(text)} (${records})`);
  const more = rejects.length > texts.length ? ` and ${rejects.length - texts.length} more` : '';
  const bad = new Set(rejects.map(({ text }) => text));
  const places = whole
    ? whole.flatMap(({ tallies }) =>
        tallies.filter(({ key }) => bad.has(key[position - 1] ?? '')).map((one) => one.first),
      )
    : rejects.map((one) => one.first);
  const token = rejects.find(({ text }) => !/\p{Nd}/u.test(text))?.text.trim();
  const hint =
    token === undefined ? '' : `; if ${quoted(token)} means no value: --null ${JSON.stringify(`${name}=${token}`)}`;
  const text = `${counted(count, 'cell')} of ${name} cannot be read: ${texts.join(', ')}${more}, ${linesText(places, count, source)}${hint}`;
  return [finding('rejects', text, { column: name, count, place: placeText(source, first.first) })];
}

/** Records whose period cannot be read, and rows of totals. */
export function unreadFindings(
  kind: 'rejects' | 'total',
  column: string,
  unread: readonly PeriodTexts[],
  source: Files,
): Finding[] {
  const [first] = unread;
  if (first === undefined) return [];
  const count = unread.reduce((sum, { records }) => sum + records, 0);
  const texts = unread.slice(0, 5).map(({ texts, records }) => `${quoted(texts.join(' '))} (${records})`);
  const more = unread.length > texts.length ? ` and ${unread.length - texts.length} more` : '';
  const why = kind === 'total' ? 'left out as totals' : 'left out without a period that can be read';
  const places = unread.map((one) => one.first);
  const text = `${counted(count, 'record')} ${why}: ${texts.join(', ')}${more}, ${linesText(places, count, source)}`;
  return [finding(kind, text, { column, count, place: placeText(source, first.first) })];
}

/** `lines 3, 9 …`, each with the name of its file where that is another than the first; that alone where rows have no number. */
function linesText(places: readonly Place[], count: number, source: Files): string {
  const [first] = places;
  if (first && publishedPlace(source, first).line === 0) return `in ${placeText(source, first)}`;
  const shown = places.slice(0, LINES);
  const names = shown.map((place, i) =>
    i > 0 && place.file === first?.file ? String(publishedPlace(source, place).line) : placeText(source, place),
  );
  return `at ${names.join(', ')}${count > shown.length ? ' …' : ''}`;
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 60));

/** Columns without a value. */
export function emptyColumns(columns: readonly ColumnFacts[]): Finding[] {
  const empty = columns.filter(({ distinct }) => distinct === 0);
  if (empty.length === 0) return [];
  const names = empty.map(({ name, position }) => (name === '' ? `column ${position}, which has no name` : name));
  const text = `${counted(empty.length, 'column')} without a value: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ' …' : ''}`;
  return [finding('empty', text, { count: empty.length, column: names.join(', ') })];
}
