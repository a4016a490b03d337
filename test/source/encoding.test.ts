import { describe, expect, test } from 'vitest';
import { EXIT, UserError } from '../../src/errors.ts';
import { decoderOf, utf8 } from '../../src/source/encoding.ts';

async function read(chunks: Iterable<Uint8Array>, encoding?: string, cut = false): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of utf8('posts.csv', chunks, encoding, cut)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

const failure = async (chunks: Iterable<Uint8Array>, encoding?: string): Promise<UserError> => {
  const error = await read(chunks, encoding).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
};

/** A text whose letters take one, two, three and four bytes. */
const TEXT = 'แม่สาย,é,7\n🚤,ß\n';

describe('UTF-8', () => {
  test('sequences survive a cut at every position', async () => {
    const bytes = Buffer.from(TEXT);
    for (let at = 0; at <= bytes.length; at++) {
      expect(await read([bytes.subarray(0, at), bytes.subarray(at)])).toBe(TEXT);
    }
  });

  test('sequences survive when every byte comes alone', async () => {
    expect(await read(Array.from(Buffer.from(TEXT), (byte) => Buffer.of(byte)))).toBe(TEXT);
  });

  test('a bad byte is named with its line, wherever the chunks are cut', async () => {
    const bytes = Buffer.concat([Buffer.from('port\nแม่สาย\nCaf'), Buffer.of(0xe9), Buffer.from(',5\nโขง\n')]);
    for (let at = 0; at <= bytes.length; at++) {
      const { message, exitCode } = await failure([bytes.subarray(0, at), bytes.subarray(at)]);
      expect(message, `cut at ${at}`).toBe('posts.csv:3: is not UTF-8 (byte 0xE9)');
      expect(exitCode).toBe(EXIT.input);
    }
  });

  test('a bad byte in front of a line end is on the line that it ends', async () => {
    const bytes = Buffer.concat([Buffer.from('port\nCaf'), Buffer.of(0xe9), Buffer.from('\nThoeng\n')]);
    expect((await failure([bytes])).message).toBe('posts.csv:2: is not UTF-8 (byte 0xE9)');
  });

  test('a text that ends inside a letter is refused, unless it is only the beginning of one', async () => {
    const bytes = Buffer.from('port\nแม่').subarray(0, -1);
    expect((await failure([bytes])).message).toBe('posts.csv:2: is not UTF-8 (byte 0xE0)');
    expect(await read([bytes], undefined, true)).toBe('port\nแม');
  });

  test('surrogates, overlong forms and bytes that never occur are refused', async () => {
    for (const bytes of [[0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xff], [0xf5, 0x80, 0x80, 0x80], [0x80]]) {
      expect((await failure([Buffer.from(bytes)])).message).toContain('posts.csv:1: is not UTF-8');
    }
  });

  test('the hint names the encodings to try', async () => {
    expect((await failure([Buffer.of(0xa1)])).hint).toContain('--encoding windows-874');
  });
});

describe('named encodings', () => {
  const thai = Buffer.of(0xe1, 0xc1, 0xe8, 0xca, 0xd2, 0xc2);

  test.each(['windows-874', 'cp874', 'CP874', 'tis-620'])('%s reads Thai letters', async (encoding) => {
    expect(await read([thai], encoding)).toBe('แม่สาย');
  });

  test('UTF-16 survives a cut inside a letter, and its mark is dropped', async () => {
    const bytes = Buffer.from('\uFEFFแม่,1\n', 'utf16le');
    for (let at = 0; at <= bytes.length; at++) {
      expect(await read([bytes.subarray(0, at), bytes.subarray(at)], 'utf-16le')).toBe('แม่,1\n');
    }
  });

  test('bytes that are no text in the encoding are refused', async () => {
    const { message, exitCode } = await failure([Buffer.of(0x41, 0x00, 0x42)], 'utf-16le');
    expect(message).toBe('posts.csv: is not valid utf-16le');
    expect(exitCode).toBe(EXIT.input);
  });

  test('an unknown encoding is a mistake of the command line', () => {
    expect(() => decoderOf('utf-9')).toThrow('--encoding utf-9 is not an encoding known here');
  });
});

describe('single-byte encodings that platforms decode loosely', () => {
  test('windows-1252 has quotes, dashes and the euro where ISO 8859-1 has controls', async () => {
    const bytes = Buffer.of(0x43, 0xf4, 0x74, 0x65, 0x20, 0x64, 0x92, 0x49, 0x20, 0x96, 0x20, 0x80, 0x35);
    expect(await read([bytes], 'windows-1252')).toBe('Côte d’I – €5');
    expect(await read([bytes], 'cp1252')).toBe('Côte d’I – €5');
    expect(await read([bytes], 'latin-1')).toBe('Côte d’I – €5');
  });

  test('windows-874 has no letter for some bytes, which are refused', async () => {
    for (const byte of [0x81, 0xdb, 0xff]) {
      expect((await failure([Buffer.of(0xa1, byte)], 'cp874')).message).toBe('posts.csv: is not valid windows-874');
    }
    expect(await read([Buffer.of(0x80, 0x96, 0xa0, 0xdf, 0xfb)], 'cp874')).toBe('€–\u00A0฿๛');
  });
});
