/** A line of nothing but blanks, or of nothing but delimiters, is no record. */
export const isBlank = (fields: readonly string[]): boolean => fields.every((field) => field.trim() === '');

/** Fields past the header's last are allowed when they are empty: many exports end each line with a delimiter. */
export function raggednessOf(fields: readonly string[], width: number): 'too few fields' | 'too many fields' | null {
  if (fields.length < width) return 'too few fields';
  for (let i = width; i < fields.length; i++) if (fields[i] !== '') return 'too many fields';
  return null;
}
