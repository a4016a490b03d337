import type { Hedge } from '../statement.ts';
import type { Marker, Token } from './token.ts';

/** What stands around a figure and tells what it is. */
export interface Context {
  readonly hedge: Hedge | null;
  readonly marker: Marker | null;
  /** The words of the hedge and the marker. */
  readonly words: string;
  /** The word of direction that the figure belongs to, with nothing of weight between them. */
  readonly near: -1 | 0 | 1 | null;
  /** The nearest word of direction before it in the clause, however far. */
  readonly far: -1 | 0 | 1 | null;
  /** The same, where no other figure stands between: "had fallen 6 %, recovered by 11 %" is no fall by 11 %. */
  readonly since: -1 | 0 | 1 | null;
  /** The word of direction right after it: "40 % more", "a 12 % drop". */
  readonly after: -1 | 0 | 1 | null;
  /** The word before, where nothing else tells. */
  readonly word: string;
  readonly next: Token | null;
  /** True where a figure stands before it in the clause, from which it may lead on. */
  readonly follows: boolean;
  /** Per what the words before it say it is: "วันละ 3,000". */
  readonly per: string | null;
  /** The direction of the percentage before it, from which only a window and a comma part it: "up 11 % in May and 14 % in June". */
  readonly coordinate: -1 | 0 | 1 | null;
  /** The direction of a percentage right before it, which it may say in other words: "rose 40 %, or 24,500". */
  readonly restates: -1 | 0 | 1 | null;
  /** True where it stands in brackets behind what is compared with: "than in 2023 (14,950)". */
  readonly ofBase: boolean;
  /** True where the clause begins with those of whom it tells the share. */
  readonly ofThose: boolean;
  /** True where the clause speaks of a rate, a share or a proportion. */
  readonly ofRate: boolean;
  /** True where it is compared with something else than a time: "20 % more than at Mae Sot", "above target", "twice as many as". */
  readonly isBesideOther: boolean;
  /** True where the clause speaks of a deficit, which may be told as below zero or not. */
  readonly ofDeficit: boolean;
  /** Where what belongs to the figure begins. */
  readonly begins: number;
}

const FIGURES = new Set<Token['type']>(['percent', 'points', 'multiple', 'amount', 'part']);

export const isFigure = (token: Token | undefined): boolean => token !== undefined && FIGURES.has(token.type);

/** Nouns, which can stand after a figure. */
const NOUN =
  /^(?:increase|rise|growth|jump|surge|gain|expansion|climb|drop|decline|decrease|fall|reduction|contraction|slump|dip|plunge|upsurge|uptick)$/i;

const isSlight = (token: Token | undefined): boolean => ['light', 'window', 'ignored'].includes(token?.type ?? '');

/** Looks to both sides of the figure at a place of a clause. */
export function contextOf(tokens: readonly Token[], at: number): Context {
  const left = leftOf(tokens, at);
  const before = tokens.slice(0, at);
  return {
    ...left,
    far: farDirection(tokens, at),
    since: isParallel(tokens, at) ? farDirection(tokens, at) : sinceFigure(before),
    after: directionAfter(tokens, at),
    coordinate: isCoordinate(tokens, at) ? farDirection(tokens, at) : null,
    next: tokens[at + 1] ?? null,
    follows: before.some(isFigure),
    restates: before.findLast(isFigure)?.type === 'percent' ? farDirection(tokens, at) : null,
    ofBase: isOfBase(tokens, at),
    ofThose: /^(?:of|among) (?:those|these|them|whom)$/i.test(before[0]?.text ?? ''),
    isBesideOther: isBesideOther(tokens, at),
    ofDeficit: /deficit|shortfall|ขาดดุล/i.test(before.map(({ text }) => text).join('')),
    ofRate: before.some(({ text }) => RATE.test(text)) || /อัตรา|สัดส่วน/.test(before.map(({ text }) => text).join('')),
  };
}

/** Words for what is itself a percentage. */
export const RATE = /^(?:share|rate|proportion|percentage|ratio|level|coverage|probability)s?$/i;

