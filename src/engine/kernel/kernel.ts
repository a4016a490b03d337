import { type Ask, settingsOf } from './ask.ts';
import { Leftovers } from './leftovers.ts';

/** What the compiled kernel offers; see assembly/index.ts. */
export interface Exports {
  readonly memory: WebAssembly.Memory;
  prepare(settingBytes: number, texts: number, block: number, limit: number): number;
  ask(delimiter: number, width: number, keys: number, measures: number): void;
  expectReturns(may: number): void;
  beginFile(chunk: number): void;
  beginChunk(chunk: number, bytes: number, first: number, inQuotes: number): void;
  room(bytes: number): number;
  take(bytes: number, whole: number): void;
  isDone(): number;
  isOpen(): number;
  openLine(): number;
  openBytes(): number;
  waitsForHeader(): number;
  lineCount(): number;
  oddQuotes(from: number, bytes: number): number;
  recordCount(): number;
  entriesAt(): number;
  entriesBytes(): number;
  entriesCount(): number;
  scaleOf(measure: number): number;
  raiseScale(measure: number, scale: number): number;
  mergeEntries(from: number, bytes: number, scales: number): number;
}

/** Thrown where several threads together cannot be exact, so the source must be read from its start by one. */
export class NeedsOneThread extends Error {}

/** Thrown where the tallies take more memory than they may. */
export class TooManyKeys extends Error {}

/** An instance of the kernel, asked one question, and what it left to others. */
export class Kernel {
  readonly exports: Exports;
  readonly leftovers: Leftovers;
  readonly ask: Ask;

  constructor(module: WebAssembly.Module, ask: Ask, limit: number, block: number) {
    this.ask = ask;
    this.leftovers = new Leftovers(ask);
    this.exports = new WebAssembly.Instance(module, { host: this.#host() }).exports as unknown as Exports;
    const size = settingsOf(ask, 0).length;
    const at = this.exports.prepare(size, ask.keys.length + ask.measures.length, block, limit);
    this.bytes(at, size).set(settingsOf(ask, at));
    this.exports.ask(ask.delimiter.charCodeAt(0), ask.width, ask.keys.length, ask.measures.length);
  }

  /** A view of memory, good until the kernel next runs. */
  bytes(at: number, length: number): Buffer {
    return Buffer.from(this.exports.memory.buffer, at, length);
  }

  scales(): number[] {
    return this.ask.measures.map((_, i) => this.exports.scaleOf(i));
  }

  #host(): WebAssembly.ModuleImports {
    const text = (from: number, to: number) => this.bytes(from >>> 0, to - from).toString();
    return {
      judge: (from: number, to: number, line: number) => this.leftovers.judge(text(from, to), line >>> 0),
      cell: (entry: number, measure: number, from: number, to: number, line: number) =>
        this.leftovers.cell(entry >>> 0, measure, text(from, to), line >>> 0),
      odd: () => {
        throw new NeedsOneThread();
      },
      wide: () => {
        throw new NeedsOneThread();
      },
      full: () => {
        throw new TooManyKeys();
      },
    };
  }
}
