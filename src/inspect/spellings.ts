import { counted } from '../note.ts';
import { placeText } from '../source/place.ts';
import type { Source } from '../source/source.ts';
import type { ColumnTexts } from './column-texts.ts';
import { type Finding, finding } from './finding.ts';

/** Values of a dimension that differ only in case or in blanks: a name in two spellings makes two groups. */
export function spellingFindings(name: string, texts: ColumnTexts, source: Pick<Source, 'files'>): Finding[] {
  const spellings = new Map<string, string[]>();
  for (const text of texts.keys()) {
    const plain = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
    spellings.set(plain, [...(spellings.get(plain) ?? []), text]);
  }
  const several = [...spellings.values()].filter(({ length }) => length > 1);
  const [first] = several;
  if (first === undefined) return [];
  const example = first.map((text) => JSON.stringify(text)).join(' and ');
  const what = counted(several.length, 'value');
  const text = `${what} of ${name} ${several.length === 1 ? 'is' : 'are'} written in more than one way, such as ${example}: each way is a group of its own`;
  const seen = texts.get(first[1] ?? '');
  const place = seen && placeText(source, seen.first);
  return [finding('spelling', text, { column: name, count: several.length, place })];
}
