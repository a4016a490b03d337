import type { HelperResult } from './helper.ts';
import { type Kernel, NeedsOneThread } from './kernel.ts';
import type { OddMeasure } from './leftovers.ts';
import type { Left } from './result.ts';

const MEASURES = 32;
const MEASURED_BYTES = 64;
/** Entries are copied into the kernel in pieces of about this many bytes. */
const PIECE_BYTES = 256 * 1024;

type Helped = NonNullable<HelperResult>;

/** Merges the entries of helpers into those of a kernel; the order of threads and of their work shows nowhere. */
export function mergeHelpers(kernel: Kernel, results: readonly Helped[]): Left & { readonly records: number } {
  const { leftovers } = kernel;
  const measures = [...leftovers.measures()];
  for (const result of results) {
    raiseScales(kernel, result.scales);
    const moved = mergeEntries(kernel, result);
    for (const odd of result.measures) measures.push({ ...odd, entry: moved.get(odd.entry) ?? 0 });
  }
  return {
    records: results.reduce((sum, result) => sum + result.records, 0),
    rejects: () => [leftovers.rejects(), ...results.map((result) => result.rejects)].flat(),
    measures: () => measures,
  };
}

function raiseScales({ exports }: Kernel, scales: readonly number[]): void {
  for (const [measure, scale] of scales.entries()) {
    if (scale > exports.scaleOf(measure) && exports.raiseScale(measure, scale) === 0) throw new NeedsOneThread();
  }
}

/** Tells where the entries with odd measures have come to lie. */
function mergeEntries(kernel: Kernel, { entries, scales, measures }: Helped): Map<number, number> {
  const { exports } = kernel;
  const wanted = new Set(measures.map(({ entry }: OddMeasure) => entry));
  const moved = new Map<number, number>();
  const view = new DataView(entries.buffer, entries.byteOffset, entries.length);
  for (let start = 0; start < entries.length; ) {
    const starts = entryStarts(view, start, scales.length);
    const end = starts.pop() ?? entries.length;
    exports.beginFile(0);
    const at = exports.room(end - start + scales.length * 4) >>> 0;
    kernel.bytes(at, end - start).set(entries.subarray(start, end));
    const scalesAt = at + end - start;
    scales.forEach((scale, i) => {
      kernel.bytes(scalesAt + i * 4, 4).writeUInt32LE(scale);
    });
    for (const entry of starts) {
      const into = exports.mergeEntry(at + entry - start, scalesAt) >>> 0;
      if (wanted.has(entry)) moved.set(entry, into);
    }
    start = end;
  }
  return moved;
}

/** The offsets of a piece's entries, and of the end of the last. */
function entryStarts(view: DataView, from: number, measures: number): number[] {
  const starts = [from];
  let at = from;
  while (at < view.byteLength && at - from < PIECE_BYTES) {
    at += MEASURES + measures * MEASURED_BYTES + view.getUint32(at + 8, true);
    starts.push(at);
  }
  return starts;
}
