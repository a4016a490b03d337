import { lexeme } from './lexeme.ts';
import { lengthText, readPeriod } from './period-words.ts';
import type { Lexeme, Meaning } from './token.ts';
import { against, fromTo, over, range } from './window-words.ts';

const IN = '(?:ใน|เมื่อ|ช่วง|ระหว่าง|ในช่วง|ในระยะ|ตลอด)? ?';
const THAN = '(?:เมื่อ)?(?:เปรียบ)?เทียบ(?:กับ)? ?(?:ช่วง)?|จาก ?(?:ช่วง)?';
const AGO = '(?:ก่อนหน้า(?:นี้)?|ก่อน|ที่แล้ว)';

/** "Between 2560 and 2567" is from the one to the other; months are a stretch of time. */
const fromToYears = (a = '', b = ''): Meaning =>
  [a, b].every((text) => /^\d{4}$/.test(readPeriod(text))) ? fromTo(a, b) : over(range(a, b));

/** What the words for a window and for what it is compared with mean in Thai. */
export const THAI_WINDOWS: readonly Lexeme[] = [
  lexeme('(?<=เท่า ?)ของ ?<P>', ([p]) => against(readPeriod(p ?? ''))),
  lexeme('(?:ใน)?(?:ช่วง|ระหว่าง|ตั้งแต่)? ?<P> ?- ?(?:ปี ?)?((?:19|20|24|25|26)\\d\\d)(?![\\d%]|[.,]\\d)', ([a, b]) =>
    fromTo(a, `ปี ${b}`),
  ),
  lexeme('ใน(?:รอบ|ระยะ(?:เวลา)?|ช่วง) ?<N> ?<U>(?!แรก|หลัง|ของ|ก่อน|ที่แล้ว|ที่ผ่านมา|ล่าสุด)', ([n, u]) =>
    over(lengthText(n, u ?? '')),
  ),
  lexeme(`(?:(?:${THAN}|ของ|กว่า) ?)?(?:กับ)?(?:ใน)?(?:ช่วง|ระยะ|เดือน|ไตรมาส)เดียวกัน(?:ของ|กับ| )?(?:ปี)${AGO}`, () =>
    against('year'),
  ),
  lexeme(`(?:(?:${THAN}|ของ|กว่า) ?)?(?:กับ)?(?:ใน)?(?:ช่วง|ระยะ|เดือน|ไตรมาส)เดียวกัน(?:ของ|กับ| )?<P>`, ([p]) =>
    against(readPeriod(p ?? '')),
  ),
  lexeme(`(?:${THAN}) ?<N> ?<U>${AGO}`, ([n, u]) => ({
    type: 'window',
    over: lengthText(n, u ?? ''),
    against: 'previous',
  })),
  lexeme(`(?:(?:${THAN}|กว่า|ของ) ?)?ปี${AGO}`, () => against('year')),
  lexeme(`(?:(?:${THAN}|กว่า|ของ) ?)?(?:เดือน|ไตรมาส|สัปดาห์|ครึ่งปี|ช่วง)${AGO}`, () => against('previous')),
  lexeme(`(?:${THAN}|กว่า) ?ปีที่ผ่านมา`, () => against('year')),
  lexeme(`${IN}<N> ?<U> ?(?:ที่ผ่านมา|ล่าสุด|ที่แล้ว|หลัง)`, ([n, u]) => over(lengthText(n, u ?? ''))),
  lexeme(`${IN}<U> ?(?:ที่ผ่านมา|ล่าสุด)`, ([u]) => over(lengthText(undefined, u ?? ''))),
  lexeme('(?:ใน)?(?:รอบ|ช่วง)? ?<N> ?เดือน(?:แรก|หลัง)ของ ?ปี ?งบประมาณ(?: ?\\d{4})?', (_, text) => ({
    type: 'unclear',
    why: `when "${text}" is`,
    window: true,
  })),
  lexeme(`${IN}<N> ?เดือนแรกของ ?<P>`, ([n, p]) =>
    over(
      `${readPeriod(p ?? '')}-01..${readPeriod(p ?? '')}-${lengthText(n, 'เดือน').replace('m', '').padStart(2, '0')}`,
    ),
  ),
  lexeme('(?:นับ)?ตั้งแต่(?:ต้น)?(?:ปีนี้|ต้นปี)|ปีนี้', () => over('ytd')),
  lexeme(`${IN}(?:ตั้งแต่ ?)?<M> ?(?:ถึง|-) ?<P>`, ([a, b]) => over(range(a, b))),
  lexeme('(?:ใน)?(?:ช่วง|ระหว่าง|ตั้งแต่) ?<P> ?(?:ถึง|-|และ|จนถึง) ?<P>', ([a, b]) => fromToYears(a, b)),
  lexeme('(?:นับ)?ตั้งแต่ ?<P>', ([p]) => over(`since ${readPeriod(p ?? '')}`)),
  lexeme(`(?:${THAN}) ?<P>`, ([p]) => against(readPeriod(p ?? ''))),
  lexeme(`${IN}<P>`, ([p], text) => (/^\d{4}$/.test(text) ? null : over(readPeriod(p ?? '')))),
];
