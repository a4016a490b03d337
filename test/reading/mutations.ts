import { readdirSync, readFileSync } from 'node:fs';
import type { Program, ProgramContext } from '../../src/cli/command.ts';
import check from '../../src/commands/check.ts';
import { readSeries } from '../../src/commands/read-series.ts';
import tidy from '../../src/commands/tidy.ts';
import { UserError } from '../../src/errors.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

/** Small files only: a large one makes each try slow without making it harder. */
const FILES = readdirSync(FIXTURES, { withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.md$/.test(entry.name))
  .map(({ name }) => ({ name, bytes: readFileSync(new URL(name, FIXTURES)) }))
  .filter(({ bytes }) => bytes.length > 0 && bytes.length < 8192);

const TOKENS = ['"', '""', ',', ';', '\t', '\n', '\r\n', '\0', '\uFEFF', '2567', '1.234', '(1)', 'NA', '๑', '=', "'"];

/** Numbers in [0, 1) that are the same on every run: Mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mutated(bytes: Buffer, next: () => number): Buffer {
  const at = Math.floor(next() * bytes.length);
  const end = Math.min(bytes.length, at + 1 + Math.floor(next() * next() * 40));
  const [before, cut, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  const kind = Math.floor(next() * 6);
  if (kind === 0) return Buffer.concat([before, after]);
  if (kind === 1) return Buffer.concat([before, cut, cut, after]);
  if (kind === 2) return before;
  const token = Buffer.from(TOKENS[Math.floor(next() * TOKENS.length)] ?? '');
  if (kind === 3) return Buffer.concat([before, token, cut, after]);
  const changed = Buffer.from(bytes);
  changed[at] = kind === 4 ? Math.floor(next() * 256) : (changed[at] ?? 0) ^ (1 << Math.floor(next() * 8));
  return changed;
}

/** Reads so many damaged fixtures; gives those that end in anything but an answer or a message for the user. */
export async function failures(count: number, seed: number): Promise<string[]> {
  const next = random(seed);
  const found: string[] = [];
  for (let i = 0; i < count; i++) {
    const { name, bytes } = FILES[Math.floor(next() * FILES.length)] ?? { name: '', bytes: Buffer.alloc(0) };
    let changed: Buffer = bytes;
    for (let times = 1 + Math.floor(next() * 3); times > 0 && changed.length > 0; times--)
      changed = mutated(changed, next);
    const error = await read(changed, i).catch((reason: unknown) => reason);
    if (error !== undefined && !(error instanceof UserError)) {
      found.push(`${name} (try ${i}): ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  return found;
}

/** What reads an export, each in its own way: into series, as records, and against rules. */
const WAYS: readonly ((context: ProgramContext) => Promise<unknown>)[] = [
  (context) => readSeries([], {}, context),
  async (context) => drained((await tidy.run([], {}, context)).table.rows),
  async (context) => drained((await check.run([], {}, context)).table.rows),
];

async function read(bytes: Buffer, time: number): Promise<undefined> {
  const stdin = (async function* () {
    yield bytes;
  })();
  const program = {} as Program;
  await WAYS[time % WAYS.length]?.({ stdin, stdinIsTerminal: false, progress: (_, work) => work, program });
  return undefined;
}

async function drained(rows: Iterable<unknown> | AsyncIterable<unknown>): Promise<void> {
  for await (const _ of rows);
}
