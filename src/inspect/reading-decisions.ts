import type { Reading } from '../source/reading.ts';
import { type Decided, decided } from './decision.ts';

/** How each file was read. */
export function readingDecisions(readings: readonly Reading[]): Decided[] {
  return readings.flatMap(({ name, packing, member, encoding, delimiter, layout }) => {
    const one = decided(name);
    const others = member?.others ?? [];
    return [
      ...(packing
        ? [one('packing', packing, BY_BYTES.includes(packing) ? 'by its first bytes' : 'by its name', null)]
        : []),
      ...(member
        ? [one('table', member.name, others.length > 0 ? `others: ${others.join(', ')}` : 'the only one', '--sheet')]
        : []),
      ...(isText(packing)
        ? [
            one('encoding', encoding.value, encoding.reason, '--encoding'),
            one('delimiter', delimiterName(delimiter.value), delimiter.reason, '--delimiter'),
          ]
        : []),
      one('layout', layout?.value ?? 'long', layout?.reason ?? 'one record per line under one header', '--profile'),
    ];
  });
}

const BY_BYTES = ['gzip', 'zstd', 'zip', 'xlsx', 'ods', 'parquet'];

/** True of a text with a delimiter, packed or not; neither a workbook nor a table of a database is one. */
export const isText = (packing: string | null): boolean =>
  packing === null || packing === 'gzip' || packing === 'zstd' || packing === 'zip';

export const delimiterName = (delimiter: string): string => (delimiter === '\t' ? 'tab' : delimiter);
