import { UserError } from '../errors.ts';
import type { CompareOptions } from './compare-series.ts';

/** Options that contradict each other, before anything is read. */
export function checkTogether({ partial, per, allReadings, against }: CompareOptions): void {
  if (per === 'day' && partial === 'include') {
    throw new UserError('--per day and --partial include exclude each other', {
      hint: '--partial scaled takes a part up to its whole, --partial to-date compares the same days',
    });
  }
  const other = per === undefined ? (against === undefined ? null : '--against') : '--per';
  if (allReadings && other !== null) {
    throw new UserError(`--all-readings makes every comparison itself: leave out ${other}`);
  }
}
