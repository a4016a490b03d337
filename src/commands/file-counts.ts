import type { FileCount } from '../cli/command.ts';
import type { Tally, TallyResult } from '../engine/engine.ts';
import { datedTallies } from '../series/dated-tallies.ts';
import type { SeriesPlan } from '../series/plan.ts';
import { filterOf, type KeyedCondition } from './conditions.ts';
import { totalRows } from './reading-notes.ts';

/** How many records each file of a source has, and how many of its records and cells cannot be read. */
export function fileCounts(
  files: readonly TallyResult[],
  whole: TallyResult,
  period: SeriesPlan['period'],
  conditions: readonly KeyedCondition[],
): FileCount[] {
  const texts = unreadablePeriods(whole, period, conditions);
  const isUnreadable = ({ key }: Tally) => texts.has(period.keys.map((at) => key[at] ?? '').join(' '));
  return files.map(({ tallies, records, rejects }) => {
    const cells = rejects.reduce((sum, { count }) => sum + count, 0);
    const undated = texts.size === 0 ? [] : tallies.filter(isUnreadable);
    return { records, rejects: undated.reduce((sum, tally) => sum + tally.records, cells) };
  });
}

function unreadablePeriods(
  { tallies }: TallyResult,
  period: SeriesPlan['period'],
  conditions: readonly KeyedCondition[],
): Set<string> {
  if (period.keys.length === 0) return new Set();
  const { unreadable } = datedTallies(tallies, period, conditions.map(filterOf));
  return new Set(totalRows(unreadable).others.map(({ text }) => text));
}
