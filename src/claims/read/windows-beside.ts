import type { Statement } from '../statement.ts';
import type { Joined } from './joined.ts';
import type { Token } from './token.ts';

type Window = Extract<Token, { type: 'window' }>;

interface Placed {
  readonly at: number;
  readonly window: Window;
}

export type Windows = Pick<Statement, 'over' | 'against'>;

/** Gives each figure of a clause its windows: those beside it where there are several, else those of the clause. */
export function windowsBeside(found: readonly Joined[], tokens: readonly Token[], inherited: string | null): Windows[] {
  const placed = unshadowed(
    tokens.flatMap((token, at): Placed[] => (token.type === 'window' ? [{ at, window: token }] : [])),
  );
  const overs = placed.filter(({ window }) => window.over !== null);
  const starts = found.map((one) => Math.min(one.main.at, one.from?.at ?? Infinity, one.to?.at ?? Infinity));
  return found.map((one, i) => {
    const next = starts[i + 1] ?? Infinity;
    const isMine = ({ at }: Placed) => at > (starts[i] ?? 0) && at < next;
    const isShared = found.length === 1 || overs.length <= 1;
    const after = placed.filter(isMine);
    const hasOver = after.some(({ window }) => window.over !== null);
    const mine = isShared ? placed : i === 0 && !hasOver ? placed.filter(({ at }) => at < next) : after;
    const given = ofOne(one, mine.length > 0 ? mine : placed, inherited);
    const own = againstIn(placed.filter(isMine));
    const read = isShared && own !== null && one.from === null ? { ...given, against: own } : given;
    return spread(one, read, mine.length > 0 ? mine : placed);
  });
}

const againstIn = (placed: readonly Placed[]): string | null =>
  placed.find(({ window }) => window.against !== null && window.over === null)?.window.against ?? null;

/** "2,100 seizures between 2011 and 2016" are of all those years, where a change is from the one to the other. */
function spread({ statement, from }: Joined, windows: Windows, placed: readonly Placed[]): Windows {
  const ends = placed.find(({ window }) => window.ends === true)?.window;
  const isLevel = (statement.kind === 'level' || statement.kind === 'share') && from === null;
  return isLevel && ends?.over === windows.over && ends.against === windows.against
    ? { over: `${ends.against}..${ends.over}`, against: null }
    : windows;
}

/** "Than in the previous 12 months" tells the window only where nothing else does. */
function unshadowed(placed: readonly Placed[]): readonly Placed[] {
  const isNamed = placed.some(({ window }) => window.over !== null && window.against === null);
  return placed.map((one) =>
    isNamed && one.window.against === 'previous' ? { ...one, window: { ...one.window, over: null } } : one,
  );
}

function ofOne({ main, from, to }: Joined, placed: readonly Placed[], inherited: string | null): Windows {
  const beside = from && firstAfter(placed, from.at, to && to.at > from.at ? to.at : Infinity);
  const base = beside?.window.over && beside.window.against === null ? beside : null;
  const others = placed.filter((one) => one !== base);
  const over = others.find(({ window }) => window.over !== null)?.window.over ?? null;
  const against = others.find(({ window }) => window.against !== null)?.window.against ?? null;
  const isLast = base?.window.over != null && /^\d+[dwmqhy]$/.test(base.window.over);
  const named = base && !isLast ? base.window.over : null;
  return isOnlyBase(base, over, from, to)
    ? { over: base?.window.over ?? null, against: against ?? main.against }
    : {
        over: over ?? (isLast ? (base?.window.over ?? null) : inherited),
        against: against ?? main.against ?? named ?? (isLast ? 'previous' : null),
      };
}

/** "From 50 to 64 in 2024": the window after both ends is of the later. */
function isOnlyBase(base: Placed | null, over: string | null, from: Joined['from'], to: Joined['to']): boolean {
  if (!base || !from || over !== null) return false;
  return to !== null && to.at > from.at && base.at > to.at;
}

function firstAfter(placed: readonly Placed[], at: number, before: number): Placed | null {
  return placed.find((one) => one.at > at && one.at < before) ?? null;
}
