import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question, TallyResult } from '../../src/engine/engine.ts';
import { referenceEngine } from '../../src/engine/reference.ts';
import { plainText } from '../../src/math/exact.ts';
import { DEFAULT_NULLS } from '../../src/source/profile.ts';
import type { Source } from '../../src/source/source.ts';
import { POSTS_PROFILE } from '../posts-profile.ts';

const source = (header: string, ...texts: readonly string[]): Source => ({
  files: texts.map((text, i) => ({ name: `posts-${i}.csv`, path: null, bytes: () => bytesOf(text) })),
  dialect: { delimiter: ',' },
  header: header.split(','),
  profile: POSTS_PROFILE,
  notes: [],
});

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** By month, the sum of n. */
const BY_MONTH: Question = {
  keys: [{ column: 0 }],
  measures: [{ column: 1, nulls: DEFAULT_NULLS, scientific: false }],
};

const tally = (lines: string, question = BY_MONTH) =>
  referenceEngine.tally(source('month,n', `month,n\n${lines}`), question);

/** Each tally as its key, its number of records and the sum of its first measure. */
const sums = ({ tallies }: TallyResult) =>
  tallies.map(({ key, records, measures }) => [...key, records, plainText(measures[0]?.sum ?? 0)]);

describe('tallies', () => {
  test('there is one per distinct raw key, in the order of their first records', async () => {
    const result = await tally('2024-02,5\n2024-01,7\n2024-02,1\n');
    expect(sums(result)).toEqual([
      ['2024-02', 2, '6'],
      ['2024-01', 1, '7'],
    ]);
    expect(result.tallies.map(({ first }) => first)).toEqual([
      { file: 0, line: 2 },
      { file: 0, line: 3 },
    ]);
    expect(result.records).toBe(3);
  });

  test('keys are raw: blanks and case tell them apart', async () => {
    const { tallies } = await tally('Jan,1\njan,1\n Jan,1\n');
    expect(tallies.map(({ key }) => key[0])).toEqual(['Jan', 'jan', ' Jan']);
  });

  test('keys of several columns are never run together', async () => {
    const keys = [{ column: 0 }, { column: 1 }];
    const { tallies } = await tally('a,"b,c"\n"a,b",c\n', { keys, measures: [] });
    expect(tallies.map(({ key }) => key)).toEqual([
      ['a', 'b,c'],
      ['a,b', 'c'],
    ]);
  });

  test('a key may be the beginning of a cell', async () => {
    const result = await tally('2024-02-01,5\n2024-02-28,7\n2024,1\n', {
      ...BY_MONTH,
      keys: [{ column: 0, length: 7 }],
    });
    expect(sums(result)).toEqual([
      ['2024-02', 2, '12'],
      ['2024', 1, '1'],
    ]);
  });

  test('a question without keys has one tally', async () => {
    expect(sums(await tally('2024-01,5\n2024-02,7\n', { ...BY_MONTH, keys: [] }))).toEqual([[2, '12']]);
  });

  test('the smallest and the largest value are kept beside the sum', async () => {
    const { tallies } = await tally('2024-01,5\n2024-01,-2.5\n2024-01,"1,000"\n');
    const [measured] = tallies[0]?.measures ?? [];
    expect([measured?.min, measured?.max, measured?.sum].map((x) => plainText(x ?? 0))).toEqual([
      '-2.5',
      '1000',
      '1002.5',
    ]);
  });

  test('several measures are tallied side by side', async () => {
    const measures = [1, 2].map((column) => ({ column, nulls: DEFAULT_NULLS, scientific: false }));
    const result = await referenceEngine.tally(source('month,cases,tablets', 'month,cases,tablets\n2024-01,2,1000\n'), {
      keys: [{ column: 0 }],
      measures,
    });
    expect(result.tallies[0]?.measures.map(({ sum }) => sum)).toEqual([2, 1000]);
  });
});

