import type { Measure } from '../series/series.ts';

/** Words for people, as against words for what happened to them or was done. */
const PEOPLE =
  /(?<!\p{L})(?:migrants?|people|persons?|refugees?|asylum[- ]seekers?|individuals?|men|women|children|travell?ers?|tourists?|visitors?|immigrants?|nationals|arrivals of people)(?!\p{L})|ผู้อพยพ|ผู้ลี้ภัย|แรงงาน|นักท่องเที่ยว|ผู้เดินทาง|ผู้หลบหนี|(?<=(?:\d|พัน|หมื่น|แสน|ล้าน) ?)(?:คน|ราย)/iu;

/** Units that count people, one by one. */
const COUNTS_PEOPLE =
  /(?<!\p{L})(?:persons?|people|passengers?|migrants?|visitors?|refugees?|travell?ers?|counted|staff|คน|ราย)(?!\p{L})/iu;

/** Words that count cases, where the measure may be an amount. */
const CASES =
  /(?<!\p{L})(?:number of|more|fewer) (?:seizures|cases|arrests|incidents|attacks|reports)(?!\p{L})|จำนวน(?:คดี|ครั้ง|เหตุการณ์|การจับกุม)/iu;

/** A word of a sentence that says it counts what the measure does not. */
export interface UnitObjection {
  readonly word: string;
  readonly why: string;
}

/** What a sentence says it counts and the measure does not; null where the words and the measure agree. */
export function unitObjection(sentence: string, { unit, name, kind, statistic }: Measure): UnitObjection | null {
  const of = `${unit} ${name}`;
  const [people] = PEOPLE.exec(sentence) ?? [];
  const isCount = kind === 'count' || statistic === 'count';
  if (people !== undefined && isCount && !COUNTS_PEOPLE.test(of))
    return {
      word: people.trim(),
      why: `the measure counts ${unit}, not people: one person may be counted several times`,
    };
  const [cases] = CASES.exec(sentence) ?? [];
  if (cases !== undefined && !isCount)
    return { word: cases.trim(), why: `the measure is an amount in ${unit}, not a number of cases` };
  return null;
}
