import type { Hedge } from '../statement.ts';
import { english, lexeme } from './lexeme.ts';
import type { Lexeme, Marker, Meaning } from './token.ts';

const hedge = (name: Hedge) => (): Meaning => ({ type: 'hedge', hedge: name });
const marker = (name: Marker) => (): Meaning => ({ type: 'marker', marker: name });
const direction =
  (sign: -1 | 0 | 1, comparative = false) =>
  (): Meaning => ({ type: 'direction', sign, comparative });

const BEFORE_FIGURE = String.raw`(?= (?:an? |half |the )?[\d$€£¥฿]| (?:an? )?(?:half|third|quarter|fifth|tenth|million|hundred|thousand|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|doubl|tripl|quadrupl|halv|twice))`;

/** How firmly a figure is stated. */
const HEDGES: readonly Lexeme[] = [
  english('(?:just |slightly |a little |marginally |a bit )(?:under|below|less than|short of|shy of)', hedge('nearly')),
  english(
    '(?:just |slightly |a little |marginally |a bit |well |far |much )?(?:over|above|more than|in excess of|upwards of)'.concat(
      BEFORE_FIGURE,
    ),
    hedge('more-than'),
  ),
  english(`(?:nearly|almost|close to|approaching|not quite|getting on for)`, hedge('nearly')),
  english(
    `(?:about|around|roughly|approximately|circa|ca\\.|an estimated|or so|in the region of|some(?=${BEFORE_FIGURE.slice(3)})`,
    hedge('about'),
  ),
  english('(?:at least|no (?:less|fewer) than|not less than|a minimum of)', hedge('at-least')),
  english(
    `(?:up to|as (?:many|much|high) as|at most|no more than|not more than|a maximum of)${BEFORE_FIGURE}`,
    hedge('up-to'),
  ),
  english(`(?:well |far )?(?:under|below|less than|fewer than)${BEFORE_FIGURE}`, hedge('less-than')),
  lexeme('(?:มากกว่า|สูงกว่า|เกินกว่า|เกิน|กว่า) ?(?=ร้อยละ|\\d|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ครึ่ง)', hedge('more-than')),
  lexeme('(?:ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|อย่างต่ำ)', hedge('at-least')),
  lexeme('(?:ไม่เกิน|ไม่มากกว่า|สูงสุดถึง|มากที่สุดถึง)', hedge('up-to')),
  lexeme('(?:ไม่ถึง|น้อยกว่า|ต่ำกว่า) ?(?=ร้อยละ|\\d|หนึ่ง|สอง|สาม|สี่|ห้า|ครึ่ง)', hedge('less-than')),
  lexeme('(?:เกือบ|ใกล้)', hedge('nearly')),
  lexeme('(?:(?<!งบ)ประมาณ(?!การ)|ราวๆ|ราว ๆ|ราว|โดยประมาณ|เฉลี่ยประมาณ)', hedge('about')),
];

const UP =
  'rose|ris(?:es?|en|ing)|increas(?:es?|ed|ing)|gr(?:ew|ows?|own|owing|owth)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:es?|ed|ing)|soar(?:s|ed|ing)?|expan(?:ds?|ded|ding|sion)|gain(?:s|ed|ing)?|(?:went|gone|goes|going|go) up|up|upsurge|uptick|advanc(?:es?|ed)|rebound(?:s|ed)?|recover(?:s|ed|ing)?|accelerated|add(?:s|ed)|spik(?:es?|ed)|mounted|swell(?:ed)?|swollen';
const DOWN =
  'f(?:ell|alls?|allen|alling)|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|shr(?:ank|inks?|unk|inking)|contract(?:s|ed|ing|ion)|plung(?:es?|ed|ing)|plummet(?:s|ed|ing)?|reduc(?:tion|ed|es?)|slip(?:s|ped)?|slump(?:s|ed)?|dip(?:s|ped)?|(?:went|gone|goes|going|go) down|down|tumbl(?:es?|ed)|slid|sank|eas(?:es?|ed)|los(?:t|es?)|downturn|cuts?|slash(?:ed|es)?|trimm?(?:ed|s)?|lower(?:ed|s)|shed';

