import { draftsOf } from './read/drafts.ts';
import { joined } from './read/joined.ts';
import { normalText } from './read/normal-text.ts';
import type { Token } from './read/token.ts';
import { tokensOf } from './read/tokens.ts';
import { windowsBeside } from './read/windows-beside.ts';
import type { SentenceReading, Statement } from './statement.ts';

/** A page of text is no sentence, and what its words belong to cannot be told. */
const LONGEST = 5000;

/**
 * Reads what a sentence says in figures, in English or Thai, and what in it cannot be read.
 *
 * It goes by words of direction and of comparison, never by what would be likely: a percentage of which it is not clear
 * whether it is a change or a share is not read.
 */
export function sentenceReading(sentence: string): SentenceReading {
  if (sentence.length > LONGEST) return { statements: [], unread: [`a sentence of more than ${LONGEST} characters`] };
  const statements: Statement[] = [];
  const unread: string[] = [];
  let begins = 0;
  let inherited: string | null = null;
  for (const clause of clausesOf(tokensOf(normalText(sentence)))) {
    const isClear = !clause.some((token) => token.type === 'unclear' && token.window);
    const { drafts, unread: unclear } = draftsOf(clause);
    const { found, unread: loose } = joined(drafts, clause);
    unread.push(...unclear, ...loose);
    const windows = windowsBeside(found, clause, inherited);
    found.forEach(({ statement }, i) => {
      if (isClear) statements.push({ ...statement, ...(windows[i] ?? { over: null, against: null }) });
    });
    const named = clause.find((token) => token.type === 'window' && token.over !== null);
    if (isQuestion(clause) && statements.length > begins) {
      statements.splice(begins);
      unread.push('a question says nothing');
    }
    if (endsSentence(clause)) begins = statements.length;
    inherited = endsSentence(clause) ? null : named?.type === 'window' ? named.over : inherited;
  }
  return { statements, unread };
}

/** The pieces between "while", "but" and full stops, each with what ends it. */
function clausesOf(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [[]];
  for (const token of tokens) {
    clauses[clauses.length - 1]?.push(token);
    if (token.type === 'clause') clauses.push([]);
  }
  return clauses;
}

const isQuestion = (clause: readonly Token[]): boolean => /^\?/.test(clause[clause.length - 1]?.text ?? '');

const endsSentence = (clause: readonly Token[]): boolean => /^[.!?]/.test(clause[clause.length - 1]?.text ?? '');
