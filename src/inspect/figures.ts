import type { Tally } from '../engine/engine.ts';
import type { Exact } from '../math/exact.ts';
import { cellReader } from '../source/cell.ts';
import { nullsIn } from '../source/null-tokens.ts';
import type { MeasureColumn } from '../source/profile.ts';
import type { OpenedSource } from '../source/source.ts';

/** Reads the figure of a measure from the key of a whole record; null for none. */
export function figureReader(
  measure: MeasureColumn,
  { header, profile }: OpenedSource,
): (tally: Tally) => Exact | null {
  const at = header.indexOf(measure.column ?? '');
  const nulls = nullsIn(profile, measure.column);
  const read = cellReader({ nulls, scientific: measure.scientific, style: measure.style });
  return ({ key }) => read(key[at] ?? '')?.value ?? null;
}