/** Verbs and nouns of a rise or a fall, as a pattern without groups. */
export const MOVES = `(?:${UP}|rise|fall|${DOWN})`;

/** Right after a percentage they are its direction; elsewhere they may be a hedge. */
export const COMPARATIVES: readonly Lexeme[] = [
  english('more|higher|above|larger|greater|bigger|additional', direction(1, true)),
  english('fewer|lower|less|below|smaller', direction(-1, true)),
];

/** Up or down. */
const DIRECTIONS: readonly Lexeme[] = [
  english('negative growth', direction(-1)),
  english(UP, direction(1)),
  english(DOWN, direction(-1)),
  ...COMPARATIVES,
  lexeme('(?:ปรับ(?:ตัว)?)?(?:เพิ่ม|สูง|พุ่ง)(?:สูง)?ขึ้น|เพิ่ม|ขยายตัว|เติบโต|โตขึ้น|พุ่ง', direction(1)),
  lexeme('มากกว่า|สูงกว่า', direction(1)),
  lexeme('น้อยกว่า|ต่ำกว่า', direction(-1)),
  lexeme('(?:ปรับ(?:ตัว)?)?ลด(?:ลง|ต่ำลง)?|หดตัว|ติดลบ', direction(-1)),
];

const EVERY: Readonly<Record<string, string>> = { วัน: 'day', สัปดาห์: 'week', เดือน: 'month', ปี: 'year' };

const LIGHT =
  'sharply|a whopping|a staggering|a massive|a remarkable|a mere|a modest|a hefty|a striking|an impressive|an astonishing|further|again|also|only|just|slightly|steadily|significantly|substantially|markedly|considerably|dramatically|overall|year|annual|annually|an|a|the|additional|another|total|strongly|rapidly|modestly|as much as|combined|even|still|respectively|recorded|reported|registered|record|had|has|have|been';

/** What joins figures and clauses. */
const JOINTS: readonly Lexeme[] = [
  english('compared (?:with|to)|versus|vs\\.?|against', marker('against')),
  english('on(?= the <N>(?! (?:day|week|month|quarter|year)))', marker('against')),
  english('than(?= (?:the |its |their )?<N>(?! (?:day|week|month|quarter|year)))', marker('against')),
  english('by', marker('by')),
  english('to(?: reach| stand at| total)?|reaching', marker('to')),
  english('from', marker('from')),
  english('(?:of|among) (?:those|these|them|whom)', marker('of')),
  english('of', marker('of')),
  english('per (<N> [\\p{L}-]+)', ([of]) => ({ type: 'per', per: (of ?? '').replaceAll(',', '') })),
  english(
    '(?:(?:an?|the) )?(dai|month|week|year)ly average(?: of)?|(dai|week|month)ly(?= (?:during|in|over|on|since|through|throughout|at|from)(?!\\p{L})|[.,])',
    ([average, alone]) => ({ type: 'per', per: { dai: 'day' }[average ?? alone ?? ''] ?? average ?? alone ?? '' }),
  ),
  english('(?:each|every|per) (day|week|month|quarter|year)', ([unit]) => ({
    type: 'per',
    per: unit?.toLowerCase() ?? '',
  })),
  english('or|equivalent to|equal to|i\\.e\\.|that is|which is', marker('or')),
  lexeme('\\((?=<N> (?:to|-) <N>(?! ?(?:%|per ?cent)))', marker('from')),
  lexeme('\\(', marker('or')),
  english(
    'account(?:s|ed|ing)? for|mak(?:es?|ing) up|made up|represent(?:s|ed|ing)?|compris(?:es?|ed|ing)|constitut(?:es?|ed|ing)',
    marker('share'),
  ),
  english(
    'stands? at|stood at|is|was|were|are|at|totall?(?:s|ed|ing)|averag(?:es?|ed|ing)|reach(?:es|ed|ing)?|hit|hits|number(?:s|ed)|came to|amount(?:s|ed) to|remain(?:s|ed)? at',
    marker('is'),
  ),
  english('while|but|whereas|although|though|whilst|however', () => ({ type: 'clause' })),
  english('and', () => ({ type: 'comma' })),
  lexeme('และ', () => ({ type: 'comma' })),
  lexeme('\\?+', () => ({ type: 'clause' })),
  lexeme('(?:(?<![\\u0E00-\\u0E7F])[.!](?= |$)|;)', () => ({ type: 'clause' })),
  lexeme(',|\\)|:', () => ({ type: 'comma' })),
  lexeme('ขณะที่|ส่วน|แต่|ในขณะที่|ทั้งนี้', () => ({ type: 'clause' })),
  lexeme('คิดเป็น|มีสัดส่วน', marker('share')),
  lexeme('อยู่ที่', marker('is')),
  lexeme('เป็น|เหลือ|สู่|มาอยู่ที่', marker('to')),
  lexeme('(?<=ก่อน(?:หน้า(?:นี้)?)? ?)(?:ซึ่ง|ที่)(?:มี|อยู่ที่)', marker('against')),
  lexeme('จาก', marker('from')),
  lexeme('หรือ', marker('or')),
  english(LIGHT, () => ({ type: 'light' })),
  lexeme('ถึง|อีก|อย่าง|ได้|มี|ต่อเนื่อง|เล็กน้อย|ที่(?= ?ร้อยละ)|(?:เม็ด|คน|กิโลกรัม|กก\\.|ตัน|ลิตร|ตัว|ครั้ง|คัน|ลำ)ละ', () => ({
    type: 'light',
  })),
  lexeme('(วัน|สัปดาห์|เดือน|ปี)ละ', ([unit]) => ({ type: 'per', per: EVERY[unit ?? ''] ?? '' })),
  lexeme('ของ(?= ?(?:ทั้งหมด|ผู้|จำนวน|ประชา|การ|คดี|ปริมาณ|มูลค่า))', marker('of')),
];

