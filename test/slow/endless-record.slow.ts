import { expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { kernelEngine } from '../../src/engine/kernel/engine.ts';
import { referenceEngine } from '../../src/engine/reference.ts';
import { DEFAULT_NULLS } from '../../src/source/profile.ts';
import { MOST_RECORD_BYTES } from '../../src/source/record-too-long.ts';
import { type Asked, answer, sourceOf } from '../engine/table.ts';

const table: Asked = {
  files: [Buffer.from(`port,count\na,1\n\nb,${' '.repeat(MOST_RECORD_BYTES + 2 ** 21)}`)],
  delimiter: ',',
  width: 2,
  question: { keys: [{ column: 0 }], measures: [{ column: 1, nulls: DEFAULT_NULLS, scientific: false }] },
};

const ENGINES: Readonly<Record<string, Engine>> = {
  reference: referenceEngine,
  'one thread': kernelEngine({ threads: 1 }),
  'two threads': kernelEngine({ threads: 2, smallest: 0 }),
};

it.each(Object.entries(ENGINES))(
  'names the line of a record that does not end for longer than any would: %s',
  async (_, engine) => {
    const expected = '0.csv:4: the record that starts here is longer than 64 MB';
    expect(await answer(engine, sourceOf(table), table.question)).toBe(expected);
  },
);

it('names it in a stream', async () => {
  const expected = '0.csv:4: the record that starts here is longer than 64 MB';
  expect(await answer(kernelEngine(), sourceOf(table, 65536), table.question)).toBe(expected);
});
