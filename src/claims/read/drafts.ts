import { type Exact, multiply, negate, sign } from '../../math/exact.ts';
import { type Hedge, type Stated, stated } from '../statement.ts';
import { type Context, contextOf, isFigure, RATE } from './context.ts';
import type { Draft, Role } from './draft.ts';
import type { Token } from './token.ts';

type Figure = Extract<Token, { type: 'percent' | 'points' | 'multiple' | 'amount' | 'part' }>;
type Reader = (token: Figure, context: Context) => Pick<Draft, 'role' | 'figure'> | string;

/** The figures of a clause, each with what it is for; and what could not be told. */
export function draftsOf(tokens: readonly Token[]): { drafts: Draft[]; unread: string[] } {
  const drafts: Draft[] = [];
  const unread = tokens.flatMap((token) => (token.type === 'unclear' ? [token.why] : []));
  let isUnread = false;
  for (const [at, token] of tokens.entries()) {
    if (!isFigure(token)) continue;
    const context = contextOf(tokens, at);
    const read = context.isBesideOther
      ? `what "${token.text.trim()}" is compared with`
      : READERS[(token as Figure).type](token as Figure, context);
    const draft = typeof read === 'string' ? read : withTurnedHigh({ ...about(tokens, at, context), ...read });
    const isEndOfUnread = typeof draft !== 'string' && isUnread && (draft.role === 'to' || draft.role === 'from');
    isUnread = typeof draft === 'string';
    if (typeof draft === 'string') unread.push(draft);
    else if (isEndOfUnread) unread.push(`what leads to "${token.text.trim()}"`);
    else if (draft.per !== null && isMove(draft))
      unread.push(`"${token.text.trim()}" is a rate per ${draft.per}, not a change`);
    else drafts.push(draft);
  }
  return { drafts, unread };
}

const isMove = ({ role, of }: Draft): boolean => of !== 'amount' && ['change', 'points', 'ratio'].includes(role);

/** Of a fall "by 10 to 15 %" both ends are negative. */
const withTurnedHigh = (draft: Draft): Draft =>
  draft.high !== null && draft.figure !== null && sign(draft.figure.value) < 0
    ? { ...draft, high: negate(draft.high) }
    : draft;

/** All that does not depend on what the figure is for. */
function about(tokens: readonly Token[], at: number, { begins, per }: Context): Omit<Draft, 'role' | 'figure'> {
  const token = tokens[at] as Figure;
  const after = tail(tokens, at);
  const part = token.type === 'part' ? token : null;
  return {
    of: token.type === 'part' ? 'percent' : token.type,
    high: token.type === 'percent' || token.type === 'amount' ? token.high : null,
    whole: part?.whole ?? after.whole,
    part: part?.part ?? null,
    unit: (token.type === 'amount' ? token.currency : null) ?? part?.unit ?? after.unit,
    per: after.per ?? laterPer(tokens, after.ends) ?? per,
    against: after.against,
    begins,
    at,
    ends: after.ends,
  };
}

/** What follows a figure and belongs to it: the whole it is a share of, its unit, per what, and what it is measured by. */
function tail(tokens: readonly Token[], at: number) {
  let [whole, unit, per, against]: [Exact | null, string | null, string | null, string | null] = [
    null,
    null,
    null,
    null,
  ];
  let ends = at;
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.type === 'whole') whole = token.whole;
    else if (token.type === 'unit') unit = token.unit;
    else if (token.type === 'per') per = token.per;
    else if (token.type === 'base') against = token.against;
    else if (token.type !== 'direction' || !token.comparative) break;
    ends = i;
  }
  return { whole, unit, per, against, ends };
}

/** "1,200 people crossed each day": per what, a word or two behind. */
function laterPer(tokens: readonly Token[], ends: number): string | null {
  const at = tokens.findIndex(({ type }, i) => i > ends && type !== 'word' && type !== 'light');
  const token = tokens[at];
  return token?.type === 'per' && at - ends <= 3 ? token.per : null;
}

const READERS: Readonly<Record<Figure['type'], Reader>> = {
  percent: (token, context) => percentRole(token as Extract<Figure, { type: 'percent' }>, context),
  points: (token, context) => pointsRole(token as Extract<Figure, { type: 'points' }>, context),
  multiple: (token, context) => multipleRole(token as Extract<Figure, { type: 'multiple' }>, context),
  amount: (token, context) => amountRole(token as Extract<Figure, { type: 'amount' }>, context),
  part: () => ({ role: 'share', figure: null }),
};

type Of<T extends Figure['type']> = Extract<Figure, { type: T }>;

const is = (role: Role, value: Exact, step: Exact | null, hedge: Hedge | null): { role: Role; figure: Stated } => ({
  role,
  figure: stated(value, step, hedge),
});

