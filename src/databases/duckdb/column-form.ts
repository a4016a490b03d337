import type { ColumnForm } from '../../source/relation.ts';

/** What the texts of a column of DuckDB's are. */
export function columnForm(type: string): ColumnForm {
  if (/\]$|^(STRUCT|MAP|UNION|VARIANT)\b/.test(type)) return 'nested';
  if (/^(VARCHAR|JSON)$/.test(type)) return 'text';
  if (/^U?(TINY|SMALL|BIG|HUGE)INT$|^U?INTEGER$/.test(type)) return 'whole';
  if (/^DECIMAL\(/.test(type)) return 'decimal';
  if (/^(FLOAT|DOUBLE)$/.test(type)) return 'float';
  return type === 'TIMESTAMP WITH TIME ZONE' ? 'instant' : 'other';
}
