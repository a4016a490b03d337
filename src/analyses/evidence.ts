import { sign } from '../math/exact.ts';
import type { ChangeRow } from './change.ts';
import { maySeasonExplain } from './season.ts';

/** What the interval of a change is evidence of: nothing by itself, more than chance in a season, a rise or a fall. */
export type Evidence = 'none' | 'season' | 'rise' | 'fall';

/** What an interval says of the underlying rate; null where there is no interval. */
export function evidenceOf(row: ChangeRow): Evidence | null {
  const { interval, change } = row;
  if (!interval || interval.low === null) return null;
  const apart = interval.low > 1 || (interval.high !== null && interval.high < 1);
  if (!apart) return 'none';
  if (maySeasonExplain(row)) return 'season';
  return sign(change.difference ?? 0) > 0 ? 'rise' : 'fall';
}

/** The same in English. */
export const EVIDENCE: Readonly<Record<Evidence, string>> = {
  none: 'not evidence of an underlying change by itself',
  season: 'more than chance, which the season may explain',
  rise: 'evidence of an underlying rise',
  fall: 'evidence of an underlying fall',
};
