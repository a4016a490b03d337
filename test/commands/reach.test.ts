import { describe, expect, it } from 'vitest';
import { bandLabel, bandsOf, distanceOf, metresOf, reachOf } from '../../src/commands/reach.ts';

describe('a distance', () => {
  it.each([
    ['50km', 50_000],
    ['50', 50_000],
    ['0.5 km', 500],
    ['500m', 500],
    ['30MI', 48_280.32],
    ['25nmi', 46_300],
  ])('of %s is so many metres', (text, metres) => {
    expect(metresOf(distanceOf('--within')(text))).toBeCloseTo(metres, 9);
  });

  it.each(['', '0', '-5km', '5 miles', 'km', '1e3', '30000km'])('is not %j', (text) => {
    expect(() => distanceOf('--within')(text)).toThrow(`--within ${text} is not a distance`);
  });
});

describe('bands', () => {
  it('hold their outer end and not their inner one; the first begins on the line', () => {
    const reach = reachOf(undefined, bandsOf('10,25,50'));
    expect([0, 10_000, 10_001, 25_000, 50_000, 50_001].map((metres) => bandLabel(reach, metres))).toEqual([
      '0-10 km',
      '0-10 km',
      '10-25 km',
      '10-25 km',
      '25-50 km',
      '',
    ]);
    expect(bandLabel(reach, null)).toBe('');
  });

  it('take the unit of the last, or each its own', () => {
    expect(reachOf(undefined, bandsOf('10, 25mi')).bands.map(({ label }) => label)).toEqual(['0-10 mi', '10-25 mi']);
    expect(reachOf(undefined, bandsOf('500m,2km')).bands.map(({ label }) => label)).toEqual(['0-500 m', '500 m-2 km']);
  });

  it('must rise', () => {
    expect(() => bandsOf('25,10')).toThrow('larger than the one before');
    expect(() => bandsOf('10,10')).toThrow('larger than the one before');
  });
});
