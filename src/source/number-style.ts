import { westernDigits } from '../period/digits.ts';
import { numberOf } from './number.ts';

/** How the numbers of a column are written, where it is not plainly; data that can be sent to any engine. */
export interface NumberStyle {
  readonly decimal: '.' | ',';
  /** What stands between groups of three digits, beside nothing. */
  readonly group: '' | ',' | '.' | ' ' | "'";
  /** True where letters behind a number, or in brackets in its place, say something of it: `1,234 p`, `[c]`. */
  readonly flags: boolean;
  /** True where a percent sign may stand behind a number. */
  readonly percent: boolean;
  /** The sign or code of a currency that may stand before or behind a number. */
  readonly currency: string | null;
}

/** What the cells of a column tell of how its numbers are written. */
export interface StyleChoice {
  /** Null where they are written plainly. */
  readonly style: NumberStyle | null;
  /** How many of the cells are numbers so. */
  readonly fitting: number;
  /** A cell that could mean two numbers, where no other decides. */
  readonly unclear: string | null;
}

/** What a styled cell says before its digits are read. */
export interface Affixes {
  readonly body: string;
  readonly negative: boolean;
  readonly flag: string | null;
}

const CURRENCY =
  /^(?:[$€£¥฿₩₫₭៛₱₹]|US\$|(?:THB|USD|EUR|GBP|JPY|MMK|LAK|KHR|VND|CNY|RMB|MYR|SGD|HKD|INR|IDR|PHP)\b|baht\b|บาท)|(?:[$€£¥฿₩₫₭៛₱₹]|(?:THB|USD|EUR|GBP|JPY|MMK|LAK|KHR|VND|CNY|RMB|MYR|SGD|HKD|INR|IDR|PHP)|baht|บาท)$/i;

/** True for the sign or code of a currency and nothing else. */
export const isCurrency = (text: string): boolean => CURRENCY.exec(text)?.[0] === text && text !== '';

