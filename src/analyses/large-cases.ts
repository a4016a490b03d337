import { add, compare, divide, type Exact, multiply, sign } from '../math/exact.ts';
import { type Cadence, type Ordinal, periodText } from '../period/index.ts';
import type { Glance, Sentence, Table } from '../report/report.ts';
import { column, dimensionColumn } from '../report/vocabulary.ts';
import { unitWords } from '../units/unit-words.ts';

/** One case at or over a threshold, with where it is. */
export interface LargeCase {
  /** The values of the dimensions, the item last. */
  readonly key: readonly string[];
  /** Of the source, and of the table. */
  readonly day: Ordinal;
  readonly period: Ordinal;
  readonly quantity: Exact;
  readonly unit: string;
  readonly file: string;
  readonly line: number;
}

export interface LargeCases {
  readonly cases: readonly LargeCase[];
  /** The threshold in its own unit. */
  readonly least: Exact;
  readonly unit: string;
  /** All cases of the units that it is compared with: how many, and how much. */
  readonly of: { readonly cases: Exact; readonly quantity: Exact };
  /** What quantities of a unit are multiplied with to be in the unit of the threshold. */
  readonly factorOf: (unit: string) => Exact;
  readonly dimensions: readonly string[];
  readonly source: Cadence;
  readonly cadence: Cadence;
}

const NAMES = ['seized_item', 'seized_quantity', 'unit', 'record_file', 'record_line'] as const;

/** Every case at or over the threshold in the order of time, with file and line. */
export function largeCasesTable({ cases, dimensions, source, cadence }: LargeCases): Table {
  return {
    columns: [column('record_date'), column('period'), ...dimensions.map(dimensionColumn), ...NAMES.map(column)],
    rows: cases.map(({ key, day, period, quantity, unit, file, line }) => [
      periodText(day, source),
      periodText(period, cadence),
      ...key,
      quantity,
      unit,
      file,
      line,
    ]),
  };
}

/** The first of them, how many there are, and what part of all they are. */
export function largeCasesGlance(large: LargeCases, rows: number | null): Glance {
  const table = largeCasesTable(large);
  const all = [...table.rows];
  const shown = rows === null ? all : all.slice(0, rows);
  return {
    table: { columns: table.columns, rows: shown },
    sentences: [summary(large), ...perPeriod(large)],
    omitted: shown.length < all.length ? `not shown: ${all.length - shown.length} more cases; -f csv gives all` : null,
  };
}

function summary(large: LargeCases): Sentence {
  const { cases, of, factorOf, least, unit } = large;
  const total = cases.reduce<Exact>((sum, one) => add(sum, multiply(one.quantity, factorOf(one.unit))), 0);
  const words: Sentence = [
    { value: cases.length, kind: 'quantity' },
    ' of ',
    { value: of.cases, kind: 'quantity' },
    ' cases ',
    cases.length === 1 ? 'is' : 'are',
    ' of ',
    { value: least, kind: 'quantity' },
    ` ${unitWords(unit)} or more`,
  ];
  if (cases.length === 0 || sign(of.quantity) <= 0) return words;
  const share = divide(total, of.quantity);
  return [
    ...words,
    ': ',
    { value: total, kind: 'quantity' },
    ` ${unitWords(unit)}, `,
    { value: share, kind: 'share' },
    ' of all',
  ];
}

/** Most periods that are named one by one. */
const MOST_PERIODS = 12;

function perPeriod({ cases, cadence }: LargeCases): Sentence[] {
  const counts = new Map<Ordinal, number>();
  for (const { period } of cases) counts.set(period, (counts.get(period) ?? 0) + 1);
  if (counts.size < 2 || counts.size > MOST_PERIODS) return [];
  const told = [...counts].sort(([a], [b]) => a - b).map(([at, count]) => `${count} in ${periodText(at, cadence)}`);
  return [[`by ${cadence.every === 'half' ? 'half-year' : cadence.every.replace('-', ' ')}: ${told.join(', ')}`]];
}

/** In the order of time, then of the source. */
export const byTime = (a: LargeCase, b: LargeCase): number =>
  a.day - b.day || (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1) || compare(a.quantity, b.quantity);
