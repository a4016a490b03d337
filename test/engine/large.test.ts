import { expect, it } from 'vitest';
import { kernelEngine } from '../../src/engine/kernel/engine.ts';
import { referenceEngine } from '../../src/engine/reference.ts';
import { DEFAULT_NULLS } from '../../src/source/profile.ts';
import { type Asked, answer, sourceOf } from './table.ts';

const asked = (text: string, width = 2): Asked => ({
  files: [Buffer.from(text)],
  delimiter: ',',
  width,
  question: {
    keys: [{ column: 0 }],
    measures: [{ column: width - 1, nulls: DEFAULT_NULLS, scientific: false }],
  },
});

/** The answers of one thread, of two, and for a stream. */
async function answers(table: Asked): Promise<unknown[]> {
  const shared = kernelEngine({ threads: 2, smallest: 0 });
  return [
    await answer(kernelEngine({ threads: 1 }), sourceOf(table), table.question),
    await answer(shared, sourceOf(table), table.question),
    await answer(kernelEngine(), sourceOf(table, 65536), table.question),
  ];
}

it('reads three hundred columns', async () => {
  const line = (i: number) =>
    Array.from({ length: 300 }, (_, column) => (column === 0 ? `port ${i % 3}` : `${i}`)).join();
  const table = asked(Array.from({ length: 1000 }, (_, i) => line(i)).join('\n'), 300);
  const expected = await answer(referenceEngine, sourceOf(table), table.question);
  for (const given of await answers(table)) expect(given).toEqual(expected);
});

it('reads a cell of a megabyte, as a key and as no number', async () => {
  const cell = 'แม่น้ำ, "โขง"\n'.repeat(25_000);
  const quoted = `"${cell.replaceAll('"', '""')}"`;
  const table = asked(`port,count\na,1\n${quoted},2\nb,${quoted}\n${quoted},3\nb,4\n`);
  const expected = await answer(referenceEngine, sourceOf(table), table.question);
  for (const given of await answers(table)) expect(given).toEqual(expected);
});

it('reads a long cell with quotes that is asked for several times, as keys and as a measure', async () => {
  const quoted = `"${'ab""'.repeat(200_000)}"`;
  const table = asked(`port,count\na,1\n${quoted},2\nb,${quoted}\n${quoted},3\nb,4\n`);
  const keys = [{ column: 0 }, { column: 1 }, { column: 0, length: 500_000 }, { column: 1 }, { column: 0 }];
  const question = { ...table.question, keys };
  const expected = await answer(referenceEngine, sourceOf(table), question);
  for (const given of await answers({ ...table, question })) expect(given).toEqual(expected);
});

it('names the line of a quote that is never closed, ten megabytes before the end', async () => {
  const table = asked(`port,count\na,1\n\n"b\n${'"",\n'.repeat(2_500_000)}`);
  for (const given of await answers(table)) {
    expect(given).toBe('0.csv:4: a quote in the record that starts here is never closed');
  }
});

it('names the line of a record that is too long for the memory there is', async () => {
  const table = asked(`port,count\na,1\nb,${' '.repeat(12 * 2 ** 20)}\nc,1\n`);
  const engine = kernelEngine({ threads: 1, memory: 16 * 2 ** 20 });
  const expected = '0.csv:3: the record that starts here is too long for 16 MB of memory';
  expect(await answer(engine, sourceOf(table), table.question)).toBe(expected);
});

it('names the column with too many values for the memory there is', async () => {
  const lines = Array.from({ length: 60_000 }, (_, i) => `port number ${i},${i % 10}`);
  const table = asked(`port,count\n${lines.join('\n')}\n`);
  const question = { ...table.question, keys: [{ column: 1 }, { column: 0 }] };
  for (const threads of [1, 2]) {
    const engine = kernelEngine({ threads, smallest: 0, memory: 16 * 2 ** 20 });
    expect(await answer(engine, sourceOf(table), question)).toMatch(
      /^column column 0 has too many distinct values for 16 MB/,
    );
  }
});

it('names the column of a few values that are too long for the memory there is', async () => {
  const lines = Array.from({ length: 300 }, (_, i) => `port ${i} ${'x'.repeat(50_000)},1`);
  const table = asked(`port,count\n${lines.join('\n')}\n`);
  const engine = kernelEngine({ threads: 1, memory: 16 * 2 ** 20 });
  expect(await answer(engine, sourceOf(table), table.question)).toMatch(
    /^column column 0 has too many distinct values/,
  );
});