const turned = (value: Exact, direction: number): Exact => (direction < 0 ? negate(value) : multiply(value, direction));

/** The direction of a figure: its own sign, the word after it, or the word it belongs to. */
function directionOf(sign: '+' | '-' | null, { after, near, since, marker }: Context): number | null {
  if (sign !== null) return sign === '-' ? -1 : 1;
  if (after !== null) return after;
  if (near !== null) return near;
  return marker === 'by' ? since : null;
}

/** "Fell below 1 %", "rose above 500": a level that was passed, and no change of that size. */
const isBound = ({ marker, near, words }: Context): boolean =>
  marker === null && near !== null && /^(?:below|above) /i.test(words);

function percentRole({ value, step, sign, text, portion }: Of<'percent'>, context: Context) {
  const { marker, hedge, next, after, word } = context;
  const figure = (role: Role, x = value) => is(role, x, step, hedge);
  if (sign === null && after === null) {
    if (marker === 'from' || marker === 'against') return figure('from');
    if (next?.type === 'base' && marker !== 'by' && (marker !== null || context.near === null)) return figure('ratio');
    if (isBound(context)) return figure('to');
    if (marker === 'share' && context.follows && /คิดเป็น/.test(context.words)) return figure('or');
    if (marker === 'to') return context.near === null && !context.follows ? unclear(text) : figure('to');
    if (marker === 'share' || (marker === 'is' && context.far === null && context.ofRate)) return figure('share');
    if (marker === null && context.far === null && context.near === null && context.ofThose) return figure('share');
    if (context.coordinate !== null && next?.type === 'window')
      return figure('change', turned(value, context.coordinate));
    if (marker === 'or' && context.near === null) return figure(isOf(next) ? 'share' : 'or');
  }
  const direction = directionOf(sign, context);
  if (direction !== null) return figure('change', turned(value, direction));
  const isShare = portion || isOf(next) || (marker === 'of' && RATE.test(word));
  return isShare ? figure('share') : unclear(text);
}

const unclear = (text: string): string => `whether "${text.trim()}" is a change or a share`;

const isOf = (token: Token | null): boolean =>
  token?.type === 'whole' || (token?.type === 'marker' && token.marker === 'of') || token?.type === 'part';

function pointsRole({ value, step, sign, text }: Of<'points'>, context: Context) {
  const direction = directionOf(sign, context);
  if (direction !== null) return is('points', turned(value, direction), step, context.hedge);
  return context.marker === 'or'
    ? is('or', value, step, context.hedge)
    : `whether "${text.trim()}" is a rise or a fall`;
}

const FALL_TURNED: Partial<Record<Hedge, Hedge>> = { 'more-than': 'less-than', 'less-than': 'more-than' };

/** "More than halved" is less than a half. */
function multipleRole({ value, step, text }: Of<'multiple'>, { hedge, near, after }: Context) {
  if ((after ?? near) === -1 && !/^halv/i.test(text)) return `how far down "${text.trim()}" is`;
  const isBelow = typeof value !== 'number';
  return is('ratio', value, step, (isBelow && /^halv/i.test(text) && hedge && FALL_TURNED[hedge]) || hedge);
}

function amountRole({ value, step, high, sign, currency, text }: Of<'amount'>, context: Context) {
  const { marker, near, after, next, hedge, word } = context;
  if (high !== null && near !== null && marker === null)
    return `whether "${text.trim()}" is a range or from one to the other`;
  if (context.ofDeficit && (marker !== 'by' || near === null)) return `whether "${text.trim()}" is below zero`;
  const figure = (role: Role, x = value) => is(role, x, step, hedge);
  if (marker === 'from' || marker === 'against') return figure('from');
  if (marker === 'to' || isBound(context)) return figure('to');
  if (marker === 'or' && context.restates !== null && sign === null) {
    if (!/\(/.test(context.words)) return figure('difference', turned(value, context.restates));
    return context.ofBase ? figure('from') : `what "${text.trim()}" in brackets is`;
  }
  const direction =
    sign !== null || after !== null || near !== null || marker === 'by' ? directionOf(sign, context) : null;
  if (direction !== null && (marker !== 'is' || after !== null)) return figure('difference', turned(value, direction));
  if (marker === 'by') return `whether "${text.trim()}" is a rise or a fall`;
  const named = currency !== null || next?.type === 'unit' || next?.type === 'per';
  const isPlain = named || marker === 'is' || marker === 'share' || hedge !== null || word === ':' || word === ',';
  return isPlain ? figure('level', sign === '-' ? negate(value) : value) : `what "${text.trim()}" counts`;
}
