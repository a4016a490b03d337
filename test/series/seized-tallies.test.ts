import { describe, expect, it } from 'vitest';
import type { Tally } from '../../src/engine/engine.ts';
import { plainText } from '../../src/math/exact.ts';
import { itemNames } from '../../src/series/seized-names.ts';
import { type SeizedKeys, seizedTallies } from '../../src/series/seized-tallies.ts';
import { readUnits } from '../../src/series/seized-units.ts';

const KEYS: SeizedKeys = {
  item: 0,
  unit: 1,
  fixedUnit: '',
  label: null,
  caseLabel: null,
  renamed: { item: {}, unit: { Ton: 'Metric ton' } },
  by: [],
  quantity: 0,
  cases: null,
  records: 'cases',
};

const tally = (item: string, unit: string, value: number, records = 1): Tally => ({
  key: [item, unit],
  records,
  measures: [{ values: records, blanks: 0, rejected: 0, sum: value * records, min: value, max: value }],
  first: { file: 0, line: 2 },
});

/** `heroin, kg: 0.7 in 1`. */
const understood = (tallies: readonly Tally[], keys: Partial<SeizedKeys> = {}) =>
  seizedTallies({ tallies, records: 0, rejects: [] }, { ...KEYS, ...keys }).result.tallies.map(
    ({ key, measures }) => `${key.slice(-2).join(', ')}: ${measures.map(({ sum }) => plainText(sum)).join(' in ')}`,
  );

describe('the names of items', () => {
  it('are those of the list, else the first spelling where only the case of letters differs', () => {
    const names = itemNames(['ยาบ้า', 'yaba', 'Ivory tusks', 'IVORY TUSKS', 'Rosewood ']);
    expect([...names.values()]).toEqual([
      'methamphetamine tablets',
      'methamphetamine tablets',
      'IVORY TUSKS',
      'IVORY TUSKS',
      'Rosewood',
    ]);
  });

  it('do not depend on the order of records', () => {
    expect(itemNames(['IVORY', 'Ivory']).get('Ivory')).toBe(itemNames(['Ivory', 'IVORY']).get('Ivory'));
  });
});

describe('the units of a source', () => {
  const shown = (...texts: string[]) => [...readUnits(texts).values()].map((unit) => unit.shown);

  it('stay as they are where a dimension has only one', () => {
    expect(shown('pounds', 'tablets', 'mL')).toEqual(['lb', 'tablet', 'mL']);
  });

  it('become the base of their dimension where there are several', () => {
    expect(shown('lb', 'g', 'litre', 'cc')).toEqual(['kg', 'kg', 'L', 'L']);
  });

  it('become the thing itself where so many of one are a unit', () => {
    expect(shown('Thousand of tablets')).toEqual(['tablet']);
  });

  it('stay what they are where nobody knows them', () => {
    expect(shown('Barette', '', 'ton')).toEqual(['Barette', 'no unit', 'ton']);
  });
});

describe('seized tallies', () => {
  it('have quantities of one dimension in one unit, and their records as cases', () => {
    expect(
      understood([tally('Heroin', 'Gram', 700, 3), tally('heroin', 'Kilogram', 2), tally('heroin', 'Ton', 1)]),
    ).toEqual(['heroin, kg: 2.1 in 3', 'heroin, kg: 2 in 1', 'heroin, kg: 1000 in 1']);
  });

  it('keep what is counted apart', () => {
    expect(understood([tally('x', 'tablets', 5), tally('x', 'pills', 6), tally('x', 'plants', 7)])).toEqual([
      'x, tablet: 5 in 1',
      'x, pill: 6 in 1',
      'x, plant: 7 in 1',
    ]);
  });

  it('take cases told by a unit of their own to the only unit of their item', () => {
    const told = [tally('Heroin', 'seizures', 4), tally('Heroin', 'lb', 9), tally('LSD', 'คดี', 2)];
    expect(understood(told, { records: 'labelled' })).toEqual([
      'heroin, lb: 0 in 4',
      'heroin, lb: 9 in 0',
      'LSD, cases: 0 in 2',
    ]);
  });

  it('count no cases where records are sums', () => {
    expect(understood([tally('Heroin', 'kg', 4, 5)], { records: 'sums' })).toEqual(['heroin, kg: 20 in 0']);
  });
});
