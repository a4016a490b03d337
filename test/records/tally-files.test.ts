import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question, TallyResult } from '../../src/engine/engine.ts';
import { referenceEngine } from '../../src/engine/reference.ts';
import { plainText } from '../../src/math/exact.ts';
import { type RepeatPolicies, tallyFiles } from '../../src/records/tally-files.ts';
import { DEFAULT_NULLS, type Profile } from '../../src/source/profile.ts';
import type { Source } from '../../src/source/source.ts';
import { POSTS_PROFILE } from '../posts-profile.ts';

type Row = readonly [month: string, place: string, n: number];

const PROFILE: Profile = {
  ...POSTS_PROFILE,
  measures: [{ column: 'n', name: 'n', unit: 'n', kind: 'count', scientific: false }],
  shown: ['n'],
  dimensions: ['place'],
};

const BY_PLACE: Question = {
  keys: [{ column: 0 }, { column: 1 }],
  measures: [{ column: 2, nulls: DEFAULT_NULLS, scientific: false }],
};

function source(files: readonly (readonly Row[])[]): Source {
  const bytes = async function* (rows: readonly Row[]) {
    yield Buffer.from(`month,place,n\n${rows.map((row) => `${row.join(',')}\n`).join('')}`);
  };
  return {
    files: files.map((rows, i) => ({ name: `posts-${i}.csv`, path: null, bytes: () => bytes(rows) })),
    dialect: { delimiter: ',' },
    header: ['month', 'place', 'n'],
    profile: PROFILE,
    notes: [],
  };
}

const sums = ({ tallies }: TallyResult) =>
  tallies.map(({ key, records, measures }) => [...key, records, plainText(measures[0]?.sum ?? 0)].join(' ')).sort();

const read = async (files: readonly (readonly Row[])[], policies: RepeatPolicies = {}, question = BY_PLACE) =>
  tallyFiles(referenceEngine, source(files), question, [0], policies);

const expected = async (rows: readonly Row[]) => sums(await referenceEngine.tally(source([rows]), BY_PLACE));

const row = fc.tuple(
  fc.constantFrom('2024-01', '2024-02', '2024-03', '2024-04'),
  fc.constantFrom('Mae Sai', 'Thoeng', 'Wiang Kaen'),
  fc.integer({ min: 0, max: 3 }),
);
const keyOf = ([month, place]: Row) => `${month} ${place}`;
/** Records with a key of their own, each with the file it is put into. */
const keyed = fc.uniqueArray(fc.tuple(row, fc.nat(2)), { selector: ([one]) => keyOf(one), minLength: 1 });
const tables = fc.tuple(
  fc.uniqueArray(row, { selector: keyOf, minLength: 1 }),
  fc.uniqueArray(row, { selector: keyOf, minLength: 1 }),
);

describe('several files', () => {
  it('are one table where no key stands in two, however the records lie', async () => {
    await fc.assert(
      fc.asyncProperty(keyed, async (placed) => {
        const files = [0, 1, 2].map((file) => placed.filter(([, at]) => at === file).map(([one]) => one));
        const { result, notes } = await read(files);
        expect(sums(result)).toEqual(await expected(placed.map(([one]) => one)));
        expect(notes).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('give each key once, from the last or the first file that has it', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ([older, newer]) => {
        const not = (rows: readonly Row[], others: readonly Row[]) =>
          rows.filter((one) => !others.some((other) => keyOf(other) === keyOf(one)));
        const newest = await read([older, newer], { onOverlap: 'newest' });
        expect(sums(newest.result)).toEqual(await expected([...not(older, newer), ...newer]));
        const first = await read([older, newer], { onOverlap: 'first' });
        expect(sums(first.result)).toEqual(await expected([...older, ...not(newer, older)]));
        const sum = await read([older, newer], { onOverlap: 'sum' });
        expect(sums(sum.result)).toEqual(await expected([...older, ...newer]));
        if (not(newer, older).length < newer.length)
          await expect(read([older, newer])).rejects.toThrow('counted twice');
      }),
      { numRuns: 50 },
    );
  });

  it('count each distinct record once where that is asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1 }), fc.array(row, { minLength: 1 }), async (one, other) => {
        const { result } = await read([one, other], { identical: 'drop', onOverlap: 'sum' });
        const distinct = new Map([...one, ...other].map((fields) => [fields.join(), fields]));
        expect(sums(result)).toEqual(await expected([...distinct.values()]));
      }),
      { numRuns: 50 },
    );
  });

  it('are told apart by a column past the last', async () => {
    const one: Row[] = [['2024-01', 'Mae Sai', 3]];
    const keys = [...BY_PLACE.keys.slice(0, 1), { column: 3 }];
    const { result } = await read([one, one], {}, { ...BY_PLACE, keys });
    expect(sums(result)).toEqual(['2024-01 posts-0.csv 1 3', '2024-01 posts-1.csv 1 3']);
  });
});

describe('events', () => {
  const event = (month: string, n: number): Row => [month, 'Mae Sai', n];
  const first = [event('2024-01', 1), event('2024-01', 2), event('2024-01', 2)];

  it('may share a period over two files', async () => {
    const { result } = await read([first, [event('2024-01', 3)]]);
    expect(sums(result)).toEqual(['2024-01 Mae Sai 4 8']);
  });

  it('are refused where the same one stands in both', async () => {
    await expect(read([first, [event('2024-01', 2)]])).rejects.toThrow(
      '1 record stands in more than one file, such as 2024-01, Mae Sai, 2 at posts-0.csv:3 and posts-1.csv:2',
    );
  });
});
