import { expect, test } from 'vitest';
import { openSource } from '../../src/source/open.ts';

const NOTHING = (async function* () {})();

test('what was set aside is known while the file is read a second time', async () => {
  const { files, readings } = await openSource(['fixtures/preamble.csv'], {}, NOTHING);
  const [file, reading] = [files[0], readings[0]];
  if (!file || !reading) throw new Error('one file is opened');
  for await (const _ of file.bytes());
  const [aside, line] = [reading.setAside(), file.lineOf?.(2)];
  expect(aside.length).toBeGreaterThan(0);
  expect(line).toBeGreaterThan(2);
  for await (const _ of file.bytes()) expect([reading.setAside(), file.lineOf?.(2)]).toEqual([aside, line]);
  expect(reading.setAside()).toEqual(aside);
});
