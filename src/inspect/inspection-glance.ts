import { type Exact, plainText } from '../math/exact.ts';
import { grouped } from '../note.ts';
import type { Cell, Glance, GlancePart, Sentence, Table } from '../report/report.ts';
import { type ColumnName, column } from '../report/vocabulary.ts';
import type { ColumnFacts } from './column-facts.ts';
import type { Decided } from './decision.ts';
import type { Inspection } from './inspection.ts';
import { frequencies, GLANCE_COLUMNS } from './inspection-tables.ts';

/** What a person is shown of a text in a table; -f csv has all of it. */
const MOST_LETTERS = 32;

/** Decisions first, then the columns, then what is to be known, and the command line that pins it all. */
export function inspectionGlance(found: Inspection, rows: number | null): Glance {
  const { decisions, columns, findings, command } = found;
  const shown = rows === null ? columns : columns.slice(0, rows);
  const omitted = columns.length - shown.length;
  const parts: GlancePart[] = [
    { heading: 'How it is read', sentences: decisionSentences(decisions) },
    { heading: 'Columns', table: columnTable(shown) },
    {
      heading: 'What to know',
      sentences:
        findings.length === 0 ? [['nothing odd was found']] : findings.map(({ kind, text }) => [`${kind}: ${text}`]),
    },
    ...(command === null ? [] : [{ heading: 'To read it so again', command }]),
  ];
  return {
    parts,
    table: { columns: [], rows: [] },
    sentences: [],
    omitted: omitted > 0 ? `not shown: ${omitted} more columns; -f csv gives all` : null,
  };
}

/** Of several files that were read alike, one is told. */
function decisionSentences(decisions: readonly Decided[]): Sentence[] {
  const files = new Map<string, string[]>();
  const id = ({ decision, value, reason }: Decided) => JSON.stringify([decision, value, reason]);
  for (const one of decisions) if (one.file !== null) files.set(id(one), [...(files.get(id(one)) ?? []), one.file]);
  const all = new Set(decisions.flatMap(({ file }) => file ?? [])).size;
  return decisions.flatMap((one): Sentence[] => {
    const alike = files.get(id(one)) ?? [];
    if (one.file !== null && alike[0] !== one.file) return [];
    const where =
      one.file === null || alike.length === all
        ? ''
        : ` in ${alike[0]}${alike.length > 1 ? ` and ${alike.length - 1} more` : ''}`;
    return [[`${one.decision}${where}: ${one.value}${one.reason === '' ? '' : ` (${one.reason})`}`]];
  });
}

/** Columns of the table that say something of one column at least. */
function columnTable(facts: readonly ColumnFacts[]): Table {
  const rejected = (one: ColumnFacts) => one.rejects.reduce((sum, { records }) => sum + records, 0);
  const cells = facts.map(
    (one): Readonly<Record<(typeof GLANCE_COLUMNS)[number], Cell>> => ({
      position: one.position,
      column: shortened(one.name),
      column_role: one.role,
      holds: one.kind,
      distinct: one.distinct,
      least: rangeEnd(one.least, one),
      greatest: rangeEnd(one.greatest, one),
      nulls: one.nulls === 0 ? null : one.nulls,
      null_tokens: one.tokens.every(([token]) => token === '') ? [] : frequencies(one.tokens),
      rejects: rejected(one) === 0 ? null : rejected(one),
    }),
  );
  const isBlank = (cell: Cell) => cell === null || cell === '' || (Array.isArray(cell) && cell.length === 0);
  const names = GLANCE_COLUMNS.filter((name): name is (typeof GLANCE_COLUMNS)[number] & ColumnName =>
    cells.some((row) => !isBlank(row[name])),
  );
  return { columns: names.map(column), rows: cells.map((row) => names.map((name) => row[name])) };
}

/** Only figures are grouped: a year or a code is a name. */
const rangeEnd = (end: Exact | string | null, { role }: ColumnFacts): string | null => {
  if (end === null || typeof end === 'string') return end;
  return role === 'measure' ? grouped(plainText(end)) : plainText(end);
};

const shortened = (text: string): string => {
  const letters = [...text];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join('')}…` : text;
};
