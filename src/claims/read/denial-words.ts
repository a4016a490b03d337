import { english, lexeme } from './lexeme.ts';
import type { Lexeme } from './token.ts';
import { MOVES } from './word-forms.ts';

const denied: Lexeme['meaning'] = (_, text) => ({
  type: 'unclear',
  why: `"${text.trim()}": what is denied or supposed is no figure to hold against the data`,
  window: true,
});

const NOT = String.raw`(?:not|never|\p{L}+n't|cannot|neither|nor|without|no(?! (?:more|less|fewer)))`;

const otherRate: Lexeme['meaning'] = (_, text) => ({ type: 'unclear', why: `"${text.trim()}" is only compared with` });

/** Words by which a sentence does not say that its figure is so: "did not rise by 40 %", "if it rose by 40 %". */
export const DENIALS: readonly Lexeme[] = [
  english(
    String.raw`${NOT}(?: (?:yet|in fact|actually|been|have|be|seen?|\p{L}+ly|a|an|any|the|by|of)){0,3} (?:${MOVES}|doubl\p{L}+|tripl\p{L}+|halv\p{L}+)`,
    denied,
  ),
  english(String.raw`(?:not|never|\p{L}+n't)(?: (?:by|to|at|a|the)){0,2}(?= <N> ?(?:%|per ?cent))`, denied),
  english(String.raw`neither (?:\p{L}+ ){1,4}nor`, denied),
  english('(?:den(?:y|ied|ies|ying)|untrue|not true|false|wrong|no evidence|a myth) that', denied),
  english(
    String.raw`(?:is|are|was|were|has been|have been)(?: \p{L}+ly)? (?:not (?:true|supported|borne out|correct|the case|so|accurate|confirmed|backed|certain)|false|wrong|untrue|misleading|incorrect|unfounded|baseless|unproven|disputed|exaggerated)`,
    denied,
  ),
  english('(?:failed|fails|fail|refused) to', denied),
  english('(?:rather than|instead of)(?= (?:rising|falling|increasing|decreasing|growing|declining|dropping))', denied),
  english('(?<!as )if|unless|suppose(?: that)?|assuming(?: that)?', denied),
  english('(?<!by |of |from |to )the <N> ?(?:%|per ?cent) (?:of|in|for|recorded in|seen in) <P>', otherRate),
  english(
    '(?:more|less|faster|slower|higher|lower) than the <N> ?(?:%|per ?cent) (?:of|in|for|recorded in|seen in) <P>',
    otherRate,
  ),
  lexeme('(?:ไม่ได้|มิได้|ไม่|มิ)(?=เพิ่ม|ลด|ขยาย|หดตัว|สูงขึ้น|พุ่ง|เติบโต)', denied),
  lexeme('ไม่เป็น(?:ความ)?จริง|ไม่ถูกต้อง|ข่าวปลอม', denied),
  lexeme('ไม่ใช่|ไม่จริง|ปฏิเสธว่า|(?<!ต้อง|ข้อ|ปัญ|จัด|แสวง|ค้น)หาก(?!ไม่รวม|[\u0E30-\u0E3A\u0E47-\u0E4E])|ถ้า', denied),
];
