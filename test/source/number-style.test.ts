import { expect, it } from 'vitest';
import { cellReader } from '../../src/source/cell.ts';
import { numberStyle } from '../../src/source/number-style.ts';

it('takes letters in brackets for a flag where no number of the column has one', () => {
  const { style } = numberStyle(['[c]', '5', '1,200'], true);
  expect(style?.flags).toBe(true);
  const read = cellReader({ nulls: [], scientific: false, ...(style && { style }) });
  expect(['[c]', '5', '1,200'].map(read)).toEqual([
    { value: null, flag: 'c' },
    { value: 5, flag: null },
    { value: 1200, flag: null },
  ]);
});

it('leaves a column of plain numbers plain', () => {
  expect(numberStyle(['5', '1,200', 'x'], true).style).toBeNull();
});
