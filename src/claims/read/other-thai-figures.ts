import { PERCENT } from './figure-words.ts';
import { lexeme } from './lexeme.ts';
import type { Lexeme } from './token.ts';

const DIGIT = '(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่|เอ็ด)';
const SCALE = '(?:สิบ|ร้อย(?!ละ)|พัน|หมื่น|แสน|ล้าน)';
const FIGURE = `(?:ร้อยละ ?<N>|<N> ?${PERCENT})`;
const MOVE = '(?:ลด|เพิ่ม|หดตัว|ขยายตัว|เติบโต)';
const EARLIER = `หลัง(?:จาก)?(?:ที่)?(?:เคย|ได้)?(?=${MOVE})`;

const unclear =
  (why: (text: string) => string): Lexeme['meaning'] =>
  (_, text) => ({ type: 'unclear', why: why(`"${text.trim()}"`) });

const inWords = unclear((text) => `how much ${text} is; write it in digits`);

/** The same in Thai: numbers of several words, parts of a change, figures of an earlier time. */
export const OTHER_THAI_FIGURES: readonly Lexeme[] = [
  lexeme(
    `(?:\\d[\\d,.]*|${DIGIT})(?: ?${SCALE})+ ?(?:${DIGIT}|\\d[\\d,.]* ?${SCALE})(?: ?(?:${DIGIT}|${SCALE}))*`,
    inWords,
  ),
  lexeme(`${DIGIT}(?:${DIGIT}|ร้อย(?!ละ))(?:${DIGIT}|${SCALE})*`, inWords),
  lexeme('<N> ?(?:เม็ด|คน|ราย|ครั้ง|คดี|บาท|ตัน|กิโลกรัม|กก\\.|ลิตร)?ครึ่ง(?!ปี|แรก|หลัง|หนึ่ง)', inWords),
  lexeme(
    `${FIGURE} ?ของ(?:การ|ส่วนที่)?${MOVE}`,
    unclear((text) => `${text} is a part of a change, not a change`),
  ),
  lexeme(
    `${FIGURE} ?ของ(?:ปี|เดือน|ช่วง|ไตรมาส)`,
    unclear((text) => `what ${text} is a part of`),
  ),
  lexeme(`${EARLIER}(?=(?:[^.]|[.]\\d)*? ?<P>)`, () => ({ type: 'clause' })),
  lexeme(
    `${EARLIER}${MOVE}[^\\d.]*${FIGURE}`,
    unclear((text) => `when it was, ${text}`),
  ),
];
