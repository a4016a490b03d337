import { compare, negate } from '../../math/exact.ts';
import { isOtherUnit } from '../said-unit.ts';
import type { Stated, Statement, StatementKind } from '../statement.ts';
import type { Draft } from './draft.ts';
import type { Token } from './token.ts';

/** A statement with the drafts that it was made of, for the windows beside them. */
export interface Joined {
  readonly statement: Omit<Statement, 'over' | 'against'>;
  readonly main: Draft;
  readonly from: Draft | null;
  readonly to: Draft | null;
}

/** Puts together the figures of a clause that say one thing: from and to, a rise and where it led, a figure said twice. */
export function joined(drafts: readonly Draft[], tokens: readonly Token[]): { found: Joined[]; unread: string[] } {
  const left = [...drafts];
  const found: Joined[] = [];
  const unread: string[] = [];
  while (left.length > 0) {
    const group = groupOf(left, tokens);
    left.splice(0, group.length);
    const read = groupRead(group);
    if (typeof read === 'string') unread.push(read);
    else found.push(...read);
  }
  return { found, unread };
}

/** The first draft with those after it that belong to it. */
function groupOf(drafts: readonly Draft[], tokens: readonly Token[]): Draft[] {
  const group = [drafts[0] as Draft];
  for (const next of drafts.slice(1)) {
    if (!belongs(group, next, tokens)) break;
    group.push(next);
  }
  return group;
}

const has = (group: readonly Draft[], ...roles: readonly Draft['role'][]): boolean =>
  group.some(({ role }) => roles.includes(role));

function belongs(group: readonly Draft[], next: Draft, tokens: readonly Token[]): boolean {
  const last = group[group.length - 1] as Draft;
  if (has(group, next.role)) return false;
  if (next.role === 'or') return has(group, 'to', 'from', 'difference', 'share');
  if (next.role === 'to') return has(group, 'from', 'change', 'points', 'difference', 'ratio');
  if (next.role === 'from') return has(group, 'level', 'share', 'change', 'points', 'difference', 'ratio', 'to');
  const isFollowUp = next.role === 'change' || next.role === 'points' || next.role === 'difference';
  if (!isFollowUp || has(group, 'change', 'points')) return false;
  if (has(group, 'from') && has(group, 'to', 'level')) return onlyBetween(tokens, last, next);
  return (
    (last.role === 'level' || last.role === 'to') &&
    last.of === 'amount' &&
    (next.role === 'change' || next.role === 'difference') &&
    onlyBetween(tokens, last, next)
  );
}

/**
 * True where only commas, brackets and slight words stand between two figures; of what more is said of the first,
 * up to a comma, none matters: "7,181 people between ports of entry, a 95 % fall".
 */
function onlyBetween(tokens: readonly Token[], last: Draft, next: Draft): boolean {
  const between = tokens.slice(last.ends + 1, next.begins);
  const comma = between.findLastIndex(({ type, text }) => type === 'comma' && text === ',');
  return (comma > 0 && last.role === 'level' ? between.slice(comma) : between).every(
    (token) =>
      ['comma', 'light', 'window', 'ignored', 'hedge'].includes(token.type) ||
      (token.type === 'marker' && (token.marker === 'or' || token.marker === 'is')),
  );
}

function groupRead(group: readonly Draft[]): Joined[] | string {
  const one = (role: Draft['role']) => group.find((draft) => draft.role === role) ?? null;
  const from = one('from');
  const to = one('to') ?? one('level') ?? (from?.of === 'percent' ? one('share') : null);
  const or = one('or');
  const main = one('points') ?? one('change') ?? one('ratio') ?? one('difference');
  const share = one('share');
  if (from && to && isMixed(from, to)) return 'whether the two figures are of one kind and unit';
  if (share?.part != null)
    return from ? 'what a number is that is compared with a share' : [alone(share, or?.figure ?? null)];
  if (share && or && !main) return [alone(share, share.figure), alone({ ...or, role: 'share' }, or.figure)];
  if ([from, one('to'), main && one('level')].some((end) => end?.high != null)) return 'a range beside other figures';
  if (main?.role === 'change' && from?.of === 'percent' && !one('to') && !one('share'))
    return 'whether a percentage is compared with a rise or with a level';
  if (main?.role === 'change' && main.of === 'percent' && one('to')?.of === 'percent' && !from)
    return 'whether a percentage is a range with another or leads to it';
  if (main?.role === 'difference' && or?.of === 'percent' && !from)
    return [withEnds(main, from, one('to') ?? one('level')), alone(restatedOf(or, main), restatedOf(or, main).figure)];
  if (main) return [withEnds(main, from, one('to') ?? one('level') ?? one('share'))];
  if (from && to) return [or ? withEnds(restated(or, from, to), from, to) : pair(from, to)];
  if (from) return `"from" what to what`;
  if (or) return 'a figure in other words, of which the first is not clear';
  return [alone(group[0] as Draft, group[0]?.figure ?? null)];
}

/** A percentage and a number, or kilograms and tonnes, are not two ends of one change. */
function isMixed(from: Draft, to: Draft): boolean {
  return (from.of === 'percent') !== (to.of === 'percent') || isOtherUnit(from.unit, to.unit);
}

/** "Fell by 12,400, or 14 %": the percentage falls too. */
function restatedOf(or: Draft, main: Draft): Draft {
  const falls = main.figure !== null && compare(main.figure.value, 0) < 0;
  const figure = or.figure && falls ? { ...or.figure, value: negate(or.figure.value) } : or.figure;
  return { ...or, role: 'change', figure };
}

/** "From 50 to 64, or 28 %": the direction is that of the pair. */
function restated(or: Draft, from: Draft, to: Draft): Draft {
  const falls = from.figure && to.figure ? compare(to.figure.value, from.figure.value) < 0 : false;
  const figure = or.figure && falls ? { ...or.figure, value: negate(or.figure.value) } : or.figure;
  return { ...or, figure, role: or.of === 'points' ? 'points' : 'change' };
}

const KINDS: Readonly<Record<Draft['role'], StatementKind>> = {
  change: 'change',
  points: 'points',
  share: 'share',
  ratio: 'ratio',
  level: 'level',
  difference: 'difference',
  from: 'level',
  to: 'level',
  or: 'change',
};

function alone(main: Draft, figure: Stated | null): Joined {
  const kind = main.role === 'to' && main.of === 'percent' ? 'share' : KINDS[main.role];
  const { high, whole, part, unit, per } = main;
  return {
    statement: { kind, figure, high, whole, part, unit, per, from: null, to: null },
    main,
    from: null,
    to: null,
  };
}

function withEnds(main: Draft, from: Draft | null, to: Draft | null): Joined {
  const { statement } = alone(main, main.figure);
  const ends = { from: from?.figure ?? null, to: to?.figure ?? null };
  const per = main.per ?? to?.per ?? from?.per ?? null;
  return { statement: { ...statement, ...ends, unit: unitOf(main, from, to), per }, main, from, to };
}

function pair(from: Draft, to: Draft): Joined {
  const { statement } = alone(to, null);
  const kind = to.of === 'percent' ? 'shares' : 'levels';
  const ends = { from: from.figure, to: to.figure };
  return { statement: { ...statement, kind, ...ends, unit: unitOf(to, from, to) }, main: to, from, to };
}

const unitOf = (...drafts: readonly (Draft | null)[]): string | null =>
  drafts.map((draft) => draft?.unit ?? null).find((unit) => unit !== null) ?? null;
