import { nameKey } from '../units/name-key.ts';
import { substanceNamed } from '../units/substance-named.ts';

/** The name under which an item is compared: that of the list of substances, else its own whatever the case of its letters. */
export const itemKey = (text: string): string => substanceNamed(text)?.name ?? nameKey(text);

/**
 * For each text of a column of items the name that it is shown under: that of the list of substances, else as it is
 * written, in the first spelling by code unit where only the case of letters differs.
 */
export function itemNames(texts: Iterable<string>): Map<string, string> {
  const spellings = new Map<string, string>();
  const distinct = [...new Set(texts)];
  for (const text of distinct) {
    const known = spellings.get(nameKey(text));
    if (known === undefined || text.trim() < known) spellings.set(nameKey(text), text.trim());
  }
  return new Map(
    distinct.map((text) => [text, substanceNamed(text)?.name ?? spellings.get(nameKey(text)) ?? text.trim()]),
  );
}
