import { english, lexeme } from './lexeme.ts';
import { lengthText, readPeriod } from './period-words.ts';
import type { Lexeme, Meaning } from './token.ts';

const PAST = '(?:preceding|past|last|previous|prior|latest|most recent|recent)';
const BEFORE = '(?:previous|preceding|prior|last)';
const THAN =
  '(?:as )?(?:compared (?:with|to)|in comparison (?:with|to)|relative to|versus|vs\\.?|against|(?:than|what)(?: it was| they were)?|from|on|over(?= the (?:previous|prior))|as)(?: that| those| the (?:figure|number|level|total))?(?: of| for| in| during)?';
const THAN_STRICT =
  '(?:as )?(?:compared (?:with|to)|in comparison (?:with|to)|relative to|versus|vs\\.?|against|than|from|on)(?: that| those| the (?:figure|number|level|total))?(?: of| for| in| during)?';
const SAME = String.raw`(?:the )?(?:same|corresponding|equivalent|comparable) (?:[\p{L}\d]+ )?(?:periods?|months?|quarters?|weeks?|half|days?|time|window|date|point|stage)`;

export const over = (window: string): Meaning => ({ type: 'window', over: window, against: null });
export const against = (window: string): Meaning => ({ type: 'window', over: null, against: window });

/** `2025-01..2025-07`: the first end takes the year of the last where it has none. */
export function range(first = '', last = ''): string {
  const [from, to] = [readPeriod(first), readPeriod(last)];
  const year = /^(\d{4})-/.exec(to)?.[1];
  return `${from.startsWith('--') && year !== undefined ? `${year}-${from.slice(2)}` : from}..${to}`;
}

/** From one period to another: years, and months that follow each other, are compared; else it is a stretch of time. */
export function fromTo(first = '', last = ''): Meaning {
  const [from, to] = range(first, last).split('..') as [string, string];
  const years = /^(?:FY)?\d{4}$/.test(from) && /^(?:FY)?\d{4}$/.test(to);
  const [a, b] = [monthIn(from), monthIn(to)];
  const follow = a !== null && b !== null && (b - a === 1 || b - a === 12);
  const [c, d] = [partIn(from), partIn(to)];
  const next = c !== null && d !== null && c.of === d.of && (d.at - c.at === 1 || d.at - c.at === c.of);
  return years || follow || next ? { type: 'window', over: to, against: from, ends: true } : over(`${from}..${to}`);
}

/** The place of a quarter or half among all, and how many a year has; both with their years. */
function partIn(text: string): { at: number; of: number } | null {
  const [, year, kind, number] = /^(\d{4})-([QH])(\d)$/.exec(text) ?? [];
  const of = kind === 'H' ? 2 : 4;
  return year === undefined ? null : { at: Number(year) * of + Number(number), of };
}

/** The place of a month among all; that of one without a year in its year. */
function monthIn(text: string): number | null {
  const [, year, month] = /^(\d{4}|-)-(\d{2})$/.exec(text) ?? [];
  return month === undefined ? null : Number(year === '-' ? 0 : year) * 12 + Number(month);
}

const unit = (text = ''): string => lengthText(undefined, text);

/** Right after a comparative, a period is what is compared with: "35 % below 2019". */
export const BARE_PERIOD: Lexeme = lexeme('<P>', ([p]) => against(readPeriod(p ?? '')));

