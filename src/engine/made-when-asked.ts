import type { Tallies, Tally, TallyColumns } from './engine.ts';

/** So many tallies, the `i`th of which `at` makes whenever it is asked for; the same by columns. */
export function madeWhenAsked(length: number, at: (i: number) => Tally, columns: TallyColumns): Tallies {
  function* tallies(from = 0, to = length): Generator<Tally> {
    for (let i = from; i < Math.min(to, length); i++) yield at(i);
  }
  return {
    length,
    columns,
    at: (i) => (i >= 0 && i < length ? at(i) : undefined),
    [Symbol.iterator]: tallies,
    map(made) {
      const all = [];
      for (let i = 0; i < length; i++) all.push(made(at(i), i));
      return all;
    },
    filter(keeps) {
      const kept: Tally[] = [];
      for (let i = 0; i < length; i++) {
        const tally = at(i);
        if (keeps(tally, i)) kept.push(tally);
      }
      return kept;
    },
    find(is) {
      for (let i = 0; i < length; i++) {
        const tally = at(i);
        if (is(tally, i)) return tally;
      }
      return undefined;
    },
    slice: (from, to) => [...tallies(from, to)],
  };
}
