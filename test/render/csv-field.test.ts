import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvField } from '../../src/render/csv-field.ts';

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(',', ';', '\t', '"', "'", '\n', '\r', ' ', 'a', '1', 'ก', '\uFEFF') }),
  fc.string({ unit: 'binary' }),
);

test('every field is as csv-stringify writes it, whether it has been met before or not', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), fc.constantFrom(',', '\t'), (row, delimiter) => {
      const field = csvField(delimiter, (text) => text);
      const line = `${row.map(field).join(delimiter)}\n`;
      expect(line).toBe(stringify([row], { delimiter, quoted_match: /^'|\r/ }));
      expect(`${row.map(field).join(delimiter)}\n`).toBe(line);
    }),
    { numRuns: 1000 },
  );
});
