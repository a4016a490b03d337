import { cellReader, type ReadCell } from '../../source/cell.ts';
import { isBlank, raggednessOf } from '../../source/raggedness.ts';
import type { Reject } from '../engine.ts';
import { addCell, emptyMeasured, type OpenMeasured } from '../measured.ts';
import { RejectLog } from '../reject-log.ts';
import type { Ask } from './ask.ts';
import { cutRecord } from './cut-record.ts';

/** A measure under an entry, whose cells the kernel could not read. */
export interface OddMeasure {
  readonly entry: number;
  readonly measure: number;
  readonly measured: OpenMeasured;
}

const BLANK = 0;
const REJECTED = 1;
const GOOD = 2;

/**
 * The records and cells that the kernel hands over, read by the grammar that defines them.
 *
 * Until the end, the `file` of a place is the chunk that was being read, and its line counts from there.
 */
export class Leftovers {
  readonly #ask: Ask;
  readonly #rejects = new RejectLog();
  readonly #measures = new Map<string, OddMeasure>();
  readonly #readers: readonly ((cell: string) => ReadCell | null)[];
  chunk = 0;

  constructor(ask: Ask) {
    this.#ask = ask;
    this.#readers = ask.measures.map(cellReader);
  }

  judge(text: string, line: number): number {
    const fields = cutRecord(text, this.#ask.delimiter);
    if (isBlank(fields)) return BLANK;
    const raggedness = raggednessOf(fields, this.#ask.width);
    if (raggedness === null) return GOOD;
    this.#rejects.add(null, raggedness, { file: this.chunk, line }, fields.join(this.#ask.delimiter));
    return REJECTED;
  }

  cell(entry: number, measure: number, raw: string, line: number): void {
    const id = `${entry} ${measure}`;
    const odd = this.#measures.get(id) ?? { entry, measure, measured: emptyMeasured() };
    this.#measures.set(id, odd);
    const column = this.#ask.measures[measure]?.column ?? 0;
    const cell = raw.startsWith('"') ? (cutRecord(raw, this.#ask.delimiter)[0] ?? '') : raw;
    const read = this.#readers[measure]?.(cell) ?? null;
    addCell(odd.measured, read);
    if (read === null) this.#rejects.add(column, 'not a number', { file: this.chunk, line }, cell);
  }

  rejects(): readonly Reject[] {
    return this.#rejects.all();
  }

  measures(): readonly OddMeasure[] {
    return [...this.#measures.values()];
  }
}