/** What the words for a window and for what it is compared with mean in English. */
export const WINDOWS: readonly Lexeme[] = [
  english(
    '(?:an? )?(?:(?:average|mean|compound|compounded) )*(?:annual|yearly|monthly|quarterly) (?:(?:average|growth|compound) )*(?:rate|pace|growth)|on average (?:each|every|per) <U>|(?:each|every) (?:year|month|quarter)(?= on average)',
    (_, text) => ({ type: 'unclear', why: `"${text}" is a rate per time, not a change`, window: true }),
  ),
  english('(?:on )?year(?:[- ](?:on|over)[- ]|/)year|y-?o-?y|y/y|on the year', () => against('year')),
  english(
    '(?:on )?(?:month|quarter|week)(?:[- ](?:on|over)[- ]|/)(?:month|quarter|week)|[mqw]-?o-?[mqw]|[mqw]/[mqw]',
    () => against('previous'),
  ),
  english(
    `(?:${THAN} )?(?:in |during )?${SAME} (?:of |in )?(?:the )?(?:${BEFORE} year|year before|year earlier|a year (?:earlier|ago|before))`,
    () => against('year'),
  ),
  english(`(?:${THAN} )?(?:in |during )?${SAME} (?:of|in|for) <P>`, ([p]) => against(readPeriod(p ?? ''))),
  english(`(?:${THAN} )?(?:a|one|the) year (?:earlier|ago|before|previously)`, () => against('year')),
  english(`${THAN} (?:the )?${BEFORE} year`, () => against('year')),
  english('the (?:previous|preceding|prior) year', () => against('year')),
  english(
    '(?:in|during) (?:the )?(?:early|late|mid)(?:dle of)?[ -]<P>|(?:early|late|mid)[ -]<P>|(?:in|during|by) the (?:first|second|third|fourth|last|final|opening|closing) (?:<N> )?(?:days?|weeks?|weekend|fortnight) of <P>',
    (_, text) => ({
      type: 'unclear',
      why: `which days "${text}" are`,
    }),
  ),
  english(
    `${THAN_STRICT} the <N> <U> (?:to|ending(?: in)?|ended(?: in)?|up to|through) (?:the end of )?<P>`,
    ([n, u, p]) => against(`${lengthText(n, u ?? '')} to ${readPeriod(p ?? '')}`),
  ),
  english(
    `(?:${THAN_STRICT}|(?:above|below) (?:the|its|their) (?:level|number|figure|total) (?:of|in)) the <U> (?:to|ending(?: in)?|ended(?: in)?|up to|through) (?:the end of )?<P>`,
    ([u, p]) => against(`${unit(u)} to ${readPeriod(p ?? '')}`),
  ),
  english(
    '(?<=(?:above|below) )(?:the|its|their) (?:level|number|figure|total) (?:of|in) the <U> (?:to|ending(?: in)?|ended(?: in)?) (?:the end of )?<P>',
    ([u, p]) => against(`${unit(u)} to ${readPeriod(p ?? '')}`),
  ),
  english(
    `(?<=(?:from|than) (?:about |around |some )?[$€£¥฿]?[\\d.,]+ ?(?:%|per ?cent|\\p{L}+)? )(?:in|during) the ${BEFORE} (<U>|reporting period|period)`,
    ([u]) => against(/year/i.test(u ?? '') ? 'year' : 'previous'),
  ),
  english('on the (?:month|quarter|week)(?! of)', () => against('previous')),
  english(`${THAN_STRICT} (?:the )?${BEFORE} <N> <U>`, ([n, u]) => ({
    type: 'window',
    over: lengthText(n, u ?? ''),
    against: 'previous',
  })),
  english(`${THAN_STRICT} the <N> <U> (?:before|earlier|prior)(?: that)?`, ([n, u]) => ({
    type: 'window',
    over: lengthText(n, u ?? ''),
    against: 'previous',
  })),
  english(`${THAN} (?:the )?${BEFORE} (?:<U>|(?:reporting )?period)`, () => against('previous')),
  english(`${THAN} (?:a|one|the) (?:month|quarter|week|period) (?:earlier|ago|before)`, () => against('previous')),
  english(
    '(?:so far this year|(?:in )?(?:the )?year[- ]to[- ]date|this year(?: so far| to date)?|since the (?:start|beginning) of the year)',
    () => over('ytd'),
  ),
  english(
    '(?:in |over |during )?(?:the )?<N> <U> (?:to|ending(?: in)?|ended(?: in)?|up to|through) (?:the end of )?<P>',
    ([n, u, p]) => over(`${lengthText(n, u ?? '')} to ${readPeriod(p ?? '')}`),
  ),
  english(
    '(?:in |over |during )?(?:the |a )?<U> (?:to|ending(?: in)?|ended(?: in)?|up to|through) (?:the end of )?<P>',
    ([u, p]) => over(`${unit(u)} to ${readPeriod(p ?? '')}`),
  ),
  english('(?:in |over |during )?(?:the )?first <N> months(?: of (?:the|this) year|(?! of))', ([n]) =>
    over(`--01..--${lengthText(n, 'month').replace('m', '').padStart(2, '0')}`),
  ),
  english(
    '(?<=(?:increase|rise|growth|gain|jump|surge|improvement|decrease|decline|drop|fall|reduction|fold|(?:up|down) [\\d.,]+ ?(?:%|per ?cent)) )over <P>',
    ([p]) => against(readPeriod(p ?? '')),
  ),
  english('(?:in |over |during )?(?:the )?first <N> months of <P>', ([n, p]) => over(firstMonths(n, p))),
  english(`(?:in|over|during|within|for)? ?the ${PAST} <N> <U>`, ([n, u]) => over(lengthText(n, u ?? ''))),
  english('(?:in|over|during) the <N> <U> (?:before|preceding|prior)(?: that)?', ([n, u]) =>
    over(lengthText(n, u ?? '')),
  ),
  lexeme(String.raw`(?<![\d.,])(?:19|20)\d\d[-/]\d{2}(?:\d\d)?(?![\d/-])`, (_, text) =>
    /-(?:0\d|1[0-2]|\d{4})$/.test(text) ? null : { type: 'unclear', why: `which year "${text}" is`, window: true },
  ),
  english('(?:in|over|during|for|between|from)? ?(?:the years )?((?:19|20)\\d\\d)-((?:19|20)\\d\\d)', ([a, b]) =>
    fromTo(a, b),
  ),
  english('(?:has|have|had) since(?= \\p{L})', (_, text) => ({
    type: 'unclear',
    why: `since when, "${text}"`,
    window: true,
  })),
  english('since last year', () => over('since last year')),
  english('(?:in |during )?last year', () => over('last year')),
  english(`(?:in |over |during |for )?(?:the )?${PAST} <U>`, ([u]) => over(unit(u))),
  english('(?:over|within|during|in) (?:a period of )?<N> <U>', ([n, u]) => over(lengthText(n, u ?? ''))),
  english(String.raw`since(?: \p{L}+){1,4} (?:in|of) <P>`, ([p]) => over(`since ${readPeriod(p ?? '')}`)),
  english('since(?: the start of| the beginning of| early| late)? <P>', ([p]) => over(`since ${readPeriod(p ?? '')}`)),
  english(String.raw`from \d{4} to \d{4}(?= (?:\p{L}+ )?\p{L}+s(?!\p{L}))`, (_, text) => ({
    type: 'unclear',
    why: `whether "${text}" are years or numbers`,
  })),
  english('(?:between|from) <P>,? (?:and|to|until|through) <P>', ([a, b]) => fromTo(a, b)),
  english('(?:in |over |during )?<M> ?(?:-|to|through) ?<P>', ([a, b]) => over(range(a, b))),
  english(
    '(?:from|below|above|than|against|on|to|over|under) (?:the |its |their )<P> (?:level|figure|value|total)s?',
    ([p]) => against(readPeriod(p ?? '')),
  ),
  english('(?<=(?:below|above) )(?:the |its |their )?<P> (?:level|figure|value|total)s?', ([p]) =>
    against(readPeriod(p ?? '')),
  ),
  english('(?<=(?:times|twice) )(?:what it was|what they were|what|those|that)(?: (?:of|for|in|during))? <P>', ([p]) =>
    against(readPeriod(p ?? '')),
  ),
  english(
    '(?:of |from |to |at |than )?(?!the total|the value)(?<!(?:lost|loses?|losing|gained|shed|shaved)[^.;,]{0,40} )(?:its|their|the) (?:level|levels|figure|value|total) (?:of|in) <P>',
    ([p]) => ({
      type: 'base',
      against: readPeriod(p ?? ''),
    }),
  ),
  english(
    'of (?:(?:the |its |their )?<P> (?:level|levels|figure|value|total)s?|what (?:it|they) (?:was|were)(?: in)? <P>)',
    ([p, q]) => ({ type: 'base', against: readPeriod(p ?? q ?? '') }),
  ),
  english(
    `(?:compared (?:with|to)|relative to|versus|vs\\.?|against|than|what)(?: it was| they were)?(?: those| that| the (?:figure|number|level|total))?(?: of| for| in| during)?(?: the whole of| all of)? <P>`,
    ([p]) => against(readPeriod(p ?? '')),
  ),
  english('(?:on|as in|from) <P>', ([p], text) =>
    /^on/i.test(text) && isDay(p) ? over(readPeriod(p ?? '')) : against(readPeriod(p ?? '')),
  ),
  english('as in <P>', ([p]) => against(readPeriod(p ?? ''))),
  english(String.raw`(?:the|its|their|this) (?=(?:19|20)\d\d \p{L})<P>`, ([p]) => over(readPeriod(p ?? ''))),
  lexeme(String.raw`\(<P>\)`, ([p]) => over(readPeriod(p ?? ''))),
  english('(?:in|during|for|over|throughout|of|by|as of|at the end of) (?:the )?<P>', ([p], text) =>
    /^by/i.test(text) && isDay(p) ? { type: 'ignored' } : over(readPeriod(p ?? '')),
  ),
  lexeme('(?<=(?:มาก|สูง|น้อย|ต่ำ)กว่า ?)<P>', ([p]) => against(readPeriod(p ?? ''))),
  lexeme('<P>', ([p], text) =>
    /^\d{4}$/.test(text) || /^(?:may|march|mar)$/.test(text) ? null : over(readPeriod(p ?? '')),
  ),
];

const isDay = (text = ''): boolean => /^(?:-|\d{4})-\d{2}-\d{2}$/.test(readPeriod(text));

function firstMonths(count = '', year = ''): string {
  const named = readPeriod(year);
  const last = lengthText(count, 'month').replace('m', '').padStart(2, '0');
  return `${named}-01..${named}-${last}`;
}
