import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { TallyResult } from '../engine.ts';
import type { Ask } from './ask.ts';
import { type Board, chunksOf, DISMISSED, helperCell, IDLE, linesCell, newBoard } from './chunks.ts';
import type { HelperResult, HelperTask } from './helper.ts';
import { takeHelper } from './helpers.ts';
import { Kernel, NeedsOneThread, TooManyKeys } from './kernel.ts';
import { wasmLimit } from './memory.ts';
import { mergeHelpers } from './merge-helpers.ts';
import { kernelModule } from './module.ts';
import type { Opened } from './opened.ts';
import { readChunks, type SharedWork } from './read-chunks.ts';
import { resultOf } from './result.ts';
import type { PlaceOf } from './tallies.ts';

interface Means {
  readonly threads: number;
  readonly block: number;
  readonly memory: number;
}

/** Tallies regular files with the help of threads, this one among them; throws where one thread must read the whole. */
export async function tallyShared(
  ask: Ask,
  opened: readonly Opened[],
  { threads, block, memory }: Means,
): Promise<TallyResult> {
  const work = workOf(opened, block, threads - 1);
  // This thread takes over the tallies of the others, so it has the share of two.
  const limit = Math.floor(wasmLimit(memory) / (threads + 1));
  const module = kernelModule();
  const helpers = work.helpers.map((helper) => startHelper({ helper, module, ask, limit, block, work: work.shared }));
  try {
    const kernel = new Kernel(module, ask, limit * 2, block);
    for (const index of readChunks(kernel, work.shared)) if (index % 16 === 15) await setImmediate();
    const results = await Promise.all(helpers.map((helper, i) => resultOfHelper(helper, work.shared.board, i)));
    const left = mergeHelpers(
      kernel,
      results.flatMap((result) => (result === undefined ? [] : [result])),
    );
    return resultOf(kernel, left, placesOf(work.shared), kernel.exports.recordCount() + left.records);
  } catch (error) {
    throw error instanceof TooManyKeys ? new NeedsOneThread() : error;
  } finally {
    for (const { worker } of helpers) void worker.terminate();
  }
}

function workOf(opened: readonly Opened[], block: number, most: number): { shared: SharedWork; helpers: number[] } {
  const files = opened.map(({ file, size }) => ({ path: file.path ?? '', size: size ?? 0 }));
  const chunks = chunksOf(opened, block);
  const helpers = Array.from({ length: Math.min(most, chunks.length - 1) }, (_, i) => i);
  return { shared: { files, chunks, board: newBoard(helpers.length, chunks.length) }, helpers };
}

/** A helper thread, and what it will have sent when it ends: listened for from the start, since it may be done first. */
interface Helper {
  readonly worker: Worker;
  readonly sent: Promise<HelperResult>;
}

function startHelper(task: HelperTask): Helper {
  const worker = takeHelper();
  const sent = new Promise<HelperResult>((resolve) => {
    worker.once('message', resolve);
    for (const end of ['error', 'exit']) worker.once(end, () => resolve(null));
  });
  worker.postMessage(task);
  return { worker, sent };
}

/** What a helper has read; undefined where it had not begun before all was done. */
async function resultOfHelper(
  { sent }: Helper,
  { cells }: Board,
  index: number,
): Promise<Exclude<HelperResult, null> | undefined> {
  if (Atomics.compareExchange(cells, helperCell(index), IDLE, DISMISSED) === IDLE) return undefined;
  const result = await sent;
  if (result === null) throw new NeedsOneThread();
  return result;
}

/** Lines are counted from the start of a chunk; the lines of those before it in the file come on top. */
function placesOf({ chunks, board }: SharedWork): PlaceOf {
  let before = 0;
  const bases = chunks.map(({ file }, i) => {
    const base = chunks[i - 1]?.file === file ? before : 0;
    before = base + (board.cells[linesCell(board, i)] ?? 0);
    return base;
  });
  return (chunk, line) => ({ file: chunks[chunk]?.file ?? 0, line: (bases[chunk] ?? 0) + line });
}
