import type { Tally } from '../engine/engine.ts';
import { counted } from '../note.ts';
import type { OpenedSource } from '../source/source.ts';
import { type Finding, finding } from './finding.ts';
import type { WholeRecords } from './whole-records.ts';

/** Values that the profile knows to be totals of others, and that are there. */
export function declaredTotals(results: readonly WholeRecords[], { header, profile }: OpenedSource): Finding[] {
  return Object.entries(profile.totals).flatMap(([name, values]) => {
    const at = header.indexOf(name);
    const isTotal = ({ key }: Tally) => values.includes((key[at] ?? '').trim());
    const totals = results.flatMap(({ tallies }) => tallies.filter(isTotal));
    const all = results.every(({ tallies }) => tallies.every(isTotal));
    if (at < 0 || totals.length === 0 || all) return [];
    const count = totals.reduce((sum, { records }) => sum + records, 0);
    const found = [...new Set(totals.map(({ key }) => (key[at] ?? '').trim()))];
    const which = `${found.slice(0, 3).join(', ')}${found.length > 3 ? ` and ${found.length - 3} more` : ''}`;
    const text = `${counted(count, 'record')} of ${name} ${which} are totals of others: left out unless --by or --where names ${name}`;
    return [finding('total', text, { column: name, count })];
  });
}