describe('cells', () => {
  test('null tokens are blanks, after trimming, and not zero', async () => {
    const { tallies, rejects } = await tally('2024-01,..\n2024-01, \n2024-01,n/a\n2024-01,0\n');
    expect(tallies[0]?.measures).toEqual([{ values: 1, blanks: 3, rejected: 0, sum: 0, min: 0, max: 0 }]);
    expect(rejects).toEqual([]);
  });

  test('"1,234" is 1234, and a cell that is no number is a counted reject with its line', async () => {
    const result = await tally('2024-01,"1,234"\n2024-01,many\n2024-01,5\n');
    expect(sums(result)).toEqual([['2024-01', 3, '1239']]);
    expect(result.tallies[0]?.measures[0]?.rejected).toBe(1);
    expect(result.rejects).toEqual([
      { column: 1, reason: 'not a number', count: 1, examples: [{ file: 0, line: 3, text: 'many' }] },
    ]);
  });

  test('the first five rejects of a kind are kept, all are counted', async () => {
    const { rejects } = await tally('2024-01,x\n'.repeat(8));
    expect(rejects[0]?.count).toBe(8);
    expect(rejects[0]?.examples.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
  });

  test('a key without any value has no smallest and no largest one', async () => {
    const { tallies } = await tally('2024-01,\n');
    expect(tallies[0]?.measures).toEqual([{ values: 0, blanks: 1, rejected: 0, sum: 0, min: null, max: null }]);
  });

  test('"NA" is a value of a key like any other', async () => {
    expect((await tally('NA,5\n')).tallies[0]?.key).toEqual(['NA']);
  });

  test('sums are exact beyond what a double holds', async () => {
    expect(sums(await tally('2024-01,9007199254740993\n2024-01,0.1\n2024-01,0.2\n'))).toEqual([
      ['2024-01', 3, '9007199254740993.3'],
    ]);
  });
});

describe('records', () => {
  test('too few or too many fields reject the record, with its line and text', async () => {
    const result = await tally('2024-01\n2024-01,5,extra\n2024-01,7\n');
    expect(sums(result)).toEqual([['2024-01', 1, '7']]);
    expect(result.records).toBe(3);
    expect(result.rejects).toEqual([
      { column: null, reason: 'too few fields', count: 1, examples: [{ file: 0, line: 2, text: '2024-01' }] },
      { column: null, reason: 'too many fields', count: 1, examples: [{ file: 0, line: 3, text: '2024-01,5,extra' }] },
    ]);
  });

  test('delimiters at the end of a line are allowed', async () => {
    expect(sums(await tally('2024-01,5,\n2024-01,7,,\n'))).toEqual([['2024-01', 2, '12']]);
  });

  test('lines of blanks or of delimiters are no records', async () => {
    const result = await tally('\n  \n,\n2024-01,5\n , \n');
    expect([result.records, result.rejects]).toEqual([1, []]);
    expect(result.tallies[0]?.first.line).toBe(5);
  });

  test('quoted line ends, CRLF and a byte order mark change nothing but the lines', async () => {
    const text = '\uFEFFmonth,n\r\n"2024\r\n01",5\r\n2024-02,x\r\n';
    const result = await referenceEngine.tally(source('month,n', text), BY_MONTH);
    expect(result.tallies.map(({ key, first }) => [key[0], first.line])).toEqual([
      ['2024\r\n01', 2],
      ['2024-02', 4],
    ]);
    expect(result.rejects[0]?.examples[0]?.line).toBe(4);
  });

  test('a header without records has no tallies', async () => {
    expect(await tally('')).toEqual({ tallies: [], records: 0, rejects: [] });
  });
});

describe('files', () => {
  test('several are one source, each with its header and its lines', async () => {
    const files = source('month,n', 'month,n\n2024-01,5\n', 'month,n\n2024-01,7\n2024-02,x\n');
    const result = await referenceEngine.tally(files, BY_MONTH);
    expect(sums(result)).toEqual([
      ['2024-01', 2, '12'],
      ['2024-02', 1, '0'],
    ]);
    expect(result.rejects[0]?.examples).toEqual([{ file: 1, line: 3, text: 'x' }]);
  });

  test('blank lines before the header do not make it a record', async () => {
    const result = await referenceEngine.tally(source('month,n', ',\n  \nmonth,n\n2024-01,5\n'), BY_MONTH);
    expect(sums(result)).toEqual([['2024-01', 1, '5']]);
    expect([result.records, result.rejects]).toEqual([1, []]);
  });
});

test('the order of the records changes no figure', async () => {
  const cell = fc.oneof(fc.integer({ min: -1000, max: 1000 }).map(String), fc.constantFrom('0.1', '1e9', '', '7.25'));
  const record = fc.tuple(fc.constantFrom('2024-01', '2024-02'), cell).map((fields) => fields.join(','));
  const figures = async (lines: readonly string[]) => {
    const { tallies, rejects } = await tally(lines.map((line) => `${line}\n`).join(''));
    const texts = tallies.map(({ key, records, measures }) => [
      key[0],
      records,
      ...measures.flatMap(({ values, blanks, rejected, sum, min, max }) => [
        values,
        blanks,
        rejected,
        ...[sum, min, max].map((x) => (x === null ? null : plainText(x))),
      ]),
    ]);
    return [texts.sort(), rejects.map(({ count }) => count)];
  };
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 12 }), async (lines) => {
      expect(await figures(lines.toReversed())).toEqual(await figures(lines));
    }),
    { numRuns: 40 },
  );
});
