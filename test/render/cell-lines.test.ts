import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellLines } from '../../src/render/cell-lines.ts';
import { textWidth } from '../../src/render/text-width.ts';

test.each([
  ['crystal methamphetamine', 15, ['crystal', 'methamphetamine']],
  ['data/samples/seizures.csv', 14, ['data/samples/', 'seizures.csv']],
  ['methamphetamine', 10, ['methamphet', 'amine']],
  ['น้ำมันเชื้อเพลิง', 4, ['น้ำมัน', 'เชื้อเ', 'พลิง']],
  ['', 5, ['']],
])('%s in %i columns', (text, width, lines) => {
  expect(cellLines(text, width)).toEqual(lines);
});

test('no line is too wide, and nothing is lost but blanks', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '/', '-', 'ที่', '東', '1') });
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 12 }), (whole, width) => {
      const lines = cellLines(whole, width);
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replace(/ /g, '')).toBe(whole.replace(/ /g, ''));
    }),
  );
});
