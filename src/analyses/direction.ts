import { approximate, type Exact, toNumber } from '../math/exact.ts';
import { seasons } from '../math/seasons.ts';
import type { Estimate } from '../methods/estimate.ts';
import { hamedRao } from '../methods/hamed-rao.ts';
import { holm } from '../methods/holm.ts';
import { mannKendall } from '../methods/mann-kendall.ts';
import { seasonHeterogeneity } from '../methods/season-heterogeneity.ts';
import { seasonalMannKendall } from '../methods/seasonal-mann-kendall.ts';
import { seasonalSen } from '../methods/seasonal-sen.ts';
import { theilSen } from '../methods/theil-sen.ts';
import { type Cadence, type Every, monthsIn, type Ordinal } from '../period/index.ts';
import { flagsAt, isPart, lastOrdinal, type Series, type SeriesSet, valueAt } from '../series/series.ts';

/** Whether a series rises or falls over its whole length, and how fast. */
export interface Direction {
  /** Units of the measure per year; null where nothing can be estimated. */
  readonly slope: Exact | null;
  readonly low: Exact | null;
  readonly high: Exact | null;
  readonly pValue: number | null;
  /** The p-value after Holm, for the number of series that were tested together. */
  readonly adjustedP: number | null;
  readonly method: string;
  /** False where the p-value is the exact one of few values. */
  readonly approximate: boolean;
  /** True where the months (or quarters) do not share one trend, so that one slope for all misleads. */
  readonly seasonsDiffer: boolean;
  readonly words: 'rising' | 'falling' | 'no evidence of a direction' | 'too few values' | 'no variation';
}

const SIGNIFICANT = 0.05;

type Cut = Pick<SeriesSet, 'cadence' | 'perDay'>;

/** Fiscal years of unlike length: their sums are no series to test. */
const isUneven = (at: Cadence): boolean => at.every.startsWith('fiscal') && monthsIn(at) === undefined;

/** Tests each series between two periods; parts of periods are left out. */
export function directions(series: readonly Series[], set: Cut, from: Ordinal, to: Ordinal): Direction[] {
  const tested = series.map((one) => testOf(one, set, from, to));
  const adjusted = holm(tested.map(({ test }) => test.pValue));
  return tested.map(({ test, slope, seasonsDiffer }, i) => {
    const adjustedP = adjusted[i] ?? null;
    const exact = (x: number | null) => (x === null ? null : approximate(x));
    return {
      slope: exact(slope.estimate),
      low: exact(slope.low),
      high: exact(slope.high),
      pValue: test.pValue,
      adjustedP,
      method: test.method,
      approximate: test.parameters.exact !== true,
      seasonsDiffer,
      words: inWords(test, slope, adjustedP),
    };
  });
}

interface Tested {
  readonly test: Estimate;
  readonly slope: Estimate;
  readonly seasonsDiffer: boolean;
}

/**
 * The seasonal test where there are two years of months or quarters, else Mann-Kendall. The correction of Hamed and Rao
 * is used where it widens: one that narrows rejects a true null too often.
 */
function testOf(series: Series, { cadence, perDay }: Cut, from: Ordinal, to: Ordinal): Tested {
  const values = isUneven(cadence) && !perDay ? [] : wholeValues(series, from, to);
  const months = monthsIn(cadence);
  const seasonsPerYear = months === undefined ? 1 : 12 / months;
  if (seasonsPerYear >= 4 && values.length >= 2 * seasonsPerYear) {
    const cut = seasons(values, seasonsPerYear);
    const seasonsDiffer = (seasonHeterogeneity(cut).pValue ?? 1) < SIGNIFICANT;
    return { test: seasonalMannKendall(cut), slope: seasonalSen(cut), seasonsDiffer };
  }
  const slope = theilSen(values);
  const corrected = hamedRao(values, slope.estimate === null ? {} : { slope: slope.estimate });
  const { varianceFactor = 1 } = corrected.parameters;
  const widens = corrected.status === 'ok' && varianceFactor > 1;
  if (!widens) return { test: mannKendall(values), slope: perYear(slope, cadence), seasonsDiffer: false };
  return { test: corrected, slope: perYear(theilSen(values, { varianceFactor }), cadence), seasonsDiffer: false };
}

/** One value per period, null where it is missing or stands for a part. */
function wholeValues(series: Series, from: Ordinal, to: Ordinal): (number | null)[] {
  const values: (number | null)[] = [];
  const last = Math.min(lastOrdinal(series), to);
  for (let ordinal = Math.max(series.first, from); ordinal <= last; ordinal++) {
    const value = valueAt(series, ordinal);
    values.push(value === null || isPart(flagsAt(series, ordinal)) ? null : toNumber(value));
  }
  return values;
}

/** A slope per period as one per year. */
function perYear(slope: Estimate, { every, ...at }: Cadence): Estimate {
  const months = monthsIn({ every, ...at });
  const periods = months === undefined ? (PERIODS_PER_YEAR[every] ?? 1) : 12 / months;
  const scaled = (x: number | null) => (x === null ? null : x * periods);
  return { ...slope, estimate: scaled(slope.estimate), low: scaled(slope.low), high: scaled(slope.high) };
}

const PERIODS_PER_YEAR: Partial<Record<Every, number>> = { day: 365.2425, week: 365.2425 / 7, 'fiscal-quarter': 4 };

function inWords({ status, statistic }: Estimate, slope: Estimate, p: number | null): Direction['words'] {
  if (status === 'no-variation' || slope.status === 'no-variation') return 'no variation';
  if (p === null) return 'too few values';
  if (p >= SIGNIFICANT) return 'no evidence of a direction';
  return (statistic ?? 0) > 0 ? 'rising' : 'falling';
}
