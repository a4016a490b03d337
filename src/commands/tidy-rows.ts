import type { LeftOut } from '../records/left-out.ts';
import type { Cell } from '../report/report.ts';
import { newName } from '../series/group.ts';
import { cellReader, type ReadCell } from '../source/cell.ts';
import type { SourceRecord } from '../source/source-records.ts';
import { sourceRecords } from '../source/source-records.ts';
import { tidyFlag } from '../source/tidy-form.ts';
import type { ReadRecords, RecordFacts } from './read-records.ts';
import { type Dimension, labelColumns, writtenUnder } from './tidy-plan.ts';

/** A measure of the tidy table, with how its cells are read. */
interface Measuring {
  readonly name: string;
  readonly unit: string;
  /** Null counts the record. */
  readonly column: number | null;
  read(cell: string): ReadCell | null;
}

export interface TidyTable extends Pick<ReadRecords, 'source' | 'plan' | 'factsOf'> {
  readonly dimensions: readonly Dimension[];
  /** Columns that are no dimensions, whose totals are left out for that. */
  readonly hidden: readonly string[];
  readonly leftOut: LeftOut;
}

const ONE: ReadCell = { value: 1, flag: null };

/** One row for each record and measure, in the order of the source. */
export async function* tidyRows(table: TidyTable): AsyncGenerator<Cell[]> {
  const { source, factsOf, hidden, leftOut } = table;
  const rowOf = rowWriter(table);
  const measures = measuring(table);
  for await (const batch of sourceRecords(source)) {
    for (const record of batch) {
      const facts = record.ragged === null ? factsOf(record.fields, record.place) : null;
      if (facts === null || facts.totals.some((name) => hidden.includes(name))) continue;
      if (leftOut(record.fields, record.place)) continue;
      for (const measure of measures) yield rowOf(record, facts, measure);
    }
  }
}

function measuring({ source: { header }, plan }: TidyTable): Measuring[] {
  const parts = plan.question.measures;
  return plan.measures.map(({ name, unit, column }) => {
    const at = column === null ? null : header.indexOf(column);
    const part = parts.find((one) => one.column === at);
    return { name, unit, column: at, read: part ? cellReader(part) : () => ONE };
  });
}

function rowWriter({ source, dimensions }: TidyTable) {
  const labels = labelColumns(source);
  const profile = writtenUnder(source);
  const width = source.header.length;
  return ({ fields, place }: SourceRecord, facts: RecordFacts, measure: Measuring): Cell[] => {
    const label = (at: number | null, own: string) =>
      at === null || measure.column === null ? own : (fields[at] ?? '').trim();
    const text = measure.column === null ? '' : (fields[measure.column] ?? '');
    const cell = measure.read(text);
    const flags = labels.flag === null ? '' : (fields[labels.flag] ?? '').trim();
    const row: Cell[] = [facts.period];
    for (const { column, renamed } of dimensions) {
      row.push(column === width ? (source.files[place.file]?.name ?? '') : newName(fields[column] ?? '', renamed));
    }
    if (profile !== null) row.push(profile);
    row.push(label(labels.name, measure.name), cell?.value ?? null, label(labels.unit, measure.unit));
    row.push(tidyFlag(flags, cell, text, facts.totals.length > 0));
    return row;
  };
}
