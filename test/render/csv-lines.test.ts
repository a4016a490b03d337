import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLines } from '../../src/render/csv-lines.ts';

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(',', ';', '\t', '"', "'", '\n', '\r', ' ', 'a', '1', 'ก', '\uFEFF') }),
  fc.string({ unit: 'binary' }),
);

test('every row is as csv-stringify writes it, joined or not', () => {
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 4 });
  fc.assert(
    fc.property(rows, fc.constantFrom(',', '\t'), (cells, delimiter) => {
      expect(csvLines(delimiter)(cells)).toBe(stringify(cells, { delimiter, quoted_match: /^'|\r/ }));
    }),
    { numRuns: 1000 },
  );
});
