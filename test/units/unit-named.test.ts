import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/config/nearest.ts';
import { plainText } from '../../src/math/exact.ts';
import { columnUnit } from '../../src/units/column-unit.ts';
import { conversion } from '../../src/units/conversion.ts';
import { substanceNamed, substanceNames } from '../../src/units/substance-named.ts';
import { ambiguousUnit, unitNamed, unitNames } from '../../src/units/unit-named.ts';
import type { Unit } from '../../src/units/unit-table.ts';

/** `0.45359237 kg`: a unit in its base. */
const inBase = (name: string): string | null => {
  const unit = unitNamed(name);
  return unit && `${plainText(unit.factor)} ${unit.base}`;
};

describe('the unit that a text names', () => {
  it.each([
    ['Kilogram', '1 kg'],
    ['กก.', '1 kg'],
    ['กิโลกรัม', '1 kg'],
    ['lbs', '0.45359237 kg'],
    ['Ounce', '0.028349523125 kg'],
    ['µg', '0.000000001 kg'],
    ['μg', '0.000000001 kg'],
    ['Viss', '1.632932532 kg'],
    ['Metric Tons', '1000 kg'],
    ['ลิตร', '1 L'],
    ['Cc', '0.001 L'],
    ['Gallons (US, liquid)', '3.785411784 L'],
    ['Gallons (UK)', '4.54609 L'],
    ['ไร่', '0.16 ha'],
    ['Acres', '0.40468564224 ha'],
    ['เม็ด', '1 tablet'],
    ['ต้น', '1 plant'],
    ['มวน', '1 cigarette'],
    ['บาท', '1 THB'],
  ])('%s', (name, base) => {
    expect(inBase(name)).toBe(base);
  });

  it.each([
    ['Thousand of tablets', '1000 tablet'],
    ['Hundred of units', '100 unit'],
    ['100 gram', '0.1 kg'],
    ['1,000 tablets', '1000 tablet'],
    ['1/10 g', '0.0001 kg'],
    ['tablets (thousands)', '1000 tablet'],
    ["tablets, '000", '1000 tablet'],
    ['million pills', '1000000 pill'],
    ['ล้านเม็ด', '1000000 tablet'],
    ['แสนเม็ด', '100000 tablet'],
    ['Block (350gr)', '0.35 kg'],
    ['Paper (1/10 gm)', '0.0001 kg'],
  ])('so many of one: %s', (name, base) => {
    expect(inBase(name)).toBe(base);
  });

  it.each(['', 'Barette', 'thousand', 'of tablets', '0 x', '10', 'kilogramm'])('none: "%s"', (name) => {
    expect(inBase(name)).toBeNull();
  });

  it('is none where a name has several meanings, which are told', () => {
    expect(['Ton', 'gallons', 'gr'].map(inBase)).toEqual([null, null, null]);
    expect(ambiguousUnit('Ton')).toEqual(['metric ton', 'short ton', 'long ton']);
  });
});

describe('the unit that a column tells', () => {
  it.each([
    ['weight_kg', 'kg'],
    ['Sum Qty (lbs)', 'lb'],
    ['tablets', 'tablet'],
    ['น้ำหนัก (กรัม)', 'g'],
    ['quantity', undefined],
  ])('%s', (name, unit) => {
    expect(columnUnit(name)?.name).toBe(unit);
  });
});

describe('a conversion', () => {
  const [kg, lb, tablet, plant, litre] = ['kg', 'lb', 'tablet', 'plant', 'litre'].map(unitNamed) as Unit[] as [
    Unit,
    Unit,
    Unit,
    Unit,
    Unit,
  ];
  const texts = (substance: string, from: Unit, to: Unit) => {
    const found = conversion(substance, from, to);
    return found && [found.factor, found.low, found.high].map((x) => x && plainText(x)).concat(found.kind);
  };

  it('is exact within a dimension', () => {
    expect(texts('heroin', lb, kg)).toEqual(['0.45359237', '0.45359237', '0.45359237', 'exact']);
    expect(texts('', kg, unitNamed('g') as Unit)).toEqual(['1000', '1000', '1000', 'exact']);
  });

  it('estimates the mass of tablets for a substance, its forms and its other names', () => {
    const estimate = ['0.00009', '0.00009', '0.0003', 'estimate'];
    for (const name of ['Methamphetamine', 'ยาบ้า', 'yaba']) expect(texts(name, tablet, kg)).toEqual(estimate);
    expect(texts('yaba', tablet, unitNamed('g') as Unit)).toEqual(['0.09', '0.09', '0.3', 'estimate']);
    expect(texts('yaba', unitNamed('thousand tablets') as Unit, kg)).toEqual(['0.09', '0.09', '0.3', 'estimate']);
  });

  it('takes a litre for a kilogram without a range', () => {
    expect(texts('GHB', litre, kg)).toEqual(['1', null, null, 'estimate']);
  });

  it('is none where no source gives one', () => {
    expect(texts('ecstasy', tablet, kg)).toBeNull();
    expect(texts('methamphetamine', plant, kg)).toBeNull();
    expect(texts('methamphetamine', kg, tablet)).toBeNull();
  });
});

describe('the substance that a text names', () => {
  it.each([
    ['ยาบ้า', 'methamphetamine tablets'],
    ['ICE', 'crystal methamphetamine'],
    ['ยาไอซ์', 'crystal methamphetamine'],
    ['Cocaine HCL', 'cocaine hydrochloride'],
    ['กระท่อม', 'kratom'],
    ['Lsd', 'LSD'],
    ['Other Drugs**', undefined],
  ])('%s', (text, name) => {
    expect(substanceNamed(text)?.name).toBe(name);
  });
});

describe('names', () => {
  it('are near to slips of the hand', () => {
    expect(nearest('kilogramm', unitNames())).toBe('kilogram');
    expect(nearest('methampetamine', substanceNames())).toBe('methamphetamine');
  });
});
