import { rowFlags } from '../analyses/change.ts';
import { maySeasonExplain } from '../analyses/season.ts';
import { breaksIn, type ChangeOptions, windowChange } from '../analyses/window-change.ts';
import { compare, type Exact } from '../math/exact.ts';
import type { Estimate } from '../methods/estimate.ts';
import { windowYearBefore } from '../period/index.ts';
import { windowValue } from '../series/window-value.ts';
import type { Candidate } from './candidate.ts';
import { isLevel } from './candidates.ts';
import type { Evidence } from './evidence.ts';
import type { Statement } from './statement.ts';

/** What stands beside a figure: its interval, the year before, flags, and whether a season may explain it. */
export interface Detail {
  readonly interval: Estimate | null;
  readonly yearChange: Exact | null;
  readonly isSeasonal: boolean;
  readonly flags: readonly string[];
}

const SMALL_BASE = 20;

export const NO_DETAIL: Detail = { interval: null, yearChange: null, isSeasonal: false, flags: [] };

/** The detail of a reading; of a level only its flags. */
export function detail(
  statement: Statement,
  { series, cadence, spans, name, base }: Candidate,
  evidence: Evidence,
): Detail {
  if (isLevel(statement)) return { ...NO_DETAIL, flags: windowValue(series, spans.current).flags };
  if (name.startsWith('by the slope')) return NO_DETAIL;
  const breaks = breaksIn(series, { breaks: evidence.breaksAt(cadence), acrossBreaks: false });
  const how = (interval: ChangeOptions['interval']): ChangeOptions => ({
    ...spans,
    yearBefore: null,
    perDay: false,
    interval,
    confidence: 0.95,
    smallBase: SMALL_BASE,
    breaks,
    acrossBreaks: false,
  });
  const compared = windowChange(series, spans, cadence, how('auto'));
  const before = windowYearBefore(spans.current, cadence);
  const isBase = before?.first === spans.base.first && before.last === spans.base.last;
  const year =
    before && !isBase ? windowChange(series, { current: spans.current, base: before }, cadence, how('none')) : null;
  const isSmall = series.measure.kind === 'count' && base !== null && compare(base, SMALL_BASE) < 0;
  return {
    interval: compared.interval,
    yearChange: year?.change.ratio ?? null,
    isSeasonal: maySeasonExplain({ change: compared.change, year }),
    flags: [...rowFlags(compared), ...(isSmall ? ['small-base'] : [])],
  };
}
