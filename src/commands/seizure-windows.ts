import type { Shown } from '../analyses/seizures.ts';
import { UserError } from '../errors.ts';
import { type Every, windowCadence } from '../period/index.ts';
import { checkLengths } from './compare-series.ts';
import { breaksOf } from './declared-breaks.ts';
import { coveredRange } from './range-options.ts';
import type { ReadSeizures, SeizureGroups } from './read-seizures.ts';
import { comparedWindows, endingPeriod, specsOf, type WindowOptions, windowsAsked } from './windows.ts';

export interface SeizureWindowOptions extends WindowOptions {
  readonly every?: Every;
  readonly from?: string;
  readonly to?: string;
  readonly break?: readonly string[];
  readonly acrossBreaks?: boolean;
}

/** Options that contradict each other, before anything is read. */
export function checkSeizureWindows({ window, against, ending, every, from, to }: SeizureWindowOptions): void {
  const others = Object.entries({ '--every': every, '--from': from, '--to': to });
  const other = others.find(([, value]) => value !== undefined)?.[0];
  if (window !== undefined && other !== undefined) throw new UserError(`--window and ${other} exclude each other`);
  if (window === undefined && ending !== undefined) throw new UserError('--ending is the end of a --window');
  if (window === undefined && against !== undefined && against !== 'previous' && against !== 'year') {
    throw new UserError(`--against ${against}: periods are compared with the previous one or that of the year before`, {
      hint: 'write --against previous or --against year, or name a --window',
    });
  }
}

/** Cuts what was seized into the periods, or the two windows, that are asked for. */
export function shownSeizures(
  seizures: ReadSeizures,
  options: SeizureWindowOptions,
): { readonly cut: SeizureGroups; readonly every: Every | null; readonly shown: Shown } {
  const { plan, source } = seizures.tallied;
  if (options.window === undefined) {
    const every = options.every ?? null;
    const cut = seizures.cut(every);
    const { from, to } = coveredRange(options, cut.read.set);
    return {
      cut,
      every,
      shown: { kind: 'periods', from, to, against: options.against === 'year' ? 'year' : 'previous' },
    };
  }
  const native = seizures.cut(null);
  const { cadence: at, finest } = native.read.set;
  const nativeEvery = at.every;
  const asked = windowsAsked(options, nativeEvery, plan.series.fiscal);
  const every = windowCadence(specsOf(asked), at, finest);
  const cut = every === nativeEvery ? native : seizures.cut(every);
  const { set } = cut.read;
  const { current, base } = comparedWindows(asked, endingPeriod(options, set, false), set.cadence);
  checkLengths({ current, base }, set.cadence, {});
  const { acrossBreaks = false } = options;
  const breaks = acrossBreaks ? [] : breaksOf(options, source.profile, set.cadence);
  return { cut, every, shown: { kind: 'windows', current, base, breaks, acrossBreaks } };
}
