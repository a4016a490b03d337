import fc from 'fast-check';
import type { Question } from '../../src/engine/engine.ts';
import { DEFAULT_NULLS } from '../../src/source/profile.ts';

/** The types of columns that every database has. */
export type Type = 'text' | 'whole' | 'decimal' | 'double' | 'date' | 'time' | 'instant' | 'boolean';

/** A table as a database is to hold it: values as they are written, null for NULL. */
export interface TypedTable {
  readonly columns: readonly { readonly name: string; readonly type: Type }[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** One column of each type, under names that need quotes; rows in which nothing stands are among them. */
export const TABLE: TypedTable = {
  columns: [
    { name: 'Port "Name"', type: 'text' },
    { name: 'value', type: 'text' },
    { name: 'persons', type: 'whole' },
    { name: 'weight, kg', type: 'decimal' },
    { name: 'ราคา', type: 'double' },
    { name: 'Date', type: 'date' },
    { name: 'at', type: 'time' },
    { name: 'seen', type: 'instant' },
    { name: 'is open', type: 'boolean' },
  ],
  rows: [
    row('Mae Sot', '5', '5', '1.250', '0.1', '2024-01-05', '2024-01-05 10:00:00', '2024-01-05 03:00:00+00', 'true'),
    row('Mae Sot', '7', '-3', '2.500', '0.2', '2024-01-05', '2024-01-05 10:00:01', '2024-01-05 03:00:00+00', 'false'),
    row('Mae Sot', '1,234', '9007199254740993', '-0.125', '1e-07', '2024-02-29', null, null, null),
    row(null, null, null, null, null, null, null, null, null),
    row('', 'x', null, null, '-0.0', null, null, null, 'true'),
    row('', ' ', null, null, null, null, null, null, null),
    row('😀b', '0.5', '1', '0.000', '1e22', '1999-12-31', '1999-12-31 23:59:59', '1999-12-31 23:59:59+00', 'true'),
    row('😀c', '-0', '2', '99999999.999', '123456789.125', '2000-01-01', '2000-01-01 00:00:00', null, 'true'),
    row('a,"b"\nc', '12.34567', '0', null, '0.30000000000000004', '2024-01-05', null, null, 'false'),
    row("'; --", '-', null, '7.000', '5', '2024-01-06', '2024-01-06 00:00:00', null, null),
    row('\u00a0', '00012', '7', '0.001', '-2.5', null, null, null, null),
    row('x', '−4', '-7', '0.001', null, '2024-01-05', null, null, null),
    row('x', '99999999999999999999', '12', '3.100', '1e11', '2024-01-05', null, null, null),
    row('x', 'y', '12', '3.100', '99999999999.9999', '2024-01-05', null, null, null),
  ],
};

function row(...cells: readonly (string | null)[]): readonly (string | null)[] {
  return cells;
}

const measure = (column: number, nulls: readonly string[] = DEFAULT_NULLS) => ({ column, nulls, scientific: false });

const key = (column: number, length?: number) => ({ column, length });

/** Every shape of question about `TABLE`. */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  'a text and its sum': { keys: [key(0)], measures: [measure(1)] },
  'records alone': { keys: [key(0), key(5)], measures: [] },
  'no key': { keys: [], measures: [measure(2), measure(3)] },
  'neither key nor measure': { keys: [], measures: [] },
  'all keys': { keys: TABLE.columns.map((_, i) => key(i)), measures: [] },
  'all measures': { keys: [key(5)], measures: TABLE.columns.map((_, i) => measure(i)) },
  'a measure twice, and as a key': { keys: [key(1)], measures: [measure(1), measure(1, ['x'])] },
  'slices of texts': { keys: [key(0, 1), key(0, 0)], measures: [measure(2)] },
  'slices of dates and times': { keys: [key(5, 7), key(6, 10), key(7, 4)], measures: [measure(2)] },
  'slices of numbers': { keys: [key(2, 2), key(3, 3), key(4, 3)], measures: [measure(2)] },
  'null tokens that look like numbers': {
    keys: [key(5)],
    measures: [measure(1, ['', '5', '-0']), measure(2, ['12']), measure(3, ['7.000']), measure(4, ['5'])],
  },
  'empty cells that are no null tokens': { keys: [key(5)], measures: [measure(1, []), measure(2, []), measure(4, [])] },
  'decimal commas': {
    keys: [key(0)],
    measures: [1, 2, 3, 4].map((column) => ({
      ...measure(column),
      style: { decimal: ',' as const, group: '.' as const, flags: false, percent: false, currency: null },
    })),
  },
  'flags behind numbers': {
    keys: [key(0)],
    measures: [1, 2, 4].map((column) => ({
      ...measure(column),
      style: { decimal: '.' as const, group: ',' as const, flags: true, percent: true, currency: '$' },
    })),
  },
};

const cell: Readonly<Record<Type, fc.Arbitrary<string>>> = {
  text: fc.constantFrom('a', 'b', '', ' ', '5', '-7', '1,234', '0.25', '1.23456', 'x', '😀', '12345678901234567'),
  whole: fc.constantFrom('0', '-1', '17', '123456789012', '9223372036854775807', '-9223372036854775808'),
  decimal: fc.integer({ min: -(10 ** 11), max: 10 ** 11 }).map((n) => fixed(n)),
  double: fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((n) => String(n / 1000)),
  ),
  date: fc.constantFrom('2024-01-05', '2024-02-29', '1996-12-31'),
  time: fc.constantFrom('2024-01-05 10:00:00', '2024-01-05 00:00:00'),
  instant: fc.constantFrom('2024-01-05 03:00:00+00', '2024-01-05 23:30:00+00'),
  boolean: fc.constantFrom('true', 'false'),
};

/** Thousandths as a decimal. */
function fixed(n: number): string {
  const digits = String(Math.abs(n)).padStart(4, '0');
  return `${n < 0 ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

/** Any rows under the columns of `TABLE`, and any question about them. */
export const anyTyped: fc.Arbitrary<{ table: TypedTable; question: Question }> = fc.record({
  table: fc
    .array(fc.tuple(...TABLE.columns.map(({ type }) => fc.option(cell[type], { freq: 3 }))), { maxLength: 40 })
    .map((rows) => ({ columns: TABLE.columns, rows })),
  question: fc.record({
    keys: fc.array(fc.record({ column: fc.nat(8), length: fc.constantFrom(undefined, undefined, 0, 2, 7) }), {
      maxLength: 3,
    }),
    measures: fc.array(
      fc.record({
        column: fc.nat(8),
        nulls: fc.constantFrom(DEFAULT_NULLS, [], ['', '-1', '0']),
        scientific: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  }),
});
