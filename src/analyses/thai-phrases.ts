import type { Evidence } from './evidence.ts';
import type { Phrases, Reason } from './quotable-change.ts';

const WHY: Readonly<Record<Reason, string>> = {
  break: 'อนุกรมข้อมูลขาดความต่อเนื่องระหว่างสองช่วง',
  part: 'ข้อมูลของช่วงปัจจุบันยังไม่ครบ',
  'base-part': 'ข้อมูลของช่วงฐานไม่ครบ',
  'base-missing': 'ไม่มีข้อมูลของช่วงนั้น',
};

const EVIDENCE: Readonly<Record<Evidence, string>> = {
  none: 'ลำพังตัวเลขนี้ยังไม่ใช่หลักฐานว่ามีการเปลี่ยนแปลงที่แท้จริง',
  season: 'มากกว่าที่จะเกิดโดยบังเอิญ แต่อาจอธิบายได้ด้วยฤดูกาล',
  rise: 'เป็นหลักฐานของการเพิ่มขึ้นที่แท้จริง',
  fall: 'เป็นหลักฐานของการลดลงที่แท้จริง',
};

/** Units whose Thai is beyond doubt; another stands as the source has it. */
const UNITS: Readonly<Record<string, string>> = {
  crossings: 'ครั้ง',
  records: 'ระเบียน',
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

/** A comparison in Thai. */
export const THAI: Phrases = {
  subject: (measure, parts) => (parts.length > 0 ? `${measure} (${parts.join(', ')})` : measure),
  unit: thaiUnit,
  none: (subject, now) => `${subject} ไม่มีข้อมูล${now}`,
  level: (subject, amount, now) => [`${subject} มีจำนวน `, ...amount, ` ${now}`],
  unchanged: (subject, amount, now, before) => [`${subject} ไม่เปลี่ยนแปลงที่ `, ...amount, ` ${now} เท่ากับ${before}`],
  moved: (subject, isRise, by) => [
    `${subject} ${isRise ? 'เพิ่มขึ้น' : 'ลดลง'}`,
    ...(typeof by[0] === 'string' ? by : [' ', ...by]),
  ],
  fromTo: (base, before, amount, now) => [' จาก ', base, ` ${before} เป็น `, ...amount, ` ${now}`],
  percent: (value) => ['ร้อยละ ', { value, kind: 'percentage' }],
  points: ({ value }) => [' ', { value, kind: 'quantity' }, ' จุดร้อยละ'],
  notCompared: (base, before, why) => [
    'ไม่เปรียบเทียบกับ',
    ...(base ? [' ', base, ` ${before}`] : [`ตัวเลข${before}`]),
    ` เพราะ${WHY[why]}`,
  ],
  interval: (level, low, high, evidence) => [
    `ช่วงความเชื่อมั่นร้อยละ ${level} ของการเปลี่ยนแปลงคือ `,
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
  estimate: 'ข้อมูลบางงวดยังไม่ครบ',
};
