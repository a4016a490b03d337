import { english, lexeme } from './lexeme.ts';
import type { Lexeme } from './token.ts';

const ignored = () => ({ type: 'ignored' }) as const;

/** Points that end no sentence: "the U.S. Border Patrol", "Gen. Min Aung Hlaing". */
export const ABBREVIATIONS: readonly Lexeme[] = [
  english(
    String.raw`(?!i\.e\.|a\.m\.|p\.m\.|p\.p\.)(?:[a-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Capt|Gov|Sen|Rep|Prof|St|Inc|Ltd|approx)\.`,
    () => ({
      type: 'word',
    }),
  ),
];

const LENGTH = '(?:km|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|mi|feet|ft|cm|mm|degrees?)';
const TIME = '(?:hours?|hrs?|minutes?|mins?|seconds?|a\\.m\\.|p\\.m\\.|am|pm)';
const REFERENCE =
  '(?:sections?|articles?|tables?|figures?|fig\\.|pages?|pp?\\.|chapters?|annex|appendix|resolutions?|highways?|routes?|roads?|no\\.|number|numbers|paragraphs?|para\\.|clauses?|schedules?|rooms?|units?|gates?|zones?|volumes?|vol\\.|issues?|act|bill|order|km|kilomet(?:re|er)|row|column|line|footnote|title|phase|group|team|category|class|tier|model|version|edition|day|stage)';
const PLACE =
  '(?:countries|nations|states|member states|provinces|districts|cities|towns|villages|regions|islands|checkpoints|gates|crossing points|ports|routes|sites|locations|agencies|nationalities|places|areas|times a (?:day|week|month|year))';
const SUPERLATIVE = '(?:worst|most|least|first|\\p{L}{2,}est)';

/** Numbers that are no figures: distances, ages, times of day, laws, tables, telephones, places. */
export const IGNORED: readonly Lexeme[] = [
  lexeme(String.raw`\+?\(?\d{1,4}\)?-\d{3,4}-\d{3,4}`, ignored),
  lexeme(String.raw`\d{1,2}[.:]\d{2} ?(?:a\.m\.|p\.m\.|am\b|pm\b|น\.|hours\b|hrs\b)`, ignored),
  lexeme(String.raw`(?<![\p{L}\d])\d{1,2}:\d{2}(?!\d)`, ignored),
  english(`<N>[ -]${LENGTH}`, ignored),
  lexeme(String.raw`\d+(?:\.\d+)?m(?= (?:from|of|off|wide|long|high|deep|away))`, ignored),
  english(`<N>[ -](?:and|to|or) <N>[ -]${LENGTH}`, ignored),
  english(`<N>[ -]${TIME}`, ignored),
  english('<N>[ -](?:year|month|week|day)s?[ -]old', ignored),
  english('<N>-(?:year|month|week|day|hour|member|point|page|lane|seat|metre|strong)', ignored),
  english('age[ds]? (?:of )?<N>(?: ?(?:to|and|or|-) ?<N>)?', ignored),
  english('(?:under|over|below|above) the age of <N>', ignored),
  english(String.raw`(?:between (?:the )?)?${REFERENCE} \d+(?:[.\-/]\d+)*(?: and ${REFERENCE} \d+)?`, ignored),
  english(String.raw`[A-Z]\p{L}+-\d{1,2}`, ignored),
  english(
    `(?:the |all |all of the |both |its |their |these |those |other |of |in |at |across |for |from |to |through )?(?:the |all |its )?<N> ${PLACE}`,
    ignored,
  ),
  english(
    String.raw`<N> ?(?:%|per ?cent) (?:confidence |credible |uncertainty |prediction )?(?:intervals?|CI|UI|limits?|confidence)(?: (?:of|from|is))?:? ?(?:\(?[+\-]?<N> ?%? ?(?:to|-|,|and) ?[+\-]?<N> ?%?\)?)?`,
    ignored,
  ),
  english('all (?:of )?(?:the )?<N>', ignored),
  english(
    'of (?:the |its |all |their )<N>(?: [\\p{L}-]+){1,6}?,(?! <N>(?: \\(| are| is| were| was| have| had))',
    ignored,
  ),
  english(`(?:the )?${SUPERLATIVE}(?: [\\p{L}-]+){0,4} since(?: at least)?(?: [\\p{L}-]+){0,4} <P>`, ignored),
  english(
    `(?:the )?${SUPERLATIVE}(?: [\\p{L}-]+){0,3} (?:in|for) (?:the )?(?:more than |over |at least |about |nearly |almost )?<N> <U>`,
    ignored,
  ),
  english(
    '(?:took|takes?|taking|taken|came|comes?|coming|entered|enters?|put|brought) (?:into )?(?:effect|force|office)(?: (?:on|in) <P>)?',
    ignored,
  ),
  english(
    String.raw`\d{1,2}(?:st|nd|rd|th)? <M>(?!,? ?\d{4})|(?=[a-z])<M> \d{1,2}(?:st|nd|rd|th)?(?!\d|,? ?\d{4}|[.,]\d| ?%)`,
    ignored,
  ),
  english(String.raw`\d{1,3}(?:st|nd|rd|th)`, ignored),
  lexeme(
    String.raw`(?:มาตรา|ตาราง(?:ที่)?|หน้า|ข้อ(?:ที่)?|ฉบับที่|รูปที่|ถนนหมายเลข|ทางหลวง(?:หมายเลข)?|หมู่(?:ที่)?|เลขที่|ครั้งที่|ลำดับที่|บทที่) ?\d+(?:[./]\d+)*`,
    ignored,
  ),
  lexeme('(?:ต่อเนื่อง)?เป็น(?:วัน|สัปดาห์|เดือน|ไตรมาส|ปี)ที่ ?<N>(?: ?ติดต่อกัน)?', ignored),
  lexeme(`อายุ ?(?:ระหว่าง ?)?<N>(?: ?(?:-|ถึง) ?<N>)? ?ปี`, ignored),
  lexeme(String.raw`<N> ?(?:กิโลเมตร|กม\.|เมตร|ไมล์|ชั่วโมง|ชม\.|นาที|ไร่|องศา)`, ignored),
  lexeme(`<N> ?(?:ประเทศ|จังหวัด|อำเภอ|ตำบล|หมู่บ้าน|แห่ง|ด่าน|ภูมิภาค)`, ignored),
  lexeme(String.raw`เวลา ?\d{1,2}[.:]\d{2} ?น?\.?`, ignored),
  lexeme(`(?:สูงสุด|ต่ำสุด|มากที่สุด|น้อยที่สุด)(?:ในรอบ ?<N> ?<U>|(?:นับ)?ตั้งแต่ ?<P>)`, ignored),
];
