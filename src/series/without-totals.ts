import type { Tally } from '../engine/engine.ts';
import { counted } from '../note.ts';
import type { Ordinal } from '../period/index.ts';
import type { SeriesPlan } from './plan.ts';

/** A tally whose period is understood. */
export interface Dated {
  readonly tally: Tally;
  readonly ordinal: Ordinal;
}

/** Leaves out values that are totals of others which are there too. */
export function withoutTotals(dated: readonly Dated[], plan: SeriesPlan): { kept: readonly Dated[]; notes: string[] } {
  let kept = dated;
  const notes: string[] = [];
  for (const { name, key, values, shownBy } of plan.totals ?? []) {
    const isTotal = ({ tally }: Dated) => values.includes((tally.key[key] ?? '').trim());
    const [totals, parts] = [kept.filter(isTotal), kept.filter((one) => !isTotal(one))];
    if (totals.length === 0 || parts.length === 0) continue;
    kept = parts;
    const records = counted(
      totals.reduce((sum, { tally }) => sum + tally.records, 0),
      'record',
    );
    const found = [...new Set(totals.map(({ tally }) => (tally.key[key] ?? '').trim()))];
    const which = `${found[0]}${found.length > 1 ? ` and ${found.length - 1} more` : ''}`;
    notes.push(
      `left out: ${records} of ${name} ${which}, which are totals of others (--${shownBy === 'where' ? `where ${JSON.stringify(`${name}=${found[0]}`)}` : `by ${JSON.stringify(name)}`} shows them)`,
    );
  }
  return { kept, notes };
}
