import { type Exact, fraction } from '../math/exact.ts';

/** A unit of money: how many of which currency. */
export interface MoneyUnit {
  readonly currency: string;
  readonly scale: Exact;
  /** The scale as it is written, `million`, or nothing. */
  readonly scaleText: string;
}

const CURRENCIES: readonly (readonly [code: string, words: RegExp])[] = [
  ['USD', /us\$|us dollars?|dollars?|^\$|ดอลลาร์/i],
  ['THB', /baht|฿|บาท/i],
  ['EUR', /euros?|€|ยูโร/i],
  ['MMK', /kyats?|จ๊าด/i],
  ['LAK', /kips?|กีบ/i],
  ['KHR', /riels?|៛|เรียล/i],
  ['CNY', /yuan|renminbi|rmb|หยวน/i],
  ['JPY', /yen|¥|เยน/i],
  ['GBP', /pounds? sterling|£/i],
  ['MYR', /ringgits?|ริงกิต/i],
  ['VND', /dongs?|₫|ดอง/i],
  ['INR', /₹/i],
];

const SCALES: readonly (readonly [text: string, zeros: number, words: RegExp])[] = [
  ['trillion', 12, /trillions?|ล้านล้าน/i],
  ['billion', 9, /billions?|\bbn\b|พันล้าน/i],
  ['million', 6, /millions?|\bmn\b|\bmln\b|ล้าน/i],
  ['thousand', 3, /thousands?|'?000s?\b|\bk\b|พัน/i],
];

/** The currency and scale that a unit tells: `million baht` is 1,000,000 THB; null where it tells no currency. */
export function moneyUnit(unit: string, stated?: string): MoneyUnit | null {
  const text = unit.replaceAll('_', ' ');
  const code = /(?:^|[^A-Za-z])([A-Z]{3})(?:[^A-Za-z]|$)/.exec(text)?.[1] ?? lowerCode(text);
  const currency = stated ?? code ?? CURRENCIES.find(([, words]) => words.test(text))?.[0];
  if (currency === undefined) return null;
  const [scaleText, zeros] = SCALES.find(([, , words]) => words.test(text)) ?? ['', 0];
  return { currency, scale: fraction(10n ** BigInt(zeros), 1n), scaleText };
}

/** A code in lower case, as column names have it: `value usd`. */
function lowerCode(text: string): string | undefined {
  const words = text.toLowerCase().split(/[^a-z]+/);
  return ['usd', 'thb', 'eur', 'mmk', 'lak', 'khr', 'cny', 'jpy', 'gbp', 'myr', 'vnd', 'inr']
    .find((code) => words.includes(code))
    ?.toUpperCase();
}

/** `million THB`. */
export const moneyText = ({ currency, scaleText }: MoneyUnit): string => `${scaleText} ${currency}`.trim();
