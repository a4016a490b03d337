import { expect, it } from 'vitest';
import { kernelEngine } from '../../src/engine/kernel/engine.ts';
import { referenceEngine } from '../../src/engine/reference.ts';
import { type Asked, answer, sourceOf } from './table.ts';

const RECORDS = 20_000;

/** Long enough that every thread gets a share; with newlines in quotes, odd cells and ragged records. */
function longTable(): Asked {
  const cells = ['1', '-2.50', '"3,137"', ' 4', '5e-3', '0.30000000000000004', 'x', '', '123456789012345678901'];
  const lines = ['port,place,count'];
  for (let i = 0; i < RECORDS; i++) {
    const place = i % 7 === 0 ? `"at\nthe ""river"", ${i % 11}"` : `แม่สอด ${i % 13}`;
    lines.push(`port ${(i * 7919) % 101},${place},${cells[(i * 31) % cells.length]}${i % 997 === 0 ? ',late' : ''}`);
  }
  return {
    files: [Buffer.from(lines.join('\r\n'))],
    delimiter: ',',
    width: 3,
    question: {
      keys: [{ column: 1 }, { column: 0, length: 6 }],
      measures: [{ column: 2, nulls: ['', 'x'], scientific: false }],
    },
  };
}

it('gives the same tallies for any number of threads and any size of block', async () => {
  const table = longTable();
  const source = sourceOf(table);
  const expected = await answer(referenceEngine, source, table.question);
  for (const [threads, block] of [
    [1, 65536],
    [2, 4096],
    [3, 16384],
    [4, 1024],
  ]) {
    const engine = kernelEngine({ threads, block, smallest: 0 });
    expect(await answer(engine, source, table.question), `${threads} threads`).toEqual(expected);
  }
}, 60_000);
