import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainRecords } from '../../src/source/plain-records.ts';
import { recordBatches } from '../../src/source/records.ts';

const pieces = fc.constantFrom(',', ';', '\n', '\r\n', '\r', ' ', 'a', '1.5', 'ด่าน', '\uFEFF', '\u00A0', "'", '#');

test('the beginning of a table without quotes is cut as the parser cuts it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 40 }), fc.constantFrom(',', ';'), async (parts, delimiter) => {
      // The parser looks ahead, and gives a record when it has seen what follows.
      const bytes = Buffer.from(`${parts.join('')}\n${'z'.repeat(64)}`);
      const parsed = [];
      for await (const batch of recordBatches('posts.csv', [bytes], { delimiter }, true)) parsed.push(...batch);
      expect(plainRecords(bytes, { delimiter })).toEqual(parsed);
    }),
    { numRuns: 2000 },
  );
});

test('a quote is left to the parser', () => {
  expect(plainRecords(Buffer.from('a,b\n1,"2"\n'), { delimiter: ',' })).toBeNull();
});
