import { withLatin } from './latin.ts';
import { NUMBER } from './number-words.ts';
import { MONTH, PERIOD, UNIT } from './period-words.ts';
import type { Lexeme } from './token.ts';

/** What stands for a form of words in a pattern; each is one group. */
const PLACES: Readonly<Record<string, string>> = {
  N: `(${NUMBER})`,
  P: `(${PERIOD})`,
  M: `(${MONTH})`,
  U: `(${UNIT})`,
};

/** A form of English words: it begins and ends with whole words. */
export function english(pattern: string, meaning: Lexeme['meaning']): Lexeme {
  return lexeme(String.raw`(?<![\p{L}\d])(?:${pattern})(?![\p{L}\p{M}])`, meaning);
}

/** A form of words in any script, or of signs. */
export function lexeme(pattern: string, meaning: Lexeme['meaning']): Lexeme {
  const filled = pattern.replace(/<([NPMU])>/g, (_, name: string) => PLACES[name] ?? '');
  return { pattern: new RegExp(withLatin(filled), 'iy'), meaning };
}
