import type { HelperResult } from './helper.ts';
import { type Kernel, NeedsOneThread } from './kernel.ts';
import type { Left } from './result.ts';

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
  const wanted = Uint32Array.from(new Set(measures.map(({ entry }) => entry))).sort();
  const moved = new Map<number, number>();
  const scaleBytes = scales.length * 4;
  let [next, most] = [0, PIECE_BYTES];
  for (let start = 0, merged = 0; start < entries.length; start += merged) {
    const piece = entries.subarray(start, start + most);
    exports.beginFile(0);
    const at = exports.room(scaleBytes + piece.length) >>> 0;
    kernel.bytes(at, scaleBytes).set(new Uint8Array(Uint32Array.from(scales).buffer));
    kernel.bytes(at + scaleBytes, piece.length).set(piece);
    merged = exports.mergeEntries(at + scaleBytes, piece.length, at) >>> 0;
    const into = kernel.bytes(at + scaleBytes, merged);
    for (; (wanted[next] ?? Number.POSITIVE_INFINITY) < start + merged; next++) {
      const entry = wanted[next] ?? 0;
      moved.set(entry, into.readUInt32LE(entry - start));
    }
    // An entry longer than the piece: its key has a long text.
    if (merged === 0) most *= 2;
  }
  return moved;
}
