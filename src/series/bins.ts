import type { Tallies } from '../engine/engine.ts';
import { type Cadence, firstDay, type Ordinal, ordinalOf } from '../period/index.ts';
import { addFlags, type Cell, emptyCell, measuredOf, merge } from './cell.ts';
import { textAt } from './coded.ts';
import type { SeriesPlan } from './plan.ts';

/** The records of one target period, and how many periods of the source have one. */
export interface Bin {
  readonly cell: Cell;
  present: number;
}

/** Tallies with their periods, to be put into the periods of a cadence. */
export interface Binned {
  readonly tallies: Tallies;
  readonly plan: SeriesPlan;
  readonly ordinalAt: (row: number) => Ordinal;
  /** The target period of a period of the source. */
  readonly targetOf: (ordinal: Ordinal) => Ordinal;
}

/** Puts the cells of one measure into target periods; `at` is its position, or null where records are counted. */
export function binsOf(rows: Uint32Array, at: number | null, binned: Binned): Map<Ordinal, Bin> {
  const { tallies, plan, ordinalAt, targetOf } = binned;
  const flags = plan.flag === null ? undefined : tallies.keys[plan.flag];
  const bins = new Map<Ordinal, Bin>();
  const seen = new Set<Ordinal>();
  for (const row of rows) {
    const ordinal = ordinalAt(row);
    const target = targetOf(ordinal);
    const bin = bins.get(target) ?? { cell: emptyCell(), present: 0 };
    bins.set(target, bin);
    if (!seen.has(ordinal)) bin.present++;
    seen.add(ordinal);
    const measured = measuredOf(tallies.at(row), at);
    merge(bin.cell, measured);
    if (measured.flags) addFlags(bin.cell, measured.flags);
    const flag = flags === undefined ? '' : textAt(flags, row).trim();
    if (flag !== '') addFlags(bin.cell, [flag]);
  }
  return bins;
}

/** The target period of each period of the source, worked out once. */
export function targetsOf(source: Cadence, target: Cadence): (ordinal: Ordinal) => Ordinal {
  const known = new Map<Ordinal, Ordinal>();
  return (ordinal) => {
    const same = known.get(ordinal) ?? ordinalOf(firstDay(ordinal, source), target);
    known.set(ordinal, same);
    return same;
  };
}
