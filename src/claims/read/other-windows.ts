import { english } from './lexeme.ts';
import type { Lexeme } from './token.ts';
import { over } from './window-words.ts';

const LASTS: Readonly<Record<string, string>> = { quarter: 'Q4', half: 'H2', month: '12' };

const open: Lexeme['meaning'] = (_, text) => ({ type: 'unclear', why: `which days "${text}" are`, window: true });

/** Windows that more general forms would take for others. */
export const PARTICULAR_WINDOWS: readonly Lexeme[] = [
  english('(?:in |over |during |for )?the (?:last|final) (quarter|half|month) of ((?:19|20)\\d\\d)', ([part, year]) =>
    over(`${year}-${LASTS[part?.toLowerCase() ?? '']}`),
  ),
  english('(?:in |during |over |for )?the week (?:of|beginning|starting|from) <P>', open),
  english('(?:before|until|till|prior to|ahead of) (?:the end of )?<P>', open),
];

/** What a figure is compared with, where that is no named period: "compared with pre-pandemic levels". */
export const VAGUE_BASES: readonly Lexeme[] = [
  english(
    '(?:compared (?:with|to)|relative to|versus|from|against|than|over|on) (?:the |its |their )?(?:\\p{L}[\\p{L}-]* ){1,3}levels?(?! (?:of|in) )',
    (_, text) => ({ type: 'unclear', why: `when the level was, "${text}"`, window: true }),
  ),
];
