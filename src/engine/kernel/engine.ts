import { availableParallelism } from 'node:os';
import type { SourceTable } from '../../source/source.ts';
import type { Engine, MeasurePart, Question, TallyResult } from '../engine.ts';
import { askOf } from './ask.ts';
import { Kernel, NeedsOneThread, TooManyKeys } from './kernel.ts';
import { freeShare, tooManyKeys, wasmLimit } from './memory.ts';
import { kernelModule } from './module.ts';
import { type Opened, openToTally } from './opened.ts';
import { readWhole } from './read-whole.ts';
import { resultOf } from './result.ts';

/** How the kernel may run; results do not depend on it. */
export interface KernelOptions {
  /** The most memory for tallies and what is being read, in bytes. */
  readonly memory?: number | undefined;
  readonly threads?: number | undefined;
  /** How much is read at a time, and how much a thread takes as its own. */
  readonly block?: number | undefined;
  /** Files of fewer bytes together are read by one thread. */
  readonly smallest?: number | undefined;
}

const BLOCK_BYTES = 1024 * 1024;
const SMALLEST_SHARED = 12 * 1024 * 1024;

/** Starts the threads that files of so many bytes will be read with. */
export async function prepareKernel(bytes: number): Promise<void> {
  if (bytes < SMALLEST_SHARED) return;
  const { startHelpers } = await import('./helpers.ts');
  startHelpers(availableParallelism() - 1);
}

/** The engine in WebAssembly: equal to the reference engine, and limited by memory where that is limited by itself. */
export function kernelEngine(options: KernelOptions = {}): Engine {
  return { tally: (source, question) => tally(source, question, options) };
}

async function tally(source: SourceTable, question: Question, options: KernelOptions): Promise<TallyResult> {
  if (!isCuttable(source.dialect.delimiter) || question.measures.some(isForeign)) return byReference(source, question);
  const opened = source.files.map(openToTally);
  const bytes = opened.reduce((sum, { size }) => sum + (size ?? 0), 0);
  const threads = options.threads ?? availableParallelism();
  if (threads > 1 && bytes >= (options.smallest ?? SMALLEST_SHARED) && opened.every(({ size }) => size !== null)) {
    try {
      const { tallyShared } = await import('./shared.ts');
      return await tallyShared(askOf(source, question), opened, settled(options, threads));
    } catch (error) {
      if (!(error instanceof NeedsOneThread)) throw error;
    }
  }
  return tallyAlone(source, question, opened, settled(options, 1));
}

/** Numbers in a style in which what the kernel reads as a number means another, or none. */
const isForeign = ({ style }: MeasurePart): boolean =>
  style !== undefined && (style.decimal !== '.' || style.group !== ',');

const settled = (options: KernelOptions, threads: number) => ({
  threads,
  block: options.block ?? BLOCK_BYTES,
  memory: options.memory ?? freeShare(),
});

async function tallyAlone(
  source: SourceTable,
  question: Question,
  opened: readonly Opened[],
  { block, memory }: { block: number; memory: number },
): Promise<TallyResult> {
  const ask = askOf(source, question);
  const kernel = new Kernel(kernelModule(), ask, wasmLimit(memory), block);
  try {
    for (const [chunk, file] of opened.entries()) await readWhole(kernel, file, chunk, block);
  } catch (error) {
    throw error instanceof TooManyKeys ? tooManyKeys(kernel, source, memory) : error;
  }
  const placeOf = (file: number, line: number) => ({ file, line });
  return resultOf(kernel, kernel.leftovers, placeOf, kernel.exports.recordCount());
}

/** The kernel cuts by any single byte that is no part of quoting, of line ends or of a longer character. */
function isCuttable(delimiter: string): boolean {
  const byte = delimiter.charCodeAt(0);
  return delimiter.length === 1 && byte > 0 && byte < 0x80 && !'"\r\n'.includes(delimiter);
}

async function byReference(source: SourceTable, question: Question): Promise<TallyResult> {
  const { referenceEngine } = await import('../reference.ts');
  return referenceEngine.tally(source, question);
}
