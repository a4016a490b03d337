import { compare, negate, sign } from '../math/exact.ts';
import type { Assertion, Claim } from './claim.ts';
import { sentenceReading } from './sentence.ts';
import type { Statement } from './statement.ts';

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
  const [wanted] = sentenceReading(claim.reported).statements;
  if (!wanted) return [about(null, [`reported: "${claim.reported}" is no figure that could be read`])];
  const meant = statements.filter((one) => says(one, wanted));
  if (meant.length > 0) return meant.map((one) => about(one));
  if (statements.length === 0) return [about(wanted)];
  return [about(null, [`the sentence does not say ${claim.reported}`])];
}

/** The same figure, whatever its direction: "reported: 40 %" of a rise. */
function says({ kind, figure }: Statement, wanted: Statement): boolean {
  if (figure === null || wanted.figure === null) return false;
  const size = (value: typeof figure.value) => (sign(value) < 0 ? negate(value) : value);
  const isPercent = (one: string) => one === 'change' || one === 'share';
  const isAlike = kind === wanted.kind || (isPercent(kind) && isPercent(wanted.kind));
  return isAlike && compare(size(figure.value), size(wanted.figure.value)) === 0;
}
