import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { factor } from '../../src/units/factor.ts';
import { nameKey } from '../../src/units/name-key.ts';
import { SUBSTANCES_FILE } from '../../src/units/substance-named.ts';
import { UNITS_FILE } from '../../src/units/unit-table.ts';

const text = v.pipe(v.string(), v.nonEmpty());
const number = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?(\/\d+)?$/));

const Units = v.strictObject({
  sources: v.record(text, text),
  units: v.array(
    v.strictObject({
      unit: text,
      dimension: v.optional(v.picklist(['mass', 'volume', 'area', 'count', 'money'])),
      of: v.optional(text),
      factor: v.optional(number),
      source: v.optional(text),
      scope: v.optional(text),
      aliases: v.array(text),
    }),
  ),
  ambiguous: v.array(v.strictObject({ name: text, aliases: v.array(text), may_be: v.array(text) })),
  multiples: v.record(text, number),
  conversions: v.array(
    v.strictObject({
      from: text,
      to: text,
      substances: v.optional(v.array(text)),
      factor: number,
      low: v.optional(number),
      high: v.optional(number),
      source: text,
      range_source: v.optional(text),
      scope: text,
    }),
  ),
});

const names = (entries: readonly { aliases: readonly string[] }[], name: (entry: never) => string) =>
  entries.flatMap((entry) => [name(entry as never), ...entry.aliases].map(nameKey));

describe('data/units.yaml', () => {
  const { sources, units, ambiguous, conversions } = UNITS_FILE;

  it('has the shape that the program reads', () => {
    expect(v.safeParse(Units, UNITS_FILE).issues).toBeUndefined();
  });

  it('says of every factor where it comes from', () => {
    const cited = [...units.filter(({ of }) => of !== undefined), ...conversions].map(({ source }) => source ?? '');
    expect(cited.filter((source) => sources[source] === undefined)).toEqual([]);
    expect(conversions.filter(({ range_source: range, low }) => (range === undefined) !== (low === undefined))).toEqual(
      [],
    );
  });

  it('cites every source', () => {
    const cited = [...units, ...conversions].map(({ source }) => source);
    const ranges = conversions.map(({ range_source }) => range_source);
    expect(Object.keys(sources).filter((name) => ![...cited, ...ranges].includes(name))).toEqual([]);
  });

  it('has a base with a dimension for each unit, and a factor for each unit with a base', () => {
    const bases = units.filter(({ of }) => of === undefined);
    expect(bases.filter(({ dimension }) => dimension === undefined)).toEqual([]);
    for (const { of, factor, dimension } of units.filter((one) => one.of !== undefined)) {
      expect([bases.some(({ unit }) => unit === of), factor === undefined, dimension]).toEqual([
        true,
        false,
        undefined,
      ]);
    }
  });

  it('gives no name two meanings', () => {
    const all = [...names(units, ({ unit }: { unit: string }) => unit), ...names(ambiguous, ({ name }) => name)];
    expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([]);
  });

  it('converts between units and substances that exist, within the range', () => {
    const known = SUBSTANCES_FILE.map(({ name }) => name);
    for (const { from, to, substances = [], factor: middle, low, high } of conversions) {
      expect(units.filter(({ unit, of }) => of === undefined && [from, to].includes(unit))).toHaveLength(2);
      expect(substances.filter((name) => !known.includes(name))).toEqual([]);
      if (low === undefined || high === undefined) continue;
      expect([low, middle, high].map((text) => Number(text))).toEqual(
        [low, middle, high].map((text) => Number(text)).sort((a, b) => a - b),
      );
    }
  });
});

describe('data/substances.yaml', () => {
  const Substances = v.array(v.strictObject({ name: text, of: v.optional(text), aliases: v.array(text) }));

  it('has the shape that the program reads', () => {
    expect(v.safeParse(Substances, SUBSTANCES_FILE).issues).toBeUndefined();
  });

  it('gives no name two meanings, and knows what each form is of', () => {
    const all = names(SUBSTANCES_FILE, ({ name }) => name);
    expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([]);
    const forms = SUBSTANCES_FILE.flatMap(({ of }) => (of === undefined ? [] : [of]));
    expect(forms.filter((name) => !SUBSTANCES_FILE.some((one) => one.name === name))).toEqual([]);
  });
});

describe('a factor', () => {
  it('is a decimal or a quotient, exactly', () => {
    expect(factor('0.5')).toEqual({ numerator: 5n, denominator: 10n });
    expect(factor('1/3')).toEqual({ numerator: 1n, denominator: 3n });
    expect(() => factor('1e3')).toThrow('is no factor');
  });
});
