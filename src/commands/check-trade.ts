import { UserError } from '../errors.ts';
import { exclude } from './exclude.ts';
import type { TradeOptions } from './trade-options.ts';

/** Options that contradict each other, or do nothing without another, before anything is read. */
export function checkTrade(options: TradeOptions, isMirror: boolean): void {
  const { base, by, concentration, deflator, in: into, prices, rates, spread, to, withoutOutliers } = options;
  if (isMirror) {
    const others = { '--concentration': concentration, '--deflator': deflator, '--prices': prices, '--spread': spread };
    for (const [name, value] of Object.entries(others)) exclude('mirror', true, name, value);
  }
  if (spread !== undefined) {
    const others = { '--by': by, '--to': to, '--base': base, '--rates': rates, '--in': into, '--deflator': deflator };
    for (const [name, value] of Object.entries(others)) exclude('--spread', spread, name, value);
  }
  exclude('--spread', spread, '--prices', prices);
  exclude('--concentration', concentration, '--prices', prices);
  exclude('--deflator', deflator, '--prices', prices);
  exclude('--deflator', deflator, '--concentration', concentration);
  if (withoutOutliers && !prices) throw new UserError('--without-outliers goes with --prices');
  if (base !== undefined && deflator === undefined && !prices) {
    throw new UserError('--base goes with --deflator or --prices', { hint: '--from begins the table at a period' });
  }
}
