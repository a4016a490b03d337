import { divide, type Exact, multiply, sign } from '../math/exact.ts';
import type { Measure } from '../series/series.ts';
import { windowValue } from '../series/window-value.ts';
import type { Candidate } from './candidate.ts';
import { claimLevels } from './claim-levels.ts';
import { claimReadings, type RankedReading } from './claim-readings.ts';
import type { Evidence } from './evidence.ts';
import type { Statement } from './statement.ts';
import { unitScale } from './unit-scale.ts';

/** What is asked of the data beside the statement itself. */
export interface Asked {
  readonly over: string;
  readonly against: string | null;
  readonly unit: string | null;
}

/** Every reading of a statement with the figure that it gives, values in the unit of the claim; or why there is none. */
export function candidates(statement: Statement, asked: Asked, evidence: Evidence): Candidate[] | string {
  const measure = evidence.set.series[0]?.measure;
  if (!measure) return 'the source has no such series';
  const scale = unitScale(asked.unit, measure);
  if (typeof scale === 'string') return scale;
  const unfit = misfit(statement, measure, evidence);
  if (unfit !== null) return unfit;
  const readings = isLevel(statement)
    ? claimLevels(asked.over, statement.per, evidence)
    : claimReadings(asked.over, asked.against, evidence);
  if (typeof readings === 'string') return readings;
  return readings.map((reading) => withFigure(scaled(reading, scale), statement, evidence, measure));
}

export const isLevel = ({ kind }: Pick<Statement, 'kind'>): boolean => kind === 'level' || kind === 'share';

/** What a kind of figure cannot be said of. */
function misfit({ kind }: Statement, measure: Measure, { whole }: Evidence): string | null {
  const isShare = measure.kind === 'share';
  if (kind === 'share' && !isShare && whole === null)
    return `of what it is a share is not said: name the part with place`;
  if ((kind === 'points' || kind === 'shares') && !isShare)
    return `${measure.name} is no share, so it does not change in points`;
  if (kind === 'change' && isShare) return `${measure.name} is a share, whose changes are in percentage points`;
  return null;
}

function scaled(reading: RankedReading, scale: Exact): RankedReading {
  if (scale === 1) return reading;
  const times = (value: Exact | null) => value && multiply(value, scale);
  const { change } = reading;
  return {
    ...reading,
    base: times(reading.base),
    current: times(reading.current),
    change: { ...change, difference: times(change.difference) },
  };
}

function withFigure(reading: RankedReading, { kind }: Statement, evidence: Evidence, measure: Measure): Candidate {
  const { base, current, change } = reading;
  const isShare = measure.kind === 'share';
  const hundredth = (value: Exact | null) => (value === null ? null : isShare ? divide(value, 100) : value);
  switch (kind) {
    case 'change':
      return { ...reading, figure: change.ratio };
    case 'points':
      return { ...reading, figure: hundredth(change.difference) };
    case 'ratio':
      return {
        ...reading,
        figure:
          change.ratio !== null && base !== null && current !== null && sign(base) > 0 ? divide(current, base) : null,
      };
    case 'difference':
      return { ...reading, figure: change.difference };
    case 'share':
      return evidence.whole === null ? { ...reading, figure: hundredth(current) } : shareOf(reading, evidence.whole);
    default:
      return { ...reading, figure: hundredth(current) };
  }
}

/** A part of the whole over the same window; the whole stands where the base does. */
function shareOf(reading: RankedReading, whole: NonNullable<Evidence['whole']>): Candidate {
  const series = whole.series[0];
  const { value } = series ? windowValue(series, reading.spans.current) : { value: null };
  const isWhole = value !== null && sign(value) > 0 && reading.current !== null;
  return { ...reading, base: value, figure: isWhole ? divide(reading.current as Exact, value) : null };
}
