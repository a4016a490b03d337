import type { MeasurePart } from '../engine/engine.ts';
import { columnNamed } from '../source/columns.ts';
import { nullsIn } from '../source/null-tokens.ts';
import type { MeasureColumn } from '../source/profile.ts';
import type { Source } from '../source/source.ts';

/** The distinct columns of the measures, and what an engine is asked of each. */
export function measureParts(
  { header, profile, files }: Source,
  measures: readonly MeasureColumn[],
): { columns: string[]; parts: MeasurePart[] } {
  const named = measures.flatMap(({ column, scientific, style }) =>
    column === null ? [] : [{ column, scientific, style }],
  );
  const distinct = named.filter(({ column }, i) => named.findIndex((other) => other.column === column) === i);
  const parts = distinct.map(({ column, scientific, style }) => {
    const at = columnNamed(column, header, files[0]?.name ?? '');
    return { column: at, nulls: nullsIn(profile, column), scientific, ...(style && { style }) };
  });
  return { columns: distinct.map(({ column }) => column), parts };
}
