import { DENIALS } from './denial-words.ts';
import { FIGURES, VAGUE_LEVEL, WHOLE } from './figure-words.ts';
import { FORESEEN_WORDS, QUESTIONS } from './foreseen-words.ts';
import { ABBREVIATIONS, IGNORED } from './ignored-words.ts';
import { OTHER_FIGURES } from './other-figures.ts';
import { OTHER_THAI_FIGURES } from './other-thai-figures.ts';
import { PARTICULAR_WINDOWS, VAGUE_BASES } from './other-windows.ts';
import { THAI_WINDOWS } from './thai-window-words.ts';
import type { Lexeme, Token } from './token.ts';
import { BARE_PERIOD, WINDOWS } from './window-words.ts';
import { COMPARATIVES, PER, THAI_OF, UNITS, WORDS } from './word-forms.ts';

/** In this order: what is no figure first, plain numbers and words last. */
const LEXEMES: readonly Lexeme[] = [
  ...ABBREVIATIONS,
  ...DENIALS,
  ...QUESTIONS,
  ...FORESEEN_WORDS,
  ...IGNORED,
  ...OTHER_FIGURES,
  ...OTHER_THAI_FIGURES,
  ...PARTICULAR_WINDOWS,
  ...WINDOWS,
  ...THAI_WINDOWS,
  ...VAGUE_BASES,
  ...FIGURES,
  ...WORDS,
];
const WORD: Lexeme = { pattern: /[\p{L}\p{M}][\p{L}\p{M}\p{N}'-]*|./uy, meaning: () => ({ type: 'word' }) };
const THAI_LETTER: Lexeme = { pattern: /[\u0E00-\u0E7F]/uy, meaning: () => ({ type: 'word' }) };

/** Cuts a sentence into the pieces that matter; blanks fall away. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (text[at] === ' ') {
      at++;
      continue;
    }
    const token = nextToken(text, at, tokens);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function nextToken(text: string, at: number, before: readonly Token[]): Token {
  for (const lexeme of [...afterNumber(before), ...LEXEMES, THAI_LETTER, WORD]) {
    const token = tokenAt(lexeme, text, at);
    if (token) return token;
  }
  return { type: 'word', text: text[at] ?? '' };
}

/** Right after a number, what is counted is named; and after that, in what time. */
function afterNumber(before: readonly Token[]): readonly Lexeme[] {
  const [last, earlier] = [before.at(-1), before.at(-2)];
  const isNumber = (token: Token | undefined) =>
    token?.type === 'amount' || token?.type === 'part' || token?.type === 'whole';
  if (last?.type === 'unit') return [PER];
  if (last?.type === 'percent' || last?.type === 'points') return [WHOLE, VAGUE_LEVEL, THAI_OF, ...COMPARATIVES];
  if (isNumber(last)) return [PER, ...UNITS];
  if (last?.type !== 'direction' || !last.comparative) return [];
  return isNumber(earlier) ? [BARE_PERIOD, ...UNITS] : [BARE_PERIOD];
}

function tokenAt({ pattern, meaning }: Lexeme, text: string, at: number): Token | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match || match[0] === '') return null;
  const read = meaning(match.slice(1), match[0].trim());
  return read && { ...read, text: match[0] };
}
