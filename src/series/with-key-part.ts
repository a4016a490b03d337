import type { Tally, TallyResult } from '../engine/engine.ts';

/**
 * The same tallies with one part more at the end of their keys, which is worked out from them: a group, or a reason to
 * keep them, that no column names. Their order stays.
 */
export function withKeyPart(result: TallyResult, part: (tally: Tally, index: number) => string): TallyResult {
  const tallies = result.tallies.map((tally, i) => ({ ...tally, key: [...tally.key, part(tally, i)] }));
  return { ...result, tallies };
}
