import { approximate, type Exact, multiply, negate, plainText, sign, subtract } from '../math/exact.ts';
import type { Figure, Sentence } from '../report/report.ts';
import type { Measure } from '../series/series.ts';
import type { ChangeRow } from './change.ts';
import { type Evidence, evidenceOf } from './evidence.ts';

export type Words = (string | Figure)[];

/** What a language says of a comparison; the windows are words of time, `in 2024`. */
export interface Phrases {
  readonly subject: (measure: string, parts: readonly string[], kind: Measure['kind']) => string;
  readonly unit: (unit: string) => string;
  readonly none: (subject: string, now: string) => string;
  readonly level: (subject: string, amount: Words, now: string) => Words;
  readonly unchanged: (subject: string, amount: Words, now: string, before: string) => Words;
  readonly moved: (subject: string, isRise: boolean, by: Words, base: Figure) => Words;
  readonly fromTo: (base: Figure, before: string, amount: Words, now: string) => Words;
  readonly percent: (value: Exact) => Words;
  readonly points: (value: Figure) => Words;
  readonly notCompared: (base: Figure | null, before: string, why: Reason) => Words;
  readonly interval: (level: string, low: Figure, high: Figure | null, evidence: Evidence) => Words;
  readonly year: (isRise: boolean | null, ratio: Exact, base: Figure) => Words;
  readonly estimate: string;
}

/** Why a window is not compared with another. */
export type Reason = 'break' | 'part' | 'base-part' | 'base-missing';

/** A comparison as it may be quoted: what was recorded, and what that is evidence of. */
export interface QuotableChange {
  readonly sentence: Sentence;
  readonly remark: Sentence;
  /** What the sentence tells: a change, the current level alone, or nothing. */
  readonly tells: 'change' | 'level' | 'nothing';
}

const quantity = (value: Exact): Figure => ({ value, kind: 'quantity' });
const size = (value: Exact): Exact => (sign(value) < 0 ? negate(value) : value);

/** A comparison in the words of a language. */
export function quotableChange(
  row: ChangeRow,
  { now, before }: { readonly now: string; readonly before: string },
  say: Phrases,
  confidence: number,
): QuotableChange {
  const { current, base, change, series } = row;
  const parts = row.key.filter((part) => part !== '');
  const subject = say.subject(series.measure.name.replaceAll('_', ' '), parts, series.measure.kind);
  if (current.value === null) return { sentence: [say.none(subject, now)], remark: [], tells: 'nothing' };
  const amount: Words = [quantity(current.value), ` ${say.unit(row.unit)}`];
  const from = base.value === null ? null : quantity(base.value);
  if (change.difference === null || from === null) {
    const remark = say.notCompared(from, before, reason(row));
    return { sentence: say.level(subject, amount, now), remark, tells: 'level' };
  }
  const remark = joined([remarkOnEstimate(row, say), intervalOf(row, say, confidence), yearOf(row, say)]);
  if (sign(change.difference) === 0)
    return { sentence: say.unchanged(subject, amount, now, before), remark, tells: 'change' };
  const moved = say.moved(subject, sign(change.difference) > 0, by(row, say), from);
  return { sentence: [...moved, ...say.fromTo(from, before, amount, now)], remark, tells: 'change' };
}

function reason({ change: { status } }: ChangeRow): Reason {
  return status === 'break' || status === 'part' || status === 'base-part' ? status : 'base-missing';
}

function by({ change, unit }: ChangeRow, say: Phrases): Words {
  if (change.ratio !== null) return say.percent(change.ratio);
  const value = quantity(size(change.difference ?? 0));
  return change.status === 'points' ? say.points(value) : [value, ` ${say.unit(unit)}`];
}

function remarkOnEstimate({ current, base }: ChangeRow, say: Phrases): Words {
  const flags = [...current.flags, ...base.flags];
  return flags.includes('scaled') || flags.includes('part-included') ? [say.estimate] : [];
}

function intervalOf(row: ChangeRow, say: Phrases, confidence: number): Words {
  const evidence = evidenceOf(row);
  const { interval } = row;
  if (evidence === null || !interval || interval.low === null) return [];
  const limit = (ratio: number): Figure => ({ value: subtract(approximate(ratio), 1), kind: 'signed-ratio' });
  const level = plainText(multiply(approximate(confidence), 100));
  return say.interval(level, limit(interval.low), interval.high === null ? null : limit(interval.high), evidence);
}

function yearOf({ year }: ChangeRow, say: Phrases): Words {
  if (!year || year.base.value === null || year.change.ratio === null) return [];
  const { ratio } = year.change;
  return say.year(sign(ratio) === 0 ? null : sign(ratio) > 0, ratio, quantity(year.base.value));
}

const joined = (all: readonly Words[]): Words =>
  all.filter((words) => words.length > 0).flatMap((words, i) => (i === 0 ? words : [' ', ...words]));
