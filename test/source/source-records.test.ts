import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { openSource } from '../../src/source/open.ts';
import { publishedPlace } from '../../src/source/place.ts';
import { sourceRecords } from '../../src/source/source-records.ts';

async function records(paths: readonly string[]) {
  const source = await openSource(paths, {}, Readable.from([]));
  const all = [];
  for await (const batch of sourceRecords(source)) all.push(...batch);
  return { source, all };
}

test('records come without header and blank lines, ragged ones marked, with the line they start on', async () => {
  const { all } = await records(['fixtures/ragged.csv']);
  expect(all.filter(({ ragged }) => ragged === null).length).toBeGreaterThan(0);
  expect(new Set(all.map(({ ragged }) => ragged))).toEqual(new Set([null, 'too few fields', 'too many fields']));
});

test('of several files each header is left out, and places name the file', async () => {
  const { all } = await records(['fixtures/t-nat-n.csv', 'fixtures/t-nat-n-2.csv']);
  expect([...new Set(all.map(({ place }) => place.file))]).toEqual([0, 1]);
  expect(all.filter(({ place }) => place.line === 1)).toEqual([]);
});

test('of a table that was put right the line is that of the file as it lies', async () => {
  const { source, all } = await records(['fixtures/preamble.csv']);
  const [first] = all;
  expect(first?.place.line).toBe(2);
  expect(publishedPlace(source, first?.place ?? { file: 0, line: 0 }).line).toBeGreaterThan(2);
});
