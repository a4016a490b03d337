import { freemem } from 'node:os';
import { EXIT, UserError } from '../../errors.ts';
import { counted } from '../../note.ts';
import type { SourceTable } from '../../source/source.ts';
import { Entries } from './entries.ts';
import type { Kernel } from './kernel.ts';

/** What WebAssembly can address, but for one page. */
const MOST_BYTES = 2 ** 32 - 2 ** 16;
/** Of the memory for tallies, the share of the kernel; the rest is for the tallies that are made of its entries. */
const SHARE = 0.4;
/** So many tallies are looked at to find the column with the most values. */
const SAMPLE = 100_000;

/** The memory that is taken unless the user says otherwise: half of what is free. */
export function freeShare(): number {
  const constrained = process.constrainedMemory?.() ?? 0;
  const free = constrained > 0 ? Math.min(freemem(), constrained) : freemem();
  return Math.floor(free / 2);
}

export const wasmLimit = (memory: number): number => Math.min(MOST_BYTES, Math.floor(memory * SHARE));

/** Names the column that has too many distinct values for `memory`. */
export function tooManyKeys(kernel: Kernel, source: SourceTable, memory: number): UserError {
  const megabytes = `${Math.floor(memory / 2 ** 20)} MB`;
  const many = counted(kernel.exports.entriesCount() >>> 0, 'distinct key');
  const column = widest(kernel);
  const exitCode = EXIT.input;
  if (column === null) {
    const place = `${source.files[kernel.leftovers.chunk]?.name}:${kernel.exports.openLine() >>> 0}`;
    const message = `${place}: the record that starts here is too long for ${megabytes} of memory`;
    return new UserError(message, { exitCode, hint: 'raise --max-memory' });
  }
  const name = source.header[column] ?? '';
  return new UserError(`column ${name} has too many distinct values for ${megabytes} of memory (${many} so far)`, {
    exitCode,
    hint: 'leave it out of --by and --where, cut its texts (a day instead of a time of day), raise --max-memory, or let a disk help: --engine duckdb',
  });
}

/** The column of the key part with the most distinct values, judged by the first entries; null where the record in hand takes more. */
function widest(kernel: Kernel): number | null {
  const { ask, exports } = kernel;
  if (exports.entriesBytes() >>> 0 < exports.openBytes() >>> 0) return null;
  const entries = new Entries(kernel);
  const keys = Array.from(entries.inOrder(SAMPLE), (entry) => entries.key(entry));
  const counts = ask.keys.map((_, i) => new Set(keys.map((key) => key[i])).size);
  return ask.keys[counts.indexOf(Math.max(...counts))]?.column ?? null;
}