export const WORDS: readonly Lexeme[] = [...HEDGES, ...DIRECTIONS, ...JOINTS];

/** Words right after a number that name what is counted. */
const NOUN = String.raw`(?:people|persons?|staff|baht|kg|kilos?|men|women|children|cattle|livestock|vehicles?|euros?|yuan|kyat|kip|dong|tablet|\p{L}[\p{L}-]*[^s\W]s)`;

/** Words of grammar and of time, which name nothing that is counted. */
const NOT_UNIT =
  '(?:more|fewer|less|higher|lower|times|is|was|were|are|be|been|as|this|these|those|its|his|has|have|had|does|over|in|from|of|on|at|per|an?|the|during|within|for|to|and|or|by|with|that|which|who|after|before|since|than|compared|previous|last|days?|weeks?|months?|quarters?|years?|hours?|minutes?|points?|each|every|but|while|whereas|versus|thus|plus|across|yes)';

/** Right after a percentage: of what it is a share. */
export const THAI_OF: Lexeme = lexeme('ของ', marker('of'));

export const UNITS: readonly Lexeme[] = [
  lexeme(
    String.raw`(?:กว่า)?(?:เม็ด|คน|ราย|ครั้ง|คดี|บาท|ตัน|กิโลกรัม|กก\.|ลิตร|เที่ยว|คัน|ลำ|ดอลลาร์(?:สหรัฐฯ?)?|ฉบับ|เหตุการณ์|เหตุ|มวน|ตู้|ศพ|นาย|ตัว|ถุง)`,
    (_, text) => ({ type: 'unit', unit: text.replace(/^กว่า/, '') }),
  ),
  english(String.raw`(?:(?!${NOT_UNIT} )[\p{L}][\p{L}-]* ){0,2}?(?!${NOT_UNIT}(?!\p{L}))${NOUN}`, (_, text) => ({
    type: 'unit',
    unit: text,
  })),
];

/** "a day", "per day". */
export const PER: Lexeme = lexeme(
  String.raw` ?(?:per|a|an|each|every|/|ต่อ) ?(day|week|month|quarter|year|วัน|เดือน|ปี)(?!\p{L}| earlier| ago| before)`,
  ([unit]) => ({
    type: 'per',
    per: EVERY[unit ?? ''] ?? unit ?? '',
  }),
);
