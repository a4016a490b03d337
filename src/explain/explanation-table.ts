import type { Measured } from '../engine/engine.ts';
import { periodText, windowText } from '../period/index.ts';
import { rowIdText } from '../report/figure-id.ts';
import type { Cell, Table } from '../report/report.ts';
import { type ColumnName, column, meaningOf } from '../report/vocabulary.ts';
import type { Statistic } from '../series/series.ts';
import type { Behind, Explained, TracedInput } from './explained.ts';
import type { FoundRecords } from './found-records.ts';
import { leftOut } from './left-out.ts';
import { lineRanges } from './line-ranges.ts';

const COLUMNS = [
  'part',
  'role',
  'of_period',
  'result',
  'in_records',
  'in_values',
  'factor',
  'source_file',
  'source_lines',
  'text',
] as const satisfies readonly ColumnName[];

type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>;

/** An explanation for machines: one row per input, tally, record, step, reason and file. */
export function explanationTable(explained: Explained): Table {
  const rows = [
    ...figureRows(explained),
    ...explained.inputs.flatMap((traced) => inputRows(traced)),
    ...explained.derivation.steps.map(
      ({ name, value, formula }): Row => ({ part: 'step', role: name, result: value, text: formula }),
    ),
    ...explained.cautions.map(({ role, text }): Row => ({ part: 'caution', role, text })),
    ...leftOutRows(explained),
    ...explained.renamed.map((text): Row => ({ part: 'renamed', text })),
    ...explained.files.map(
      ({ name, bytes, sha256 }): Row => ({
        part: 'source',
        source_file: name,
        result: bytes,
        text: `sha256 ${sha256}`,
      }),
    ),
  ];
  return { columns: COLUMNS.map(column), rows: rows.map((row) => COLUMNS.map((name) => row[name] ?? null)) };
}

function figureRows({ id, column: { name }, derivation, measures, facts }: Explained): Row[] {
  const { value, missing, sentence } = derivation;
  return [
    { part: 'figure', role: id, result: value, text: meaningOf(name) ?? '' },
    ...(missing === null ? [] : [{ part: 'missing', role: name, text: missing }]),
    { part: 'sentence', text: { sentence } },
    ...measures.map((text): Row => ({ part: 'measure', text })),
    ...facts.map((text): Row => ({ part: 'fact', text })),
  ];
}

function inputRows(traced: TracedInput): Row[] {
  const { input, behind, step, target } = traced;
  const row: Row = {
    part: 'input',
    role: input.role,
    of_period: windowText(input.window, target),
    result: input.value,
    in_records: behind.reduce((sum, { tally }) => sum + tally.records, 0),
    in_values: behind.reduce((sum, { measured }) => sum + measured.values, 0),
    text: step.formula,
  };
  return [row, ...behind.flatMap((one) => tallyRows(one, traced))];
}

function tallyRows(
  { tally, ordinal, factor, remark }: Behind,
  { input: { role, series }, found, source, keys }: TracedInput,
): Row[] {
  const of_period = periodText(ordinal, source);
  const key = rowIdText(
    keys.map((name, i) => ({ name, value: tally.key[i] ?? '' })),
    false,
  );
  const text = remark === null ? key : `${key}: ${remark}`;
  return (found.get(tally) ?? []).flatMap((one) => [
    { part: 'tally', role, of_period, text, factor, ...tallied(one, series.measure.statistic) },
    ...one.rows.map(
      ({ line, value, text: record }): Row => ({
        part: 'record',
        role,
        of_period,
        result: value,
        source_file: one.file,
        source_lines: String(line),
        text: record,
      }),
    ),
  ]);
}

function tallied({ file, lines, records, measured }: FoundRecords, statistic: Statistic): Row {
  return {
    result: amount(measured, statistic),
    in_records: records,
    in_values: measured.values,
    source_file: file,
    source_lines: lineRanges(lines).join(','),
  };
}

/** What the tally adds to its input: its sum, from which a mean is made too, its number, or its extreme. */
function amount({ sum, values, min, max }: Measured, statistic: Statistic): Cell {
  if (statistic === 'count') return values;
  if (values === 0) return null;
  if (statistic === 'min') return min;
  return statistic === 'max' ? max : sum;
}

function leftOutRows(explained: Explained): Row[] {
  return leftOut(explained).flatMap(({ reason, count, text, places }): Row[] => {
    const row = { part: 'left out', role: reason, text };
    if (places.length === 0) return [{ ...row, in_records: count }];
    return places.map(({ file, lines }) => ({
      ...row,
      in_records: lines.length,
      source_file: file,
      source_lines: lineRanges(lines).join(','),
    }));
  });
}
