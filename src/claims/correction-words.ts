import { THAI as THAI_PHRASES } from '../analyses/thai-phrases.ts';
import { thaiWindow } from '../analyses/window-words.ts';
import { divide, type Exact } from '../math/exact.ts';
import { type Cadence, type Window, windowText } from '../period/index.ts';
import type { Measure } from '../series/series.ts';
import { figureText, unsigned } from './figure-text.ts';

/** What a language says of a figure that the data give. */
export interface CorrectionWords {
  readonly subject: (measure: Measure) => string;
  readonly unit: (unit: string, per: string | null) => string;
  readonly window: (window: Window, at: Cadence) => string;
  readonly level: (subject: string, amount: string, now: string) => string;
  readonly share: (share: Exact, now: string, parts: readonly [string, string] | null) => string;
  readonly percent: (ratio: Exact) => string;
  readonly points: (difference: Exact) => string;
  readonly difference: (difference: Exact) => string;
  /** A rise, a fall or neither, `by` so much; empty where there is none. */
  readonly moved: (subject: string, sign: number, by: string) => string;
  readonly fromTo: (base: string, before: string, current: string, now: string) => string;
  readonly bySlope: (now: string) => string;
}

const STATISTICS: Partial<Record<Measure['statistic'], readonly [english: string, thai: string]>> = {
  max: ['the largest ', 'สูงสุด'],
  min: ['the smallest ', 'ต่ำสุด'],
  mean: ['the mean ', 'เฉลี่ย'],
};

const nameOf = ({ name }: Measure): string => name.replaceAll('_', ' ');

export const ENGLISH: CorrectionWords = {
  subject: (measure) => {
    const words = `${STATISTICS[measure.statistic]?.[0] ?? ''}${nameOf(measure)}`;
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  },
  unit: (unit, per) => `${unit}${per === null ? '' : ` per ${per}`}`,
  window: windowText,
  level: (subject, amount, now) => `${subject} came to ${amount} in ${now}.`,
  share: (share, now, parts) =>
    `The share was ${figureText('share', share)} in ${now}${parts === null ? '' : `: ${parts[0]} of ${parts[1]}`}.`,
  percent: (ratio) => unsigned(figureText('change', ratio)),
  points: (difference) => unsigned(figureText('points', divide(difference, 100))),
  difference: (difference) => unsigned(figureText('difference', difference)),
  moved: (subject, sign, by) =>
    `${subject} ${sign > 0 ? 'rose' : sign < 0 ? 'fell' : 'stood still'}${by === '' ? '' : ` by ${by}`}`,
  fromTo: (base, before, current, now) => `, from ${base} in ${before} to ${current} in ${now}.`,
  bySlope: (now) => ` in ${now}, by the slope of its periods.`,
};

const PER: Readonly<Record<string, string>> = { day: 'วัน', week: 'สัปดาห์', month: 'เดือน', quarter: 'ไตรมาส', year: 'ปี' };

const bare = (text: string): string => unsigned(text).replace(/ (?:%|points)$/, '');

/** Thai, with the years of either era. */
export const thai = (isBuddhist: boolean): CorrectionWords => ({
  subject: (measure) => `${nameOf(measure)}${STATISTICS[measure.statistic]?.[1] ?? ''}`,
  unit: (unit, per) => `${THAI_PHRASES.unit(unit)}${per === null ? '' : `ต่อ${PER[per] ?? per}`}`,
  window: (window, at) => thaiWindow(window, at, isBuddhist),
  level: (subject, amount, now) => `${subject} มีจำนวน ${amount} ${now}`,
  share: (share, now, parts) =>
    `สัดส่วนคือร้อยละ ${bare(figureText('share', share))} ${now}${parts === null ? '' : ` (${parts[0]} จาก ${parts[1]})`}`,
  percent: (ratio) => `ร้อยละ ${bare(figureText('change', ratio))}`,
  points: (difference) => ` ${bare(figureText('points', divide(difference, 100)))} จุดร้อยละ`,
  difference: (difference) => ` ${unsigned(figureText('difference', difference))}`,
  moved: (subject, sign, by) => `${subject} ${sign > 0 ? 'เพิ่มขึ้น' : sign < 0 ? 'ลดลง' : 'ไม่เปลี่ยนแปลง'}${by}`,
  fromTo: (base, before, current, now) => ` จาก ${base} ${before} เป็น ${current} ${now}`,
  bySlope: (now) => ` ${now} ตามความชันของอนุกรม`,
});
