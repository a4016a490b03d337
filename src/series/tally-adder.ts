import { addFlags, type Cell, mergeAt } from './cell.ts';
import { recordsAt } from './columns-of.ts';
import type { DatedList } from './dated-list.ts';
import type { SeriesPlan } from './plan.ts';

/** Adds to a cell what the tally at a place measured, with the flags beside it. */
export type TallyAdder = (into: Cell, place: number) => void;

/** Adds one measure of some tallies, or counts their records; least and greatest values only where `ends` says so. */
export function tallyAdder(
  { columns }: DatedList,
  plan: SeriesPlan,
  measure: number | null,
  ends: boolean,
): TallyAdder {
  const measured = measure === null ? recordsAt(columns) : columns.measured(measure);
  const flagsOf = plan.flag === null ? null : flagTexts(columns.key(plan.flag), plan);
  return (into, place) => {
    const { blanks } = into;
    mergeAt(into, measured, place, ends);
    const flags = measured.flags(place);
    if (flags !== undefined) addFlags(into, flags);
    const beside = flagsOf?.(place);
    if (beside === undefined) return;
    addFlags(into, beside.flags);
    if (!beside.unreadable) return;
    // A value that could not be read when the table was written is no blank.
    into.rejected += into.blanks - blanks;
    into.blanks = blanks;
  };
}

type Texts = ReturnType<DatedList['columns']['key']>;

/** What the column of flags says beside the tally at a place. */
function flagTexts({ texts, places }: Texts, { flagsIn }: SeriesPlan) {
  const told = texts.map((text) => {
    const flag = text.trim();
    return flagsIn?.(flag) ?? { flags: flag === '' ? [] : [flag], unreadable: false };
  });
  return (place: number) => told[places[place] ?? 0];
}
