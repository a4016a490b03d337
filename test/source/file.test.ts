import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openFile } from '../../src/source/file.ts';
import { openSource } from '../../src/source/open.ts';

const line = '2024-01,เชียงแสน,5\n';
const text = Buffer.from(`month,place,n\n${line.repeat(40_000)}`);

/** The bytes as a pipe may give them, in pieces of any size. */
const piped = (size: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.subarray(i * size, (i + 1) * size)),
  );

test('the head is the same from a file and from a pipe, whatever its pieces', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'border-stats-'));
  const path = join(folder, 'crossings.csv');
  writeFileSync(path, text);
  const { head, whole } = await openFile(path, Readable.from([]));
  rmSync(folder, { recursive: true });
  expect(whole).toBe(false);
  for (const size of [1000, 65_536, 700_001]) {
    const fromPipe = await openFile('-', piped(size));
    expect(fromPipe.whole).toBe(false);
    expect(Buffer.compare(fromPipe.head, head), `pieces of ${size}`).toBe(0);
  }
});

test('a pipe whose head was looked at still gives all its bytes', async () => {
  const { file } = await openFile('-', piped(1000));
  let length = 0;
  for await (const chunk of file.bytes()) length += chunk.length;
  expect(length).toBe(text.length);
});

test('a pipe is read again where it was opened for that, packed or not', async () => {
  for (const bytes of [text, gzipSync(text)]) {
    const { file } = await openFile('-', Readable.from([bytes]), { again: true });
    for (let time = 0; time < 2; time++) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of file.bytes()) chunks.push(chunk);
      expect(Buffer.compare(Buffer.concat(chunks), text)).toBe(0);
    }
  }
});

test('what is kept of a pipe has no name that another could read it by', async () => {
  await openFile('-', piped(1000), { again: true });
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`border-stats-${process.pid}-`))).toEqual([]);
});

test('a first record without an end is not taken for no records', async () => {
  const endless = Readable.from([Buffer.from(`month,shape,n\n2024-01,"${'1 2,'.repeat(100_000)}`)]);
  await expect(openSource(['-'], {}, endless)).rejects.toThrow('<stdin>: the first record has no end within 256 KB');
});
