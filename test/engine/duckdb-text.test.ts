import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duckdbTextEngine } from '../../src/engine/duckdb-text.ts';
import { kernelEngine } from '../../src/engine/kernel/engine.ts';
import { referenceEngine } from '../../src/engine/reference.ts';
import { anyTable } from './any-table.ts';
import { type Asked, answer, sourceOf } from './table.ts';
import { CASES } from './text-tables.ts';

const engine = duckdbTextEngine(kernelEngine(), undefined);
const REFUSED = /DuckDB cuts some of its records otherwise than they are read here$/;

/** What DuckDB says of a text is what the reference engine says, or it is refused. */
async function isTrueOrRefused(table: Asked, piece?: number): Promise<'true' | 'refused'> {
  const expected = await answer(referenceEngine, sourceOf(table), table.question);
  const given = await answer(engine, sourceOf(table, piece), table.question);
  if (typeof given === 'string' && REFUSED.test(given)) return 'refused';
  expect(given).toEqual(expected);
  return 'true';
}

/** Those that DuckDB cuts in its own way. */
const ODD: readonly string[] = [
  'line feeds among returns',
  'returns among line feeds',
  'a line end on both sides of a border',
  'quoted fields that go on',
  'blank lines',
];

describe('DuckDB, asked of a text', () => {
  it.for(Object.entries(CASES))('tells what the reference engine tells of %s, or refuses', async ([name, table]) => {
    expect(await isTrueOrRefused(table)).toBe(ODD.includes(name) ? 'refused' : 'true');
  });

  it('reads a stream, which it keeps on disk', async () => {
    expect(await isTrueOrRefused(CASES['plain records'] as Asked, 7)).toBe('true');
  });

  it('never tells another figure of any table', async () => {
    let held = 0;
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        if ((await isTrueOrRefused(table)) === 'true') held++;
      }),
      { numRuns: Number(process.env.RUNS ?? 25), seed: Number(process.env.SEED ?? 2026) },
    );
    expect(held).toBeGreaterThan(5);
  });
});
