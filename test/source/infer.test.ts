import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { type Hints, inferProfile } from '../../src/source/infer.ts';

/** A table as text: the header and records, with commas and line ends only. */
function infer(table: string, hints: Hints = {}) {
  const [header = [], ...sample] = table.split('\n').map((line) => line.split(','));
  return inferProfile('posts.csv', header, sample, hints);
}

function refusal(table: string, hints: Hints = {}): { message: string; hint: string | undefined } {
  try {
    infer(table, hints);
  } catch (error) {
    if (error instanceof UserError) return { message: error.message, hint: error.hint };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the period', () => {
  test('is the one column of dates', () => {
    const { profile, notes } = infer('month,checkpoint,crossings\n2024-01,Mae Sai,5\n2024-02,Thoeng,7');
    expect(profile.period).toMatchObject({ columns: ['month'], roles: ['text'] });
    expect(profile.dimensions).toEqual(['checkpoint']);
    expect(notes).toEqual([
      'no profile knows this export: month tells the period; crossings is taken as a count, summed',
    ]);
  });

  test('is a year and a month where they stand apart', () => {
    expect(infer('fiscal_year,month,n\n2024,OCT,5\n2024,NOV,7').profile.period).toMatchObject({
      columns: ['fiscal_year', 'month'],
      roles: ['fiscal-year', 'month'],
    });
    expect(infer('year,n\n2023,5\n2024,7').profile.period).toMatchObject({ columns: ['year'], roles: ['year'] });
  });

  test('is refused with its candidates where several columns may tell it', () => {
    expect(refusal('seen,filed date,n\n2024-01-05,2024-01-09,5\n2024-02-06,2024-02-09,7')).toEqual({
      message: 'posts.csv: several columns may tell the period: seen, filed date',
      hint: 'name one, such as --date seen',
    });
  });

  test('is refused with the columns where none seems to tell it', () => {
    expect(refusal('checkpoint,crossings\nMae Sai,5\nThoeng,7')).toEqual({
      message: 'posts.csv: no column seems to tell the period',
      hint: 'name it with --date; the columns are: checkpoint, crossings',
    });
  });

  test('may be named, in any case', () => {
    const table = 'seen,filed,n\n2024-01-05,2024-01-09,5\n2024-02-06,2024-02-09,7';
    expect(infer(table, { date: ['Filed'] }).profile.period.columns).toEqual(['filed']);
  });

  test('an unknown name is refused with the nearest one', () => {
    expect(refusal('month,n\n2024-01,5', { date: ['moth'] }).message).toBe(
      'posts.csv: there is no column "moth"; did you mean "month"?',
    );
  });

  test('a name that two columns have is refused', () => {
    expect(refusal('month,month,n\n2024-01,2024-02,5', { date: ['month'] }).message).toBe(
      'posts.csv: "month" is the name of columns 1 and 2',
    );
  });

  test('of two columns must be a year and a month, in either order and under any name', () => {
    const table = 'y,m,quarter,day,n\n2023,1,1,5,9\n2024,12,4,6,9';
    expect(infer(table, { date: ['y', 'm'], measure: ['n'] }).profile.period.roles).toEqual(['year', 'month']);
    expect(infer(table, { date: ['m', 'y'], measure: ['n'] }).profile.period.roles).toEqual(['month', 'year']);
    for (const date of [
      ['y', 'quarter'],
      ['m', 'day'],
      ['y', 'n', 'm'],
    ]) {
      expect(refusal(table, { date }).message).toBe(
        `posts.csv: ${date.join(' and ')} are not a year and a month, which together tell a period`,
      );
    }
  });
});

describe('the measure', () => {
  test('is the one column of numbers', () => {
    expect(infer('month,port code,crossings\n2024-01,2504,5\n2024-02,2505,7').profile.measures).toEqual([
      { column: 'crossings', name: 'crossings', unit: 'crossings', kind: 'count', scientific: false },
    ]);
  });

  test('is the records where no column holds numbers', () => {
    const { profile, notes } = infer('date,kind\n2024-01-05,clash\n2024-01-06,drone');
    expect(profile.measures).toMatchObject([{ column: null, name: 'records' }]);
    expect(notes[0]).toContain('each record is counted as one');
  });

  test('is refused with its candidates where several columns hold numbers', () => {
    expect(refusal('month,persons in cars,trucks\n2024-01,5,7\n2024-02,5,7')).toEqual({
      message: 'posts.csv: several columns may be the measure: persons in cars, trucks',
      hint: "name one or more, such as --measure 'persons in cars', or count the records with --measure records",
    });
  });

  test.each([
    ['5%', 'rate'],
    ['1.234,50', 'value'],
    ['฿12', 'fine'],
    ['(1,200)', 'balance'],
    ['๑๒', 'จำนวน'],
    ['1 234', 'persons'],
  ])('is a column of figures in a style of their own, such as %s', (cell, name) => {
    const sample = [1, 2, 3].map((month) => [`2024-0${month}`, cell, 'Mae Sai']);
    const { profile } = inferProfile('posts.csv', ['month', name, 'post'], sample, {});
    expect(profile.measures).toMatchObject([{ column: name, style: { decimal: expect.any(String) } }]);
  });

  test('is not the records where a column holds figures in two styles', () => {
    const sample = ['1.234,50', '1,234.50'].map((text, i) => [`2024-0${i + 1}`, text, 'Mae Sai']);
    expect(() => inferProfile('posts.csv', ['month', 'value', 'post'], sample, {})).toThrow(
      expect.objectContaining({
        message: 'posts.csv: value may be the measure, but its cells are no numbers here: "1.234,50"',
        hint: 'write them as 1234.5 or 1,234.5, or count the records with --measure records',
      }),
    );
    const options = { measure: ['records'] };
    expect(inferProfile('posts.csv', ['month', 'value', 'post'], sample, options).profile.measures).toHaveLength(1);
  });

  test('is the records beside times, codes and distances in words', () => {
    const table = 'date,time,case number,distance\n2024-01-05,14:05,17-204,over 50 km\n2024-01-06,15:10,17-205,5 km';
    expect(infer(table).profile.measures).toMatchObject([{ column: null }]);
  });

  test('may be named, and the other numbers become dimensions', () => {
    const { profile } = infer('month,persons,trucks\n2024-01,5,7\n2024-02,5,7', { measure: ['trucks'] });
    expect(profile.measures.map(({ name }) => name)).toEqual(['trucks']);
    expect(profile.dimensions).toEqual(['persons']);
  });

  test('"records" is a column where one has that name', () => {
    const { profile } = infer('month,records\n2024-01,5\n2024-02,7', { measure: ['records'] });
    expect(profile.measures).toMatchObject([{ column: 'records' }]);
  });
});

describe('columns that keep series apart', () => {
  test('are those of measures and currencies; the unit is a label', () => {
    const { profile } = infer(
      'month,measure,currency,unit,value\n2024-01,export,THB,million,5\n2024-02,export,THB,million,6',
    );
    expect(profile.separate).toEqual(['measure', 'currency']);
    expect(profile.labels).toEqual({ unit: 'unit' });
  });
});
