import type { Reading } from '../source/reading.ts';
import { type Decided, decided } from './decision.ts';

/** How each file was read. */
export function readingDecisions(readings: readonly Reading[]): Decided[] {
  return readings.flatMap(({ name, packing, member, encoding, delimiter, layout }) => {
    const one = decided(name);
    const others = member?.others ?? [];
    return [
      ...(packing ? [one('packing', packing, 'by its first bytes', null)] : []),
      ...(member
        ? [one('table', member.name, others.length > 0 ? `others: ${others.join(', ')}` : 'the only one', '--sheet')]
        : []),
      ...(isWorkbook(packing)
        ? []
        : [
            one('encoding', encoding.value, encoding.reason, '--encoding'),
            one('delimiter', delimiterName(delimiter.value), delimiter.reason, '--delimiter'),
          ]),
      one('layout', layout?.value ?? 'long', layout?.reason ?? 'one record per line under one header', '--profile'),
    ];
  });
}

export const isWorkbook = (packing: string | null): boolean => packing === 'xlsx' || packing === 'ods';

export const delimiterName = (delimiter: string): string => (delimiter === '\t' ? 'tab' : delimiter);
