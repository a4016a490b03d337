// The script of a helper thread: it waits for its task, reads chunks as the main thread does, then sends its tallies.
import { parentPort } from 'node:worker_threads';
import type { Reject } from '../engine.ts';
import type { Ask } from './ask.ts';
import { BEGUN, helperCell, IDLE } from './chunks.ts';
import { Kernel } from './kernel.ts';
import type { OddMeasure } from './leftovers.ts';
import { readChunks, type SharedWork } from './read-chunks.ts';

/** What a helper is given. */
export interface HelperTask {
  readonly helper: number;
  readonly module: WebAssembly.Module;
  readonly ask: Ask;
  readonly limit: number;
  readonly block: number;
  readonly work: SharedWork;
}

/** What a helper sends: its entries, and what it left to others; null where one thread must read the whole. */
export type HelperResult = null | {
  readonly entries: Uint8Array;
  readonly scales: readonly number[];
  readonly records: number;
  readonly rejects: readonly Reject[];
  readonly measures: readonly OddMeasure[];
};

function help(task: HelperTask): HelperResult {
  const kernel = new Kernel(task.module, task.ask, task.limit, task.block);
  for (const _ of readChunks(kernel, task.work));
  const { exports, leftovers } = kernel;
  return {
    entries: Uint8Array.from(kernel.bytes(exports.entriesAt() >>> 0, exports.entriesBytes() >>> 0)),
    scales: kernel.scales(),
    records: exports.recordCount(),
    rejects: leftovers.rejects(),
    measures: leftovers.measures(),
  };
}

parentPort?.once('message', (task: HelperTask) => {
  if (Atomics.compareExchange(task.work.board.cells, helperCell(task.helper), IDLE, BEGUN) !== IDLE) return;
  let result: HelperResult = null;
  try {
    result = help(task);
  } catch {
    // Whatever it was, the main thread meets it again when it reads the whole alone.
  }
  parentPort?.postMessage(result, result === null ? [] : [result.entries.buffer as ArrayBuffer]);
});
