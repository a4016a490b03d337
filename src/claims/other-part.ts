import type { Picked } from './evidence.ts';

/**
 * Where a sentence names another part than its claim picks: "Mae Sot" beside `checkpoint=Mae Sai`; null where it does not.
 * A name counts as it is written, so that "arrivals" is not the `Arrival` of a column.
 */
export function otherPart(sentence: string, picked: readonly Picked[]): string | null {
  for (const { column, values, others } of picked) {
    if (values.some((value) => isNamed(value, sentence, 'iu'))) continue;
    const other = others.find((value) => value.length > 2 && isNamed(value, sentence, 'u'));
    if (other !== undefined)
      return `the sentence names ${other}, its claim picks ${column}=${values.join(', ')}; mend the one or the other`;
  }
  return null;
}

const NAME = /^\p{Lu}|^[\u0E00-\u0E7F]/u;

function isNamed(value: string, sentence: string, flags: string): boolean {
  if (flags === 'u' && !NAME.test(value)) return false;
  if (!sentence.toLowerCase().includes(value.toLowerCase())) return false;
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /[\u0E00-\u0E7F]/.test(value) || new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, flags).test(sentence);
}
