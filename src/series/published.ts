import { sign } from '../math/exact.ts';
import { counted } from '../note.ts';
import { type Cadence, periodText } from '../period/index.ts';
import type { Dated } from './dated-tallies.ts';
import type { SeriesPlan } from './plan.ts';

/** Leaves out the last periods that hold nothing but zeros, where the source writes 0 for what is not published yet. */
export function published(
  dated: readonly Dated[],
  source: Cadence,
  { unpublishedIsZero }: SeriesPlan,
): { dated: readonly Dated[]; notes: readonly string[] } {
  if (!unpublishedIsZero) return { dated, notes: [] };
  const holding = dated.filter(({ tally }) => tally.measures.some(({ sum }) => sign(sum) !== 0));
  const last = holding.reduce((latest, { ordinal }) => Math.max(latest, ordinal), Number.NEGATIVE_INFINITY);
  const late = dated.filter(({ ordinal }) => ordinal > last);
  if (late.length === 0 || holding.length === 0) return { dated, notes: [] };
  const records = counted(
    late.reduce((sum, { tally }) => sum + tally.records, 0),
    'record',
  );
  const text = `left out: ${records} after ${periodText(last, source)}, all of them 0: not published yet`;
  return { dated: dated.filter(({ ordinal }) => ordinal <= last), notes: [text] };
}
