import type { ColumnForm } from '../../source/relation.ts';

/** What the texts of a column of DuckDB's are; null where its values are no single cells. */
export function columnForm(type: string): ColumnForm | null {
  if (/[[(]\d*\]$|^(STRUCT|MAP|UNION|BLOB|VARIANT|GEOMETRY)\b/.test(type)) return null;
  if (/^(VARCHAR|JSON)$/.test(type)) return 'text';
  if (/^U?(TINY|SMALL|BIG|HUGE)INT$|^U?INTEGER$/.test(type)) return 'whole';
  if (/^DECIMAL\(/.test(type)) return 'decimal';
  if (/^(FLOAT|DOUBLE)$/.test(type)) return 'float';
  return type === 'TIMESTAMP WITH TIME ZONE' ? 'instant' : 'other';
}
