import { compare, negate, sign } from '../math/exact.ts';
import type { Assertion, Claim } from './claim.ts';
import { sentenceReading } from './sentence.ts';
import type { Stated, Statement } from './statement.ts';

/** The figures of a claim that are to be held against the data: all of its sentence, or the one that was reported. */
export function assertionsOf(claim: Claim): Assertion[] {
  const { statements, unread } = sentenceReading(claim.sentence);
  const about = (statement: Statement | null, amiss = unread): Assertion => ({
    claim,
    statement,
    beside: statements,
    unread: amiss,
  });
  if (claim.reported === null) return statements.length === 0 ? [about(null)] : statements.map((one) => about(one));
  const plain = sentenceReading(claim.reported);
  const wanted = plain.statements[0] ?? sentenceReading(`+${claim.reported}`).statements[0];
  if (!wanted) return [about(null, [`reported: "${claim.reported}" is no figure that could be read`])];
  const meant = statements.filter((one) => says(one, wanted));
  if (meant.length > 0) return meant.map((one) => about(one));
  if (statements.length === 0) return [about(plain.statements[0] ?? null)];
  return [about(null, [`the sentence does not say ${claim.reported}`])];
}

/** The same figure, whatever its direction: "reported: 40 %" of a rise. */
function says({ kind, figure, to }: Statement, wanted: Statement): boolean {
  if (wanted.figure === null) return false;
  const size = ({ value }: Stated) => (sign(value) < 0 ? negate(value) : value);
  const isSame = (stated: Stated | null, kinds: string) =>
    stated !== null && isAlike(kinds, wanted.kind) && compare(size(stated), size(wanted.figure as Stated)) === 0;
  return isSame(figure, kind) || isSame(to, kind === 'shares' ? 'share' : 'level');
}

/** A percentage alone may be a change, a share or a ratio, and a number a level or a difference. */
const isAlike = (one: string, other: string): boolean =>
  one === other || ALIKE.some((kinds) => kinds.includes(one) && kinds.includes(other));

const ALIKE: readonly (readonly string[])[] = [
  ['change', 'share', 'ratio'],
  ['level', 'difference'],
];
