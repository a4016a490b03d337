import type { SourceTable } from '../../source/source.ts';
import type { KeyPart, MeasurePart, Question } from '../engine.ts';

/** A question with what the kernel must know of the source: plain, so that it can be sent to a thread. */
export interface Ask {
  readonly delimiter: string;
  /** How many fields a record has. */
  readonly width: number;
  readonly keys: readonly KeyPart[];
  readonly measures: readonly MeasurePart[];
}

export function askOf(source: SourceTable, question: Question): Ask {
  return { delimiter: source.dialect.delimiter, width: source.header.length, ...question };
}

const KEY_BYTES = 16;
const MEASURE_BYTES = 24;
const EMPTY_IS_NULL = 1;
const NULLS_FIRST = 2;
const NO_LIMIT = 0xffffffff;

/** The settings of an ask as the kernel reads them, for the address `at`; see assembly/settings.ts. */
export function settingsOf({ keys, ...ask }: Ask, at: number): Uint8Array {
  // Cells are held against null tokens without the spaces around them, so a token with such spaces is that of no cell.
  const measures = ask.measures.map(({ column, nulls }) => ({
    column,
    nulls: nulls.filter((text) => text === text.trim()),
  }));
  const tokens = measures.map((measure) => tokenBytes(measure.nulls));
  const fixed = keys.length * KEY_BYTES + measures.length * MEASURE_BYTES;
  const bytes = Buffer.alloc(fixed + tokens.reduce((sum, token) => sum + token.length, 0));
  keys.forEach(({ column, length }, i) => {
    bytes.writeUInt32LE(column, i * KEY_BYTES);
    bytes.writeUInt32LE(length === undefined ? NO_LIMIT : length, i * KEY_BYTES + 4);
  });
  let free = fixed;
  measures.forEach(({ column, nulls }, i) => {
    const part = keys.length * KEY_BYTES + i * MEASURE_BYTES;
    const token = tokens[i] ?? Buffer.alloc(0);
    bytes.writeUInt32LE(column, part);
    bytes.writeUInt32LE(flagsOf(nulls), part + 4);
    bytes.writeUInt32LE(at + free, part + 8);
    bytes.writeUInt32LE(nulls.length, part + 12);
    free += token.copy(bytes, free);
  });
  return bytes;
}

/** A token that begins like a number may be one, so tokens are then looked for before numbers. */
function flagsOf(nulls: readonly string[]): number {
  const like = nulls.some((text) => /^[+\-−.,]?[\d.,]/.test(text));
  return (nulls.includes('') ? EMPTY_IS_NULL : 0) | (like ? NULLS_FIRST : 0);
}

function tokenBytes(nulls: readonly string[]): Buffer {
  return Buffer.concat(
    nulls.flatMap((text) => {
      const token = Buffer.from(text);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(token.length);
      return [length, token];
    }),
  );
}
