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
  const unit = scale === 1 ? measure.unit : (asked.unit ?? measure.unit);
  return readings.map((reading) => ({
    ...reading,
    ...figures(scaled(reading, scale), statement, evidence, measure),
    unit,
  }));
}

export const isLevel = ({ kind }: Pick<Statement, 'kind'>): boolean => kind === 'level' || kind === 'share';

/** What a kind of figure cannot be said of. */
function misfit({ kind, per, from, to }: Statement, measure: Measure, { whole }: Evidence): string | null {
  if (per !== null && /^\d/.test(per)) return `${measure.name} is not counted per ${per}`;
  if (per !== null && (kind === 'levels' || from !== null || to !== null))
    return `it is told per ${per}, and the values compared are of whole windows; name its percentage with reported`;
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

type Figures = Pick<Candidate, 'base' | 'current' | 'change' | 'figure'>;

/** The figure of a reading, of the kind that is claimed, with the values that it is made of. */
function figures(reading: RankedReading, { kind }: Statement, { whole }: Evidence, measure: Measure): Figures {
  const { base, current, change } = reading;
  const values = { base, current, change };
  const hundredth = (value: Exact | null) => (value === null || measure.kind !== 'share' ? value : divide(value, 100));
  const isRatio = change.ratio !== null && base !== null && current !== null && sign(base) > 0;
  if (kind === 'change') return { ...values, figure: change.ratio };
  if (kind === 'points') return { ...values, figure: hundredth(change.difference) };
  if (kind === 'ratio') return { ...values, figure: isRatio ? divide(current, base) : null };
  if (kind === 'difference') return { ...values, figure: change.difference };
  return kind === 'share' && whole !== null ? shareOf(reading, whole) : { ...values, figure: hundredth(current) };
}

/** A part of the whole over the same window; the whole stands where the base does. */
function shareOf({ current, change, spans }: RankedReading, whole: NonNullable<Evidence['whole']>): Figures {
  const series = whole.series[0];
  const { value } = series ? windowValue(series, spans.current) : { value: null };
  const figure = value !== null && sign(value) > 0 && current !== null ? divide(current, value) : null;
  return { base: value, current, change, figure };
}
