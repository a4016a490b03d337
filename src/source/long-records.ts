import type { Layout } from './layout.ts';
import type { Dialect } from './source.ts';

/**
 * The records of the long table that a record of the original stands for.
 *
 * One with too few or too many fields stays one of that kind, so that whoever counts the records rejects it.
 */
export function longRecords(
  fields: readonly string[],
  layout: Layout,
  { delimiter }: Dialect,
): readonly (readonly string[])[] {
  const { wide, width, names, packed } = layout;
  if (fields.length < width) return [[fields.join(delimiter)]];
  if (fields.slice(width).some((field) => field !== '')) return [[...names.map(() => ''), fields.join(delimiter)]];
  if (!wide) return [fields.slice(0, width)];
  const kept = wide.kept.flatMap((at) => keptFields(fields[at] ?? '', at === packed?.at ? packed.count : 1));
  if (kept.length !== wide.kept.length + (packed ? packed.count - 1 : 0)) return [[fields.join(delimiter)]];
  const records = wide.parts.map(({ text, columns }) => [
    ...kept,
    text,
    ...columns.map((at) => (at === null ? '' : (fields[at] ?? ''))),
  ]);
  return wide.emptyIsAbsent ? records.filter((record) => hasValue(record, kept.length + 1, layout)) : records;
}

/** A packed key such as `IMP,THA` holds the values of several columns. */
const keptFields = (field: string, count: number): string[] =>
  count === 1 ? [field] : field.split(',').map((part) => part.trim());

const hasValue = (record: readonly string[], from: number, { nulls }: Layout): boolean =>
  record.slice(from).some((cell) => !nulls.includes(cell.trim()));
