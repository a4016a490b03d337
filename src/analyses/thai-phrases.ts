import type { Evidence } from './evidence.ts';
import type { Phrases, Reason, Words } from './quotable-change.ts';

const WHY: Readonly<Record<Reason, string>> = {
  break: 'อนุกรมข้อมูลขาดความต่อเนื่องระหว่างสองช่วง',
  part: 'ข้อมูลของช่วงปัจจุบันยังไม่ครบ',
  'base-part': 'ข้อมูลของช่วงฐานไม่ครบ',
  'base-missing': 'ไม่มีข้อมูลของช่วงนั้น',
};

const EVIDENCE: Readonly<Record<Evidence, string>> = {
  none: 'ลำพังเพียงเท่านี้ยังไม่ใช่หลักฐานว่ามีการเปลี่ยนแปลงจริง',
  season: 'เกินกว่าจะเป็นเพียงความบังเอิญ แต่อาจเป็นผลของฤดูกาล',
  rise: 'เป็นหลักฐานว่ามีการเพิ่มขึ้นจริง',
  fall: 'เป็นหลักฐานว่ามีการลดลงจริง',
};

/** Units whose Thai is beyond doubt; another stands as the source has it. */
const UNITS: Readonly<Record<string, string>> = {
  crossings: 'ครั้ง',
  records: 'รายการ',
  people: 'คน',
  persons: 'คน',
  cases: 'คดี',
  incidents: 'เหตุการณ์',
  reports: 'รายงาน',
  tablet: 'เม็ด',
  tablets: 'เม็ด',
  kg: 'กิโลกรัม',
  THB: 'บาท',
  USD: 'ดอลลาร์สหรัฐ',
};

/** A unit in Thai; per day, `ต่อวัน`. */
function thaiUnit(unit: string): string {
  const [, counted = unit, perDay] = /^(.*?)( per day)?$/.exec(unit) ?? [];
  const known = Object.hasOwn(UNITS, counted) ? (UNITS[counted] ?? counted) : counted;
  return perDay === undefined ? known : `${known}ต่อวัน`;
}

/** Thai words stand side by side; between Thai and another script there is a space. */
const beside = (words: Words, next: string): Words => {
  const last = words[words.length - 1];
  return [...words, typeof last === 'string' && /[\u0E00-\u0E7F]$/.test(last) ? next : ` ${next}`];
};

/** A comparison in Thai. */
export const THAI: Phrases = {
  subject: (measure, parts, kind) => {
    const name = parts.length > 0 ? `${measure} (${parts.join(', ')})` : measure;
    return kind === 'count' ? `จำนวน ${name}` : name;
  },
  unit: thaiUnit,
  none: (subject, now) => `ไม่มีข้อมูล${/^[\u0E00-\u0E7F]/.test(subject) ? '' : ' '}${subject} ${now}`,
  level: (subject, amount, now) => [`${subject} อยู่ที่ `, ...beside(amount, now)],
  unchanged: (subject, amount, now, before) => [
    `${subject} ไม่เปลี่ยนแปลง โดยอยู่ที่ `,
    ...beside(amount, now),
    ` เท่ากับ${before}`,
  ],
  moved: (subject, isRise, by) => [
    `${subject} ${isRise ? 'เพิ่มขึ้น' : 'ลดลง'}`,
    ...(typeof by[0] === 'string' ? by : [' ', ...by]),
  ],
  fromTo: (base, before, amount, now) => [
    ' จาก ',
    ...beside([base, ...amount.slice(1)], before),
    ' เป็น ',
    ...beside(amount, now),
  ],
  percent: (value) => ['ร้อยละ ', { value, kind: 'percentage' }],
  points: ({ value }) => [' ', { value, kind: 'quantity' }, ' จุดร้อยละ'],
  notCompared: (base, before, why) => [
    'ไม่เปรียบเทียบกับ',
    ...(base ? [' ', base, ` ${before}`] : [`ตัวเลข${before}`]),
    ` เพราะ${WHY[why]}`,
  ],
  interval: (level, low, high, evidence) => [
    `ช่วงความเชื่อมั่นร้อยละ ${level} ของการเปลี่ยนแปลง${high ? 'อยู่ระหว่าง ' : 'คือตั้งแต่ '}`,
    low,
    ...(high ? [' ถึง ', high] : [' ขึ้นไป']),
    ` ซึ่ง${EVIDENCE[evidence]}`,
  ],
  year: (isRise, value, base) => [
    'เมื่อเทียบกับช่วงเดียวกันของปีก่อน ',
    ...(isRise === null
      ? ['ไม่เปลี่ยนแปลง']
      : [isRise ? 'เพิ่มขึ้นร้อยละ ' : 'ลดลงร้อยละ ', { value, kind: 'percentage' as const }]),
    ' จาก ',
    base,
  ],
  estimate: 'ตัวเลขนี้รวมงวดที่ข้อมูลยังไม่ครบ',
};
