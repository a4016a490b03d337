import { REJECT_EXAMPLES, type Reject, type TallyResult } from '../engine.ts';
import type { Kernel } from './kernel.ts';
import type { OddMeasure } from './leftovers.ts';
import { kernelTallies, type PlaceOf } from './tallies.ts';

/** What a kernel did not read itself, or several of them. */
export interface Left {
  rejects(): readonly Reject[];
  measures(): readonly OddMeasure[];
}

export function resultOf(kernel: Kernel, left: Left, placeOf: PlaceOf, records: number): TallyResult {
  const tallies = kernelTallies(kernel, left.measures(), placeOf);
  return { tallies, records, rejects: allRejects(left.rejects(), placeOf) };
}

/** Rejects of several threads, those of one kind together, with the first of their examples. */
function allRejects(rejects: readonly Reject[], placeOf: PlaceOf): Reject[] {
  const kinds = new Map<string, Reject>();
  for (const reject of rejects) {
    const id = `${reject.column} ${reject.reason}`;
    const known = kinds.get(id);
    const placed = reject.examples.map(({ file, line, text }) => ({ ...placeOf(file, line), text }));
    const examples = [...(known?.examples ?? []), ...placed].sort((a, b) => a.file - b.file || a.line - b.line);
    const count = (known?.count ?? 0) + reject.count;
    kinds.set(id, { ...reject, count, examples: examples.slice(0, REJECT_EXAMPLES) });
  }
  return [...kinds.values()].sort((a, b) => (a.column ?? -1) - (b.column ?? -1) || (a.reason < b.reason ? -1 : 1));
}
