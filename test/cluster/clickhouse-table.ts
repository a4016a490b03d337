import { quotedName, quotedText } from '../../src/databases/clickhouse/dialect.ts';
import type { Type, TypedTable } from '../engine/typed-table.ts';

/** What ClickHouse calls the types of a table. */
export const CLICKHOUSE_TYPES: Readonly<Record<Type, string>> = {
  text: 'Nullable(String)',
  whole: 'Nullable(Int64)',
  decimal: 'Nullable(Decimal(12,3))',
  double: 'Nullable(Float64)',
  date: 'Nullable(Date)',
  time: 'Nullable(DateTime)',
  instant: "Nullable(DateTime('Asia/Bangkok'))",
  boolean: "Nullable(Enum8('false' = 0, 'true' = 1))",
};

/** The columns of a table as a CREATE TABLE has them, and one that its rows are ordered by. */
export const columnsOf = ({ columns }: TypedTable): string =>
  columns.map(({ name, type }) => `${quotedName(name)} ${CLICKHOUSE_TYPES[type]}`).join(', ');

/** The rows of a table as VALUES. */
export function valuesOf({ columns, rows }: TypedTable): string {
  const value = (cell: string | null | undefined, type: Type) => {
    if (cell == null) return 'NULL';
    if (type === 'whole' || type === 'decimal' || type === 'double') return cell;
    return quotedText(type === 'instant' ? inBangkok(cell) : cell);
  };
  return rows.map((row) => `(${columns.map(({ type }, i) => value(row[i], type)).join()})`).join();
}

/** A time in UTC by the clock of Bangkok, which is seven hours ahead. */
function inBangkok(time: string): string {
  const instant = Date.parse(`${time.slice(0, 19).replace(' ', 'T')}Z`);
  return new Date(instant + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