function leftOf(
  tokens: readonly Token[],
  at: number,
): Pick<Context, 'hedge' | 'marker' | 'words' | 'near' | 'word' | 'begins' | 'per'> {
  let per: string | null = null;
  let hedge: Hedge | null = null;
  let marker: Marker | null = null;
  let begins = at;
  let words = '';
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.type === 'hedge' && hedge === null) hedge = token.hedge;
    else if (token.type === 'marker' && marker === null) marker = token.marker;
    else if (token.type === 'direction')
      return { hedge, marker, words, near: token.sign, word: token.text, begins: i, per };
    else if (token.type === 'per') per = token.per;
    else if (!isSlight(token)) return { hedge, marker, words, near: null, word: token.text, begins, per };
    if (token.type !== 'hedge' && token.type !== 'marker') continue;
    begins = i;
    words = `${token.text} ${words}`;
  }
  return { hedge, marker, words, near: null, word: '', begins, per };
}

const sinceFigure = (before: readonly Token[]): Context['far'] => {
  const own = before.slice(before.findLastIndex(isFigure) + 1);
  return farDirection(own, own.length);
};

/** "Rose by 40 % and seizures by 28 %": the verb is that of the first. */
function isParallel(tokens: readonly Token[], at: number): boolean {
  const figure = tokens.findLastIndex((token, i) => i < at && isFigure(token));
  const between = tokens.slice(figure + 1, at);
  const and = between.findIndex(({ text }) => /^(?:and|และ)$/i.test(text));
  const isBy = tokens.slice(0, figure).findLast(({ type }) => type === 'marker')?.text === 'by';
  return isBy && and >= 0 && between.slice(and + 1).filter(({ type }) => type === 'word').length <= 3;
}

function isOfBase(tokens: readonly Token[], at: number): boolean {
  const bracket = tokens.findLastIndex(({ text }, i) => i < at && text === '(');
  const window = tokens[bracket - 1];
  return bracket > 0 && window?.type === 'window' && window.against !== null;
}

function isCoordinate(tokens: readonly Token[], at: number): boolean {
  let i = at - 1;
  while (['comma', 'light', 'window', 'hedge'].includes(tokens[i]?.type ?? '')) i--;
  return tokens[i]?.type === 'percent' && tokens.slice(i + 1, at).some(({ type }) => type === 'window');
}

/** What is no period, though it may be of one. */
const STANDARD = /^(?:average|mean|median|target|peak|record|norm|trend|forecast|expectations?)$/i;

function isBesideOther(tokens: readonly Token[], at: number): boolean {
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex((token) => token.type === 'comma' || token.type === 'clause' || isFigure(token));
  const after = end < 0 ? rest : rest.slice(0, end);
  const comparative = after.findIndex((token) => token.type === 'direction' && token.comparative);
  const behind = after.slice(comparative + 1);
  if (/ as /i.test(tokens[at]?.text ?? ''))
    return after.some(({ type, text }) => type === 'word' && /^as$/i.test(text));
  if (comparative < 0) return false;
  if (behind.some(({ text }) => STANDARD.test(text))) return true;
  if (/^(?:above|below)$/i.test(after[comparative]?.text ?? ''))
    return behind.find(({ type }) => type !== 'light')?.type === 'word';
  return behind.some(({ type, text }) => type === 'word' && /^than\b/i.test(text));
}

function farDirection(tokens: readonly Token[], at: number): Context['far'] {
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token?.type === 'direction') return token.sign;
  }
  return null;
}

function directionAfter(tokens: readonly Token[], at: number): Context['after'] {
  let i = at + 1;
  while (isSlight(tokens[i]) || tokens[i]?.type === 'unit') i++;
  const token = tokens[i];
  if (token?.type !== 'direction') return null;
  const isPlaced = /^(?:up|down)$/i.test(token.text) && tokens[i + 1]?.type === 'window';
  return token.comparative || isPlaced || NOUN.test(token.text) ? token.sign : null;
}
