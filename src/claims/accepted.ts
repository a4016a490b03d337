import { compare, divide, type Exact, sign, subtract } from '../math/exact.ts';
import type { Candidate } from './candidate.ts';
import type { Stated, Statement } from './statement.ts';
import { matches, type Rounding } from './tolerance.ts';

/** Whether a reading gives all that a statement says, and by which rounding; null where it does not. */
export function accepted(statement: Statement, { figure, base, current }: Candidate): Rounding | null {
  const { kind, from, to } = statement;
  const percent = (value: Exact | null) =>
    value !== null && (kind === 'shares' || kind === 'points') ? divide(value, 100) : value;
  if (!isEnd(from, percent(base)) || !isEnd(to, percent(current))) return null;
  if (statement.figure === null)
    return kind === 'levels' || kind === 'shares' ? endRounding(statement, percent(current)) : null;
  if (figure === null) return null;
  if (statement.high !== null) {
    const high = { ...statement.figure, value: statement.high };
    const isEndOf = matches(statement.figure, figure) !== null || matches(high, figure) !== null;
    return isEndOf || isBetween(statement.figure.value, figure, statement.high) ? 'within' : null;
  }
  return matches(statement.figure, figure);
}

const isEnd = (stated: Stated | null, value: Exact | null): boolean =>
  stated === null || (value !== null && matches(stated, value) !== null);

const endRounding = ({ to }: Statement, current: Exact | null): Rounding | null =>
  to === null || current === null ? null : matches(to, current);

const isBetween = (a: Exact, x: Exact, b: Exact): boolean => {
  const [low, high] = compare(a, b) < 0 ? [a, b] : [b, a];
  return compare(low, x) <= 0 && compare(x, high) <= 0;
};

/** The reading whose figure is nearest to the one stated; the plain one where none is nearer. */
export function nearest({ figure, to }: Statement, all: readonly Candidate[]): Candidate | undefined {
  const wanted = figure?.value ?? to?.value;
  const known = all.filter((one) => one.figure !== null);
  if (wanted === undefined) return known[0];
  const off = ({ figure: found }: Candidate): Exact => {
    const apart = subtract(found ?? 0, wanted);
    return sign(apart) < 0 ? subtract(0, apart) : apart;
  };
  return known.reduce<Candidate | undefined>(
    (best, one) => (best && compare(off(best), off(one)) <= 0 ? best : one),
    undefined,
  );
}
