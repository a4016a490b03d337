import type { ColumnForm } from '../../source/relation.ts';

/** The type of the values of a column, whatever they are wrapped in: `Nullable(Int64)` is `Int64`. */
export function bareType(type: string): string {
  const [, inner] = /^(?:Nullable|LowCardinality)\((.*)\)$/.exec(type) ?? [];
  return inner === undefined ? type : bareType(inner);
}

/** What the texts of a column of ClickHouse are; null where its values are no single cells. */
export function columnForm(type: string): ColumnForm | null {
  const bare = bareType(type);
  if (
    /^(Array|Tuple|Map|Nested|AggregateFunction|Object|JSON|Variant|Dynamic|Point|Ring|Polygon|Nothing)\b/.test(bare)
  ) {
    return null;
  }
  if (/^(String|FixedString\(\d+\)|Enum(8|16)\()/.test(bare)) return 'text';
  if (/^U?Int\d+$/.test(bare)) return 'whole';
  if (/^Decimal/.test(bare)) return 'decimal';
  return /^B?Float\d+$/.test(bare) ? 'float' : 'other';
}

/** How many digits a decimal type holds in all, and how many of them behind the point. */
export function decimalSize(type: string): { digits: number; scale: number } | null {
  const [, short, first = '', second] = /^Decimal(32|64|128|256)?\((\d+)(?:, ?(\d+))?\)$/.exec(bareType(type)) ?? [];
  if (short !== undefined) return { digits: DIGITS[short] ?? 76, scale: Number(first) };
  return first === '' ? null : { digits: Number(first), scale: Number(second ?? 0) };
}

const DIGITS: Readonly<Record<string, number>> = { 32: 9, 64: 18, 128: 38 };
