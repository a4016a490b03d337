import { expect, test } from 'vitest';
import { kernelEngine } from '../../src/engine/kernel/engine.ts';
import { referenceEngine } from '../../src/engine/reference.ts';
import type { NumberStyle } from '../../src/source/number-style.ts';
import { answer, sourceOf } from './table.ts';

const CELLS = [
  '1.234,5',
  '1,234.5',
  '1 234',
  '56',
  '7 p',
  '[c]',
  ': b',
  '(12)',
  '5 %',
  '฿9',
  '๑๒',
  '0,5',
  '1.234',
  '-3',
  'x',
];

const STYLE: NumberStyle = { decimal: '.', group: ',', flags: true, percent: true, currency: '฿' };

/** Number of rejects, sum and flags. */
const asked = (style: NumberStyle) => ({
  files: [Buffer.from(`month;n\n${CELLS.map((cell) => `2024-01;${cell}`).join('\n')}\n`)],
  delimiter: ';',
  width: 2,
  question: { keys: [{ column: 0 }], measures: [{ column: 1, nulls: ['', ':'], scientific: false, style }] },
});

test.each([
  ['point', { sum: '1309.734', values: 9, rejected: 4, blanks: 2, flags: ['b', 'c', 'p'] }, STYLE],
  [
    'comma',
    { sum: '2543', values: 10, rejected: 3, blanks: 2, flags: ['b', 'c', 'p'] },
    { ...STYLE, decimal: ',', group: '.' },
  ],
] as const)('both engines read cells of a style with a decimal %s', async (_, expected, style) => {
  const table = asked(style);
  const reference = await answer(referenceEngine, sourceOf(table), table.question);
  expect(reference).toMatchObject({ tallies: [{ records: CELLS.length, measures: [expected] }] });
  expect(await answer(kernelEngine(), sourceOf(table), table.question)).toEqual(reference);
});