const FLAG = /^(.*[\d)%])(?:\s*\[(\w{1,4})\]|\s+\(([a-z])\)|\s+([bcdefnprsuz]{1,3})|\s*([*†‡#]{1,3}))$/u;

/** Digits of other scripts as ours, blanks of other widths as blanks. */
export const plainText = (cell: string): string =>
  westernDigits(cell)
    .replace(/[\u00A0\u2007\u2009\u202F]/g, ' ')
    .trim();

/** Cuts a cell into its digits with what groups them, its sign and its flag. */
export function affixesOf(text: string, style: Omit<NumberStyle, 'decimal' | 'group'>): Affixes {
  const flagged = style.flags ? FLAG.exec(text) : null;
  let body = flagged?.[1] ?? text;
  const flag = flagged?.slice(2).find((part) => part !== undefined) ?? null;
  let negative = false;
  const enclosed = /^\((.*)\)$/.exec(body);
  if (enclosed) [body, negative] = [enclosed[1] ?? '', true];
  body = withoutAffixes(body, style);
  const signed = /^([+\-\u2212\u2013])\s*(.*)$|^(.*\d)\s*([-\u2212])$/su.exec(body);
  if (signed && !negative) {
    negative = signed[1] !== '+';
    body = withoutAffixes(signed[2] ?? signed[3] ?? '', style);
  }
  return { body, negative, flag };
}

function withoutAffixes(text: string, { percent, currency }: Omit<NumberStyle, 'decimal' | 'group' | 'flags'>): string {
  let body = text.trim();
  if (percent) body = body.replace(/\s*%$/, '');
  if (currency === null) return body;
  const [low, mark] = [body.toLowerCase(), currency.toLowerCase()];
  if (low.startsWith(mark)) return body.slice(mark.length).trim();
  return low.endsWith(mark) ? body.slice(0, -mark.length).trim() : body;
}

type Marks = Pick<NumberStyle, 'decimal' | 'group'>;

/** In the order in which they are preferred where several fit as many cells. */
const MARKS: readonly Marks[] = [
  { decimal: '.', group: ',' },
  { decimal: ',', group: '.' },
  { decimal: ',', group: ' ' },
  { decimal: '.', group: ' ' },
  { decimal: '.', group: "'" },
  { decimal: ',', group: "'" },
];

const PATTERNS = new Map(MARKS.map((marks) => [marks, bodyPattern(marks)]));

/** Digits in groups of three or in none, and decimals. */
export function bodyPattern({ decimal, group }: Marks): RegExp {
  const [point, between] = [
    decimal === '.' ? '\\.' : ',',
    { '': '(?!)', '.': '\\.', ',': ',', ' ': ' ', "'": "['\u2019]" }[group],
  ];
  return new RegExp(`^([1-9]\\d{0,2}(?:${between}\\d{3})+|\\d+)?(?:${point}(\\d+))?$`);
}

/** Decides from the cells of a column how its numbers are written; `comma` says that fields are cut at commas. */
export function numberStyle(cells: readonly string[], comma: boolean, decimal?: '.' | ','): StyleChoice {
  const plain = cells.filter((cell) => numberOf(cell) !== null).length;
  const texts = cells.map(plainText);
  const affixes = {
    flags:
      texts.some((text) => FLAG.test(text) || /^\[\w{1,4}\]$/.test(text)) &&
      texts.some((text) => /^[\d.,' ]+$/.test(text)),
    percent: texts.some((text) => /\d\s*%/.test(text)),
    currency: currencyOf(texts),
  };
  const bodies = texts.map((text) => affixesOf(text, affixes).body);
  const possible = MARKS.filter((marks) =>
    decimal === undefined ? marks.decimal === '.' || hasDecimalCommas(bodies) : marks.decimal === decimal,
  );
  const fits = possible.map((marks) => ({
    marks,
    count: bodies.filter((body) => body !== '' && PATTERNS.get(marks)?.test(body)).length,
  }));
  const best = fits.reduce((a, b) => (b.count > a.count ? b : a));
  const unclear = decimal === undefined ? unclearBody(bodies, best.marks, comma) : null;
  const missing = affixes.flags ? texts.filter((text) => /^\[\w{1,4}\]$|^\S{1,3} [a-z]{1,3}$/.test(text)).length : 0;
  if (plain >= best.count + missing && decimal !== ',') return { style: null, fitting: plain, unclear };
  return { style: { ...best.marks, ...affixes }, fitting: best.count + missing, unclear };
}

/** One comma that groups no thousands is a slip; where most do not, they are decimal commas. */
function hasDecimalCommas(bodies: readonly string[]): boolean {
  const commas = bodies.filter((body) => body.includes(','));
  return (
    commas.filter((body) => !/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(body)).length * 2 > commas.length || commas.length === 0
  );
}

/** The currency that most cells name; others are then no numbers of this column. */
function currencyOf(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const mark = /\d/.test(text) ? CURRENCY.exec(text.replace(/^[(+\-\u2212]|\)$/g, '').trim())?.[0] : undefined;
    if (mark !== undefined) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return [...counts].reduce<[string | null, number]>((best, one) => (one[1] > best[1] ? one : best), [null, 0])[0];
}

/**
 * A cell such as `1.234`, where every cell with a point has three digits behind it, so that it may be a decimal or
 * stand between thousands; so with `1,234` where fields are not cut at commas.
 */
function unclearBody(bodies: readonly string[], { decimal, group }: Marks, comma: boolean): string | null {
  for (const mark of comma ? (['.'] as const) : (['.', ','] as const)) {
    const other = mark === '.' ? ',' : '.';
    const marked = bodies.filter((body) => body.includes(mark));
    const both = marked.every((body) => new RegExp(`^[1-9]\\d{0,2}\\${mark}\\d{3}$`).test(body));
    const decided = bodies.some((body) => body.includes(other)) || (group !== mark && decimal !== mark);
    if (new Set(marked).size >= 2 && both && !decided) return marked[0] ?? null;
  }
  return null;
}
