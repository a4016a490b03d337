import { add, compare, divide, type Exact, multiply, sign, subtract } from '../math/exact.ts';
import type { Stated, Statement } from './statement.ts';
import { matches } from './tolerance.ts';

/** What a sentence's own figures say of each other. */
export interface Agreement {
  readonly agrees: boolean;
  /** True where they agree only if the values were rounded before they were written. */
  readonly isRounded: boolean;
  /** What the other figures give. */
  readonly found: Exact;
}

/** Holds a figure against the values beside it: "from 1,200 to 1,680 (+40 %)", "100 of 700 (14.3 %)"; null where there are none. */
export function ownArithmetic({ kind, figure, high, from, to, part, whole }: Statement): Agreement | null {
  if (figure === null || high !== null) return null;
  if (kind === 'share' && part !== null && whole !== null && whole !== 0) {
    const found = divide(part, whole);
    return { agrees: matches(figure, found) !== null, isRounded: false, found };
  }
  if (from === null || to === null || sign(from.value) <= 0) return null;
  const made = MADE[kind];
  if (!made) return null;
  const found = made(from.value, to.value);
  const agrees = corners(from, to, made).some((one) => matches(figure, one)) || spans(figure, from, to, made);
  return { agrees, isRounded: agrees && matches(figure, found) === null, found };
}

type Made = (from: Exact, to: Exact) => Exact;

const MADE: Partial<Record<Statement['kind'], Made>> = {
  change: (from, to) => divide(subtract(to, from), from),
  ratio: (from, to) => divide(to, from),
  points: (from, to) => subtract(to, from),
  difference: (from, to) => subtract(to, from),
};

/** The figure for every end of what rounding may have hidden in from and to. */
function corners(from: Stated, to: Stated, made: Made): Exact[] {
  return ends(from).flatMap((low) => ends(to).map((high) => made(low, high)));
}

/** A whole number written out is exact; "1.2 million", a decimal or a hedge is not. */
function ends({ value, step, hedge }: Stated): Exact[] {
  if (hedge === null && (step === null || compare(step, 1) === 0)) return [value];
  const spread = hedge === null ? divide(step ?? 0, 2) : multiply(value, divide(1, 20));
  return [value, subtract(value, spread), add(value, spread)];
}

/** True where the figure lies between the corners. */
function spans(figure: Stated, from: Stated, to: Stated, made: Made): boolean {
  const all = corners(from, to, made).sort(compare);
  const [low, high] = [all[0], all[all.length - 1]];
  return low !== undefined && high !== undefined && compare(low, figure.value) <= 0 && compare(high, figure.value) >= 0;
}

/** "$150 million over five years is $30 million a year": a level per year against a level over years of the same sentence. */
export function perYear(statement: Statement, others: readonly Statement[]): Agreement | null {
  if (statement.kind !== 'level' || statement.per !== 'year' || statement.figure === null) return null;
  const whole = others.find(
    (one) => one.kind === 'level' && one.per === null && one.unit === statement.unit && yearsOf(one.over) !== null,
  );
  const years = yearsOf(whole?.over ?? null);
  if (!whole?.figure || years === null) return null;
  const { figure } = statement;
  const found = divide(whole.figure.value, years);
  const agrees = ends(whole.figure).some((one) => matches(figure, divide(one, years)) !== null);
  return { agrees, isRounded: agrees && matches(figure, found) === null, found };
}

function yearsOf(over: string | null): number | null {
  const [, count, unit] = /^(\d+)([my])$/.exec(over ?? '') ?? [];
  return count === undefined ? null : unit === 'y' ? Number(count) : Number(count) / 12;
}
