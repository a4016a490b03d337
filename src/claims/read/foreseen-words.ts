import { english, lexeme } from './lexeme.ts';
import type { Lexeme } from './token.ts';
import { MOVES } from './word-forms.ts';

const foreseen: Lexeme['meaning'] = (_, text) => ({
  type: 'unclear',
  why: `"${text.trim()}": what is foreseen, wished for or only possible is no claim about data`,
  window: true,
});

const MODAL = `(?:will|would|shall|could|might|should|must|ought to|won't|wouldn't|couldn't)(?! be seen)`;
const FORECAST = String.raw`(?:(?:was |were |is |are |been |be )?(?:expected|forecast(?:ed|s|ing)?|project(?:ed|s|ing)(?! (?:by|in|on|at|of|for|to the)(?!\p{L}))|predict(?:ed|s|ing|ion|ions)?|anticipat(?:ed|es|ing|ion)|foresee[ns]?|foresaw)|(?:un)?likely(?: to)?|(?:set|poised|bound|slated|scheduled|about|due|expects?|expecting) to(?= \p{L})|on (?:track|course) (?:to|for)|estimated to(?! (?:have|be(?!\p{L}))))`;
const AIM = String.raw`(?:aim(?:s|ed|ing)? (?:to|at|for)|(?:hop|want|plan|intend|pledg|promis|vow|need|wish|seek|agree|ask|urg|try|tri)(?:e?s|e?d|ned|n?ing|es|e)? to(?= \p{L})|plans? (?:for|calls?)|sought to|call(?:s|ed|ing)? for|(?:target|goal|objective|ambition)s? (?:of|to|for|is|was)(?!\p{L})|(?:target(?:s|ed|ing)?|propos(?:e|es|ed|ing|als?)|demand(?:s|ed|ing)? that|demanded)(?= (?:an? |of an? |for an? )?(?:<N>|cut|reduction|increase|rise|fall|halving|doubling)))`;
const POSSIBLE = String.raw`(?:whether|potentially|hypothetical(?:ly)?|under (?:a|the|one|this) (?:\p{L}+ )?scenario|in (?:a|one|this) (?:\p{L}+ )?scenario|in case|provided that)`;
const LATER = `(?:(?:in|over|during|within|for) the (?:next|coming) (?:<N> )?(?:few )?<U>|next (?:day|week|month|quarter|year))`;

const GROW =
  '(?:grow|rise|increase|climb|expand|gain|surge|fall|drop|decline|decrease|shrink|contract|slow|double|triple|halve)';

/** An infinitive looks ahead ("trade to grow 5 %"), unless it tells what was brought about. */
const AHEAD = String.raw`(?<!(?:continu|beg[aiu]n|start|caus|le[ad]d?|help|forc|tend|appear|seem|prov|found|enabl|allow|dr[io]v|contribut|went)[^.;,]{0,60})to (?:\p{L}+ly )?${GROW}(?!\p{L})|(?:yet|threaten(?:s|ed)?) to(?= \p{L})|risk(?:s|ed)? \p{L}+ing|(?:sees?|seeing) (?:\p{L}+ ){0,3}(?:grow|ris|increas|fall|drop|declin|decreas|shrink|doubl)ing`;

/** Words that make of a figure a forecast, an aim or a possibility, as a pattern without groups. */
const FORESEEN = `(?:${MODAL}|${FORECAST}|${AIM}|${POSSIBLE}|${LATER}|${AHEAD})`;

/** "May" as a verb: the month stands before no verb. */
const MAY = String.raw`may (?:not |well |also |even |yet |still )?(?:have|be|reach|exceed|soon|\p{L}+ly|${MOVES}|doubl\p{L}+|tripl\p{L}+|halv\p{L}+)`;

/** Words by which a sentence foresees, wishes or supposes its figure: "is expected to grow 40 %", "could double". */
export const FORESEEN_WORDS: readonly Lexeme[] = [
  english(`and(?= (?:is |are |was |were |has |have |also |now )?${FORESEEN})`, () => ({ type: 'clause' })),
  english(
    '(?:than|as|not) (?:previously |initially |originally )?(?:expected|forecast|projected|predicted|anticipated|planned|likely)',
    () => ({
      type: 'word',
    }),
  ),
  english(FORESEEN, foreseen),
  english(MAY, (_, text) => (text.startsWith('may') ? foreseen([], text) : null)),
  lexeme('(?:อาจ|น่า|คง)?จะ(?!เห็น|นะ|เข้)|อาจ(?!ารย์)|คง(?=เพิ่ม|ลด|ขยาย|หด|ถึง)', foreseen),
  lexeme(
    'คาด(?:การณ์|หมาย|คะเน)?(?:ว่า)?(?!เข็มขัด)|พยากรณ์|ประมาณการ|ตั้งเป้า(?:หมาย)?|(?<!กลุ่ม|ประเทศ|พื้นที่)เป้าหมาย|มุ่ง(?:หวัง|เป้า|ลด|เพิ่ม)|หวัง(?:ว่า|จะ|ให้)?|มีแนวโน้ม|แนวโน้ม(?=จะ)|วางแผน|สมมติ|ควร(?=ลด|เพิ่ม)|ต้องการ(?=ลด|เพิ่ม|ให้)',
    foreseen,
  ),
  lexeme('(?:ปี|เดือน|ไตรมาส|สัปดาห์)(?:หน้า|ถัดไป)|(?:ใน)?(?:อีก|ช่วง) ?<N> ?<U> ?ข้างหน้า', foreseen),
];

const asked: Lexeme['meaning'] = (_, text) => ({
  type: 'unclear',
  why: `"${text.trim()}": a question says nothing`,
  window: true,
});

/** Words that ask. A question mark does so too, for the whole of its sentence. */
export const QUESTIONS: readonly Lexeme[] = [lexeme('หรือไม่|หรือเปล่า|จริงหรือ|(?:จริง|ใช่)ไหม|ใช่หรือ', asked)];
