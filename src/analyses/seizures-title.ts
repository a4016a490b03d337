import { plainText } from '../math/exact.ts';
import { grouped } from '../note.ts';
import { windowText } from '../period/index.ts';
import type { SeriesSet } from '../series/series.ts';
import { unitWords } from '../units/unit-words.ts';
import type { LargeCases } from './large-cases.ts';
import type { Shown } from './seizures.ts';
import { trendTitle } from './trend-title.ts';

/** `seizures per half-year by place, 2024-H1…2025-H1`, or `seizures, 2025-01…2025-06 (…) v …`. */
export function seizuresTitle(set: SeriesSet, shown: Shown): string {
  if (shown.kind === 'windows') {
    const [now, before] = [shown.current, shown.base].map((window) => windowText(window, set.cadence));
    return `seizures, ${now} v ${before}`;
  }
  return `seizures ${periodsTitle(set, shown)}`;
}

/** `cases of 1,000,000 tablets or more per half-year, 2024-H1…2025-H1`. */
export function largeCasesTitle(set: SeriesSet, shown: Shown, { least, unit }: LargeCases): string {
  const title = `cases of ${grouped(plainText(least))} ${unitWords(unit)} or more`;
  if (shown.kind === 'periods') return `${title} ${periodsTitle(set, shown)}`;
  const [now, before] = [shown.current, shown.base].map((window) => windowText(window, set.cadence));
  return `${title}, ${now} and ${before}`;
}

/** `per half-year by place, 2024-H1…2025-H1`. */
const periodsTitle = (set: SeriesSet, shown: Shown & { kind: 'periods' }): string =>
  trendTitle({ ...set, series: [], dimensions: set.dimensions.slice(0, -1) }, shown).trimStart();
