import { statSync } from 'node:fs';
import { type Note, warning } from '../note.ts';
import { mayBeText } from '../source/openers.ts';
import type { SourceTable } from '../source/source.ts';
import type { Engine } from './engine.ts';

/** The engines by the names that a user may give; where records lie in a database, it is asked unless one that reads texts is named. */
export const ENGINES = ['kernel', 'reference', 'duckdb'] as const;
export type EngineName = (typeof ENGINES)[number];

export interface EngineOptions {
  /** Undefined chooses the fastest that runs here. */
  readonly engine?: EngineName | undefined;
  /** The most memory for tallies, in bytes. */
  readonly maxMemory?: number | undefined;
}

/** Makes ready, while files are being opened, what tallying them will need. */
export async function prepareEngine(paths: readonly string[], options: EngineOptions): Promise<void> {
  if (!canKernel(options) || options.engine === 'duckdb') return;
  const { prepareKernel } = await import('./kernel/engine.ts');
  const texts = paths.filter(mayBeText);
  await prepareKernel(texts.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0));
}

interface Chosen {
  readonly engine: Engine;
  readonly notes: readonly Note[];
}

/** The engine to tally the records of a source with, and what a reader should know of the choice. */
export async function chooseEngine(options: EngineOptions, { files }: Pick<SourceTable, 'files'>): Promise<Chosen> {
  const relations = files.filter(({ relation }) => relation !== undefined).length;
  const isDuckdbs = files.every(({ relation }) => relation?.engine === 'duckdb');
  if (options.engine === 'duckdb' && !isDuckdbs) return duckdbForTexts(options);
  if ((options.engine ?? 'duckdb') !== 'duckdb' || relations === 0) return textEngine(options);
  const { relationalEngine } = await import('./relational.ts');
  if (relations === files.length) return { engine: relationalEngine, notes: [] };
  const { engine: others, notes } = await textEngine(options);
  return { engine: eachByItsOwn(relationalEngine, others), notes };
}

/** Files that lie in databases beside others, as long as they are asked one by one; all together they are read as text. */
const eachByItsOwn = (relational: Engine, others: Engine): Engine => ({
  tally: (source, question) =>
    (source.files.every(({ relation }) => relation) ? relational : others).tally(source, question),
});

/** What DuckDB reads of a text is checked by the engine that would have read it. */
async function duckdbForTexts({ maxMemory }: EngineOptions): Promise<Chosen> {
  const { duckdbTextEngine } = await import('./duckdb-text.ts');
  const { engine, notes } = await textEngine({});
  return { engine: duckdbTextEngine(engine, maxMemory), notes };
}

async function textEngine(options: EngineOptions): Promise<Chosen> {
  if (canKernel(options)) {
    const { kernelEngine } = await import('./kernel/engine.ts');
    return { engine: kernelEngine({ memory: options.maxMemory }), notes: [] };
  }
  const { referenceEngine } = await import('./reference.ts');
  const notes = options.engine === 'reference' ? [] : [warning(SLOW)];
  return { engine: referenceEngine, notes };
}

const canKernel = ({ engine }: EngineOptions) => engine !== 'reference' && WebAssembly.validate(VECTORS);

const SLOW = 'WebAssembly has no vectors on this machine, so the reference engine is used: right, but slower';

/** The smallest module that needs vectors: a function that makes one and drops it. */
const VECTORS = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0],
  ...[10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11],
);
