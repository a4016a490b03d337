import { plainText } from '../math/exact.ts';
import { counted } from '../note.ts';
import { periodText } from '../period/index.ts';
import type { Cell, ColumnKind, Figure, Glance, Sentence } from '../report/report.ts';
import { type ColumnName, column, meaningOf } from '../report/vocabulary.ts';
import type { Explained, TracedInput } from './explained.ts';
import type { FoundRecords } from './found-records.ts';
import { leftOut } from './left-out.ts';
import { lineRanges } from './line-ranges.ts';

const COLUMNS = [
  'role',
  'of_period',
  'result',
  'in_records',
  'source_file',
  'source_lines',
] as const satisfies readonly ColumnName[];
/** How many runs of lines are shown, and of how many inputs the arithmetic is spelled out. */
const MOST_RUNS = 4;
const MOST_INPUTS = 4;

/** An explanation for people: what went in, line by line, then the arithmetic, what did not, and the files. */
export function explanationGlance(explained: Explained, most: number | null, rows: boolean): Glance {
  const all = explained.inputs.flatMap((traced) => inputRows(traced, rows));
  const shown = most === null ? all : all.slice(0, most);
  const names = all.length === 0 ? [] : rows ? [...COLUMNS, 'text' as const] : COLUMNS;
  return {
    table: { columns: names.map(column), rows: shown.map((row) => names.map((_, i) => row[i] ?? null)) },
    sentences: [...figureSentences(explained), ...aboutSentences(explained)],
    omitted: shown.length < all.length ? `not shown: ${all.length - shown.length} more rows; -f csv gives all` : null,
  };
}

function inputRows({ input, behind, found, target }: TracedInput, rows: boolean): Cell[][] {
  const { first, last } = input.window;
  const period = [...new Set([first, last])].map((ordinal) => periodText(ordinal, target)).join('…');
  const records = behind.flatMap(({ tally }) => found.get(tally) ?? []);
  const files = [...new Set(records.map(({ file }) => file))];
  const about = [input.role, period, input.value, records.reduce((sum, one) => sum + one.records, 0)];
  const lines = (files.length === 0 ? [''] : files).map((file, i) => [
    ...(i === 0 ? about : ['', '', null, null]),
    file,
    shortRanges(records.filter((one) => one.file === file)),
  ]);
  return [...lines, ...(rows ? records.flatMap(recordRows) : [])];
}

const recordRows = ({ file, rows }: FoundRecords): Cell[][] =>
  rows.map(({ line, value, text }) => ['', '', value, null, file, String(line), text]);

function shortRanges(records: readonly FoundRecords[]): string {
  const runs = lineRanges([...new Set(records.flatMap(({ lines }) => lines))].sort((a, b) => a - b));
  if (runs.length <= MOST_RUNS) return runs.join(',');
  return `${runs.slice(0, MOST_RUNS - 1).join(',')} … ${runs[runs.length - 1]} (${runs.length} runs)`;
}

function figureSentences({ id, column: { name, kind }, derivation, inputs }: Explained): Sentence[] {
  const { value, missing, steps, sentence } = derivation;
  const figure: Sentence =
    value === null ? [`${id}: not given: ${missing}`] : [`${id} = ${plainText(value)}`, ...inPercent(value, kind)];
  const spelledOut = inputs.length <= MOST_INPUTS ? inputs.map(({ step }) => step) : [];
  return [
    figure,
    [`${name}: ${meaningOf(name)}`],
    sentence,
    ...[...spelledOut, ...steps].map(({ formula }) => [formula]),
  ];
}

function inPercent(value: Figure['value'], kind: ColumnKind): Sentence {
  return kind === 'ratio' || kind === 'points' ? [' (', { value, kind: 'signed-ratio' }, ')'] : [];
}

function aboutSentences(explained: Explained): Sentence[] {
  const out = leftOut(explained).map(({ what, reason, count, text, places }) => {
    const where = places.map(({ file, lines }) => `${file}:${lineRanges(lines).join(',')}`);
    const told = `${counted(count, what)} ${text}${where.length > 0 ? ` (${where.join(' ')})` : ''}`;
    return `${reason === 'others' ? 'beside it' : 'left out'}: ${told}`;
  });
  return [
    ...explained.measures,
    ...explained.facts,
    ...explained.cautions.map(({ role, text }) => `${role}: ${text}`),
    ...out,
    ...explained.renamed,
    ...explained.files.map(({ name, bytes, sha256 }) => `source ${name}: ${counted(bytes, 'byte')}, sha256 ${sha256}`),
  ].map((text) => [text]);
}
