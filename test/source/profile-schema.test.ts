import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { BUILTIN_PROFILES } from '../../src/source/builtin-profiles.ts';
import { profileFrom as profileOf } from '../../src/source/profile-schema.ts';

const profileFrom = (value: unknown, name: string) => profileOf({ value, placeOf: () => name });

const FOLDER = new URL('../../data/profiles/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

describe('the profiles that ship with the program', () => {
  test.each(files)('%s is valid, named after its file, and built in', (name) => {
    const raw: unknown = parse(readFileSync(new URL(name, FOLDER), 'utf8'));
    expect(profileFrom(raw, name).name).toBe(name.replace('.yaml', ''));
    expect(BUILTIN_PROFILES).toContainEqual(raw);
  });

  test('no other is built in', () => {
    expect(BUILTIN_PROFILES).toHaveLength(files.length);
  });

  test.each(files)('%s names only columns of its header', (name) => {
    const profile = profileFrom(parse(readFileSync(new URL(name, FOLDER), 'utf8')), name);
    const { period, measures, dimensions, separate, labels, flag, renamed, totals, wide, seizures } = profile;
    const header = [...profile.header, null, ...(wide ? [wide.column, ...Object.keys(wide.measures)] : [])];
    const named = [
      ...period.columns,
      ...measures.map(({ column }) => column),
      ...(dimensions ?? []),
      ...separate,
      ...[labels.name, labels.unit, flag, seizures?.item].filter((column) => column !== undefined),
      ...Object.keys(renamed),
      ...Object.keys(totals),
    ];
    expect(named.filter((column) => !header.includes(column))).toEqual([]);
  });

  test.each(files)('%s shows only measures that it has', (name) => {
    const profile = profileFrom(parse(readFileSync(new URL(name, FOLDER), 'utf8')), name);
    expect(profile.measures.map((measure) => measure.name)).toEqual(expect.arrayContaining([...profile.shown]));
  });
});

const POSTS = {
  name: 'posts',
  title: 'Posts',
  header: ['month', 'n'],
  period: { columns: { month: 'text' } },
  measures: { n: { unit: 'crossings', kind: 'count' } },
};

test('what a profile leaves out has a default', () => {
  expect(profileFrom(POSTS, 'posts.yaml')).toMatchObject({
    measures: [{ column: 'n', name: 'n', unit: 'crossings', kind: 'count' }],
    shown: ['n'],
    dimensions: null,
    separate: [],
    openEnd: false,
    nulls: ['', '-', '–', '..', ':', 'N/A', 'n/a'],
    renamed: {},
    caveats: [],
  });
});

test('a fiscal year is written with the name of its first month', () => {
  const period = { columns: { month: 'text' }, fiscal: { start: 'apr', named_by: 'start' } };
  expect(profileFrom({ ...POSTS, period }, 'posts.yaml').period.fiscal).toEqual({ startMonth: 4, namedBy: 'start' });
});

describe('a bad profile is refused with the file and the key', () => {
  const message = (raw: unknown) => {
    try {
      profileFrom(raw, 'posts.yaml');
    } catch (error) {
      return (error as Error).message;
    }
    return null;
  };

  test.each([
    ['period.every', { ...POSTS, period: { columns: { month: 'text' }, every: 'fortnight' } }],
    ['period.columns.month', { ...POSTS, period: { columns: { month: 'moon' } } }],
    ['period.columns', { ...POSTS, period: { columns: { month: 'month' } } }],
    ['period.columns', { ...POSTS, period: { columns: {} } }],
    ['period.columns', { ...POSTS, period: { columns: { month: 'text', day: 'text' } } }],
    ['measures.n.kind', { ...POSTS, measures: { n: { unit: 'crossings', kind: 'number' } } }],
    ['measures.n.unit', { ...POSTS, measures: { n: { unit: '', kind: 'count' } } }],
    ['title', { ...POSTS, title: undefined }],
    ['header', { ...POSTS, header: 'month' }],
    ['header.1', { ...POSTS, header: ['month', 5] }],
    ['colour', { ...POSTS, colour: 'red' }],
    ['shown', { ...POSTS, shown: ['m'] }],
    ['seizures', { ...POSTS, seizures: { item: 'month', quantity: 'n', cases: 'm' } }],
    ['seizures.cases', { ...POSTS, seizures: { item: 'month', quantity: 'n' } }],
  ])('%s', (key, raw) => {
    expect(message(raw)).toMatch(new RegExp(`^posts\\.yaml: ${key}: [a-z]`));
  });

  test('something that is no mapping at all', () => {
    expect(message('posts')).toMatch(/^posts\.yaml: [a-z]/);
    expect(message(null)).toMatch(/^posts\.yaml: [a-z]/);
  });
});
