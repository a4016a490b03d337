import type { Cell, Table } from '../report/report.ts';
import { type ColumnName, column } from '../report/vocabulary.ts';
import type { ColumnFacts } from './column-facts.ts';
import type { Decided } from './decision.ts';
import type { Finding } from './finding.ts';
import type { Inspection } from './inspection.ts';
import { shellLine } from './pinned.ts';

/** The tables of an inspection, by which one is asked for. */
export const TABLES = ['columns', 'decisions', 'findings'] as const;

export type TableName = (typeof TABLES)[number];

export function inspectionTable(name: TableName, { columns, decisions, findings, command }: Inspection): Table {
  if (name === 'columns') return tableOf(COLUMNS, columns.map(columnRow));
  if (name === 'findings') return tableOf(FINDINGS, findings.map(findingRow));
  const pin = command === null ? [] : [[null, 'command', shellLine(command), PINS, null]];
  return tableOf(DECISIONS, [...decisions.map(decisionRow), ...pin]);
}

const PINS = 'reads the source in the same way, with each decision that an option can make';

const tableOf = (names: readonly ColumnName[], rows: readonly (readonly Cell[])[]): Table => ({
  columns: names.map(column),
  rows,
});

/** What is told of each column at a glance. */
export const GLANCE_COLUMNS = [
  'position',
  'column',
  'column_role',
  'holds',
  'distinct',
  'least',
  'greatest',
  'nulls',
  'null_tokens',
  'rejects',
] as const satisfies readonly ColumnName[];

const COLUMNS = [...GLANCE_COLUMNS, 'commonest'] as const satisfies readonly ColumnName[];

const columnRow = (facts: ColumnFacts): Cell[] => [
  facts.position,
  facts.name,
  facts.role,
  facts.kind,
  facts.distinct,
  facts.least,
  facts.greatest,
  facts.distinct === null ? null : facts.nulls,
  frequencies(facts.tokens),
  facts.distinct === null ? null : facts.rejects.reduce((sum, { records }) => sum + records, 0),
  frequencies(facts.commonest),
];

/** `N/A (12)`; no text is written as two quotes. */
export const frequencies = (texts: ColumnFacts['tokens']): string[] =>
  texts.map(([text, records]) => `${text === '' ? '""' : text} (${records})`);

/** Without its dashes, which a spreadsheet would take for a formula. */
const bareName = (option: string): string => option.replace(/^-+/, '');

const DECISIONS = ['file', 'decision', 'decided', 'why', 'option'] as const satisfies readonly ColumnName[];

const decisionRow = ({ file, decision, value, reason, option }: Decided): Cell[] => [
  file,
  decision,
  value,
  reason,
  option === null ? null : bareName(option),
];

const FINDINGS = [
  'finding',
  'column',
  'concerned',
  'where',
  'text',
  'option',
  'choices',
] as const satisfies readonly ColumnName[];

const findingRow = ({ kind, column, count, place, text, choice }: Finding): Cell[] => [
  kind,
  column,
  count,
  place,
  text,
  choice ? bareName(choice.option) : null,
  choice?.among ?? null,
];
