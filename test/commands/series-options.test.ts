import { describe, expect, test } from 'vitest';
import { condition, SERIES_OPTIONS } from '../../src/commands/series-options.ts';
import { UserError } from '../../src/errors.ts';

const told = (text: string): string => {
  const { column, keep, values } = condition(text);
  return [column, keep ? 'is' : 'is not', ...values].join('|');
};

describe('conditions', () => {
  test.each([
    ['Border=US-Mexico Border', 'Border|is|US-Mexico Border'],
    ['Border = US-Mexico Border ', 'Border|is|US-Mexico Border'],
    ['Border!=US-Canada Border', 'Border|is not|US-Canada Border'],
    ['Border != US-Canada Border', 'Border|is not|US-Canada Border'],
    ['Arrival / Departure=Arrival', 'Arrival / Departure|is|Arrival'],
    ['Sum Qty (lbs)=5', 'Sum Qty (lbs)|is|5'],
    ['post in Mae Sai,Thoeng', 'post|is|Mae Sai|Thoeng'],
    ['post in Mae Sai , Thoeng', 'post|is|Mae Sai|Thoeng'],
    ['post not in Mae Sai,Thoeng', 'post|is not|Mae Sai|Thoeng'],
    ['post in "Mae Sai, First",Thoeng', 'post|is|Mae Sai, First|Thoeng'],
    ['post in Mae Sai', 'post|is|Mae Sai'],
    ['flag=', 'flag|is|'],
    ['flag!=', 'flag|is not|'],
    ['ด่าน=แม่สาย', 'ด่าน|is|แม่สาย'],
    ['note=a=b', 'note|is|a=b'],
    ['note=x in y', 'note|is|x in y'],
    ['main=x', 'main|is|x'],
    ['note=two\nlines', 'note|is|two\nlines'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  test.each(['Border', '', '=x', 'n > 5', 'postin Mae Sai'])('"%s" is none', (text) => {
    expect(() => condition(text)).toThrow(UserError);
  });

  test('a name may hold what is an operator elsewhere', () => {
    const { otherwise = [] } = condition('kind (a=b)=x');
    expect(otherwise).toEqual([{ column: 'kind (a=b)', keep: true, values: ['x'] }]);
  });

  test('the message shows how to write one', () => {
    expect(() => condition('Border')).toThrow(
      expect.objectContaining({
        message: '--where "Border" is not a condition',
        hint: "write 'column=value', 'column!=value' or 'column in a,b'",
      }),
    );
  });
});

const parsed = (name: string, text: string): unknown =>
  SERIES_OPTIONS.find(({ flags }) => flags.startsWith(`--${name} `))?.parse?.(text);

describe('--fiscal-start', () => {
  test('is a month by name or number', () => {
    const months = ['oct', 'October', '10', 'ต.ค.', '1', '12', 'apr'];
    expect(months.map((text) => parsed('fiscal-start', text))).toEqual(
      [10, 10, 10, 10, 1, 12, 4].map((startMonth) => ({ startMonth, namedBy: 'end' })),
    );
  });

  test.each(['0', '13', 'october-ish', '', '1.5'])('"%s" is none', (text) => {
    expect(() => parsed('fiscal-start', text)).toThrow(`--fiscal-start ${text} is not a month`);
  });
});

describe('--delimiter', () => {
  test('is one character, or tab by name', () => {
    expect([';', '|', 'tab', '\\t', '\t'].map((text) => parsed('delimiter', text))).toEqual([
      ';',
      '|',
      '\t',
      '\t',
      '\t',
    ]);
  });

  test.each(['', '::', '"', '\n', '\r'])('%j is none', (text) => {
    expect(() => parsed('delimiter', text)).toThrow('--delimiter');
  });
});

test('every option is described, and its flags are full words', () => {
  for (const { flags, description } of SERIES_OPTIONS) {
    expect(flags).toMatch(/^--[a-z]+(-[a-z]+)*( <[a-z]+>)?$/);
    expect(description).not.toBe('');
  }
});
