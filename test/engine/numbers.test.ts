import { expect, it } from 'vitest';
import { kernelEngine } from '../../src/engine/kernel/engine.ts';
import { referenceEngine } from '../../src/engine/reference.ts';
import { answer, sourceOf } from './table.ts';

const CELLS = [
  '0,125',
  '-0,125',
  '00,125',
  '0,125.5',
  '000,125,000',
  '1,250',
  '-10,125.5',
  '0125',
  ' x ',
  'x',
  '"  x"',
];

it('reads the same cells as numbers and as null tokens as the reference engine', async () => {
  for (const nulls of [[''], [' x '], ['x']]) {
    const question = { keys: [], measures: [{ column: 0, nulls, scientific: false }] };
    const text = `count\n${CELLS.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join('\n')}\n`;
    const source = sourceOf({ files: [Buffer.from(text)], delimiter: ',', width: 1, question });
    const expected = await answer(referenceEngine, source, question);
    expect(await answer(kernelEngine(), source, question)).toEqual(expected);
  }
});
