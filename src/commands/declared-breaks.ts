import type { Break } from '../analyses/window-change.ts';
import { UserError } from '../errors.ts';
import { type Cadence, cadence, dayNumber, firstDay, ordinalOf, writtenPeriod } from '../period/index.ts';
import type { Profile } from '../source/profile.ts';

/** Breaks that the user declares, and those of the profile; a period with one inside compares with neither side. */
export function breaksOf(options: { readonly break?: readonly string[] }, profile: Profile, at: Cadence): Break[] {
  const declared = (options.break ?? []).map((text) => {
    const [period = '', why = ''] = text.split(/=(.*)/s);
    return [period, why] as const;
  });
  return [...declared, ...Object.entries(profile.breaks)].flatMap(([period, why]) => {
    const written = writtenPeriod(period, { order: null, era: 'auto', fiscal: at.fiscal });
    if (!written) {
      const hint = 'write --break 2022-04="new counting rule"';
      throw new UserError(`--break ${period}: "${period}" is not a period`, { hint });
    }
    const begins = firstDay(written.ordinal, cadence(written.every, at.fiscal));
    const holding = { at: ordinalOf(begins, at), why: why === '' ? 'declared' : why };
    const isInside = dayNumber(begins) > dayNumber(firstDay(holding.at, at));
    return isInside ? [holding, { ...holding, at: holding.at + 1 }] : [holding];
  });
}
