import { sign } from '../math/exact.ts';
import { counted } from '../note.ts';
import { type Cadence, periodText } from '../period/index.ts';
import type { DatedList } from './dated-list.ts';
import type { SeriesPlan } from './plan.ts';

/** Leaves out the last periods that hold nothing but zeros, where the source writes 0 for what is not published yet. */
export function published(
  dated: DatedList,
  source: Cadence,
  { unpublishedIsZero }: SeriesPlan,
): { dated: DatedList; notes: readonly string[] } {
  if (!unpublishedIsZero) return { dated, notes: [] };
  const measures = Array.from({ length: dated.columns.measures }, (_, i) => dated.columns.measured(i));
  const holding = dated.where((place) => measures.some(({ sum }) => sign(sum(place)) !== 0));
  let last = Number.NEGATIVE_INFINITY;
  for (const ordinal of holding.ordinals()) last = Math.max(last, ordinal);
  const late = dated.where((place) => dated.ordinalAt(place) > last);
  if (late.length === 0 || holding.length === 0) return { dated, notes: [] };
  const records = counted(late.records(), 'record');
  const text = `left out: ${records} after ${periodText(last, source)}, all of them 0: not published yet`;
  return { dated: dated.where((place) => dated.ordinalAt(place) <= last), notes: [text] };
}
