import { needsEra, OCTOBER_FISCAL_YEAR, writtenPeriod, writtenRange } from '../period/index.ts';
import { monthOfName } from '../period/month-names.ts';
import { numberOf } from './number.ts';
import { numberStyle } from './number-style.ts';
import { DEFAULT_NULLS, type MeasureKind } from './profile.ts';

/** What a column seems to hold, judged by its name and a sample of its cells. */
export type ColumnKind = 'period' | 'year' | 'month' | 'number' | 'text' | 'empty';

/** The share of a column's cells that may not fit its kind; they are reported when the table is read. */
const MISFITS = 0.1;

export function columnKind(
  name: string,
  cells: readonly string[],
  nulls: readonly string[] = DEFAULT_NULLS,
): ColumnKind {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => !nulls.includes(cell));
  if (name === '' || filled.length === 0) return 'empty';
  const allowed = filled.length < 3 ? 0 : Math.max(1, filled.length * MISFITS);
  const most = (fits: (cell: string) => boolean) => filled.filter((cell) => !fits(cell)).length <= allowed;
  if (/(^|[^a-z])(month|mon)([^a-z]|$)|เดือน/i.test(name) && most(isMonth)) return 'month';
  if (YEAR_NAME.test(name) && most(isYear)) return 'year';
  if (most((cell) => isPeriod(cell, PERIOD_NAME.test(name)))) return 'period';
  if (isIdentifierName(name) || filled.some((cell) => /^0\d/.test(cell))) return 'text';
  const misfits = filled.filter((cell) => numberOf(cell) === null);
  if (misfits.length <= allowed || onlyToken(misfits, filled)) return 'number';
  return filled.length - numberStyle(filled, true).fitting <= allowed ? 'number' : 'text';
}

/** True where numbers stand beside one word that other programs write for "no value". */
function onlyToken(misfits: readonly string[], filled: readonly string[]): boolean {
  const words = new Set(misfits);
  return (
    words.size === 1 &&
    misfits.length < filled.length &&
    /^(#?n\/?a|null|nan|none|missing|x|\*)$/i.test(misfits[0] ?? '')
  );
}

const YEAR_NAME = /(^|[^a-z])(year|yr|fy)([^a-z]|$)|ปี/i;
const PERIOD_NAME = /(^|[^a-z])(date|period|month|quarter|week|year|time|yyyymm)([^a-z]|$)|^t$|วัน|เดือน|ปี|ไตรมาส|สัปดาห์/i;
const IDENTIFIER_NAME =
  /(^|[^a-z])(id|code|no|nr|zip|postcode|phone|lat|lon|lng|latitude|longitude|prec|precision)([^a-z]|$)|[a-z][^a-z]number([^a-z]|$)|รหัส|ลำดับ|ละติจูด|ลองจิจูด/i;
/** "Number of cases" counts, "case number" names. */
const NUMBER_OF = /(^|[^a-z])(no|nr|number)[^a-z]+of([^a-z]|$)/i;

/** Whether a column that the user names beside another can be the one of the year, or of the month. */
export const canBeYear = (cells: readonly string[]): boolean => cells.some((cell) => isYear(cell.trim()));

export function canBeMonth(name: string, cells: readonly string[]): boolean {
  return !/quarter|qtr|half|week|day|ไตรมาส/i.test(name) && cells.some((cell) => isMonth(cell.trim()));
}

const RULES = { order: null, era: 'auto', fiscal: OCTOBER_FISCAL_YEAR } as const;

const isYear = (cell: string): boolean => /(^|-)(fiscal-)?year$/.test(writtenPeriod(cell, RULES)?.every ?? '');

const isIdentifierName = (name: string): boolean => IDENTIFIER_NAME.test(name) && !NUMBER_OF.test(name);

function isMonth(cell: string): boolean {
  return monthOfName(cell) !== undefined || (/^\d{1,2}$/.test(cell) && Number(cell) >= 1 && Number(cell) <= 12);
}

/** Bare digits such as 2024, 202401 or 2024.1 are a period only under a name that says so. */
function isPeriod(cell: string, named: boolean): boolean {
  if (/^\d+(\.\d+)?$/.test(cell) && !named) return false;
  const orders = [null, 'dmy', 'mdy'] as const;
  if (orders.some((order) => writtenPeriod(cell, { ...RULES, order }) ?? writtenRange(cell, { ...RULES, order })))
    return true;
  return named && needsEra(cell);
}

/** Cells that a person takes for figures and this program does not: `5%`, `1.234,50`, `฿12`, `(1,200)`, `๑๒`, `1.5E+05`. */
export function unreadFigure(name: string, cells: readonly string[]): string | undefined {
  if (isIdentifierName(name)) return undefined;
  const filled = cells.map((cell) => cell.trim()).filter((cell) => !DEFAULT_NULLS.includes(cell));
  const figure = /^[-+\u2212(]?\p{Sc}?\s?\p{Nd}[\p{Nd}.,'\s]*([eE][-+]?\d+)?(%|\p{Sc})?\)?$/u;
  if (!filled.every((cell) => figure.test(cell))) return undefined;
  return filled.find((cell) => numberOf(cell) === null) ?? oddlyPadded(filled);
}

/** A zero that leads one of several numbers of unlike length; codes such as 0104 are all as long. */
function oddlyPadded(cells: readonly string[]): string | undefined {
  return new Set(cells.map(({ length }) => length)).size > 1 ? cells.find((cell) => /^0\d/.test(cell)) : undefined;
}

/** A column of units: amounts in different ones are never added up. */
export const isUnitName = (name: string): boolean => /^(units?|unit of measure|หน่วย)$|_unit$/i.test(name);

/** A column of what was measured: adding over its values makes no sense. */
export const isSeparating = (name: string): boolean =>
  /^(measure|indicator|indic(_\w+)?|item|currency|รายการ|ตัวชี้วัด)$/i.test(name) || isUnitName(name);

export const isFiscalYearName = (name: string): boolean => /fiscal|^fy$|ปีงบ/i.test(name);

/** What a measure is, by the words of its name and the numbers in it; null where decimals may be anything. */
export function measureKind(name: string, cells: readonly string[]): MeasureKind | null {
  if (/(^|[^a-z])(share|percent|percentage|pct)([^a-z]|$)|%|ร้อยละ/i.test(name)) return 'share';
  if (
    /pm ?2[._]?5|(^|[^a-z])(price|rate|index|average|avg|mean|median|per|temperature)([^a-z]|$)|ราคา|อัตรา|ดัชนี/i.test(
      name,
    )
  ) {
    return 'rate';
  }
  const figures = cells.filter((cell) => numberOf(cell) !== null);
  const whole = !figures.some((cell) => cell.includes('.'));
  if (/^[A-Z]{3}$/.test(name)) return whole ? 'count' : null;
  if (
    /value|amount|baht|usd|thb|dollar|kg|weight|quantity|qty|income|revenue|import|export|trade|volume|total|cost|betrag|มูลค่า|น้ำหนัก|ปริมาณ|บาท/i.test(
      name,
    )
  )
    return 'amount';
  if (!whole) return null;
  return figures.some((cell) => /[\u2212-]/.test(cell)) ? 'amount' : 'count';
}

/** A row or column that is the sum of others. */
export const isTotal = (text: string): boolean =>
  /^\W*((grand|sub)[ -]?)?totals?\W*$|^(all|ยอด)?รวม(ทั้งหมด|ทั้งสิ้น|ทั้งปี)?$|^ยอดรวม$|^(sum|overall|world|all countries|ทั้งหมด|ทั่วประเทศ)$/i.test(
    text.trim(),
  );
