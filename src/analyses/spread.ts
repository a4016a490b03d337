import { add, decimal, divide, type Exact, multiply } from '../math/exact.ts';
import { type Cadence, firstDay, lastDay, monthNumber, type Ordinal, ordinalOf, periodText } from '../period/index.ts';
import type { Cell, Report, Table } from '../report/report.ts';
import { column } from '../report/vocabulary.ts';
import { moneyText, moneyUnit } from './money.ts';

/** A sum that was announced for a run of months, without saying how it falls on them. */
export interface Announced {
  readonly amount: Exact;
  readonly unit: string;
  readonly months: number;
  /** The first month, counted from the year 0; null where none is named. */
  readonly start: number | null;
}

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

const SENTENCE =
  /^(?:about|around|some|roughly|nearly|up to|over|more than)?\s*(?<before>[^\d]*?)\s*(?<digits>\d[\d,]*(?:\.\d+)?)\s*(?<after>[^\d]*?)\s+(?:over|across|for|in|within|during|spread over|ใน|ภายใน)\s+(?:a period of |the next |the coming |next |the |a )?(?<rest>.+)$/i;

/** Reads `$150 million over five years`, `90 million baht over 18 months` or `$150 million over 2024-2028`; null for anything else. */
export function announced(text: string, currency?: string): Announced | null {
  const { before = '', digits = '', after = '', rest = '' } = SENTENCE.exec(text.trim())?.groups ?? {};
  const span = spanOf(rest.trim());
  if (digits === '' || span === null) return null;
  const [whole = '', part = ''] = digits.replaceAll(',', '').split('.');
  const amount = decimal(BigInt(`${whole}${part}`), part.length);
  if (amount === 0 || /^[-−–]|[-−–]$/.test(before)) return null;
  const words = `${before} ${after}`.trim();
  const money = moneyUnit(words, currency);
  return { amount, unit: money ? moneyText(money) : words, ...span };
}

function spanOf(text: string): Pick<Announced, 'months' | 'start'> | null {
  const years = /^(\d{4})\s*(?:-|–|to|…|\.\.)\s*(\d{4})$/.exec(text);
  if (years) {
    const [first, last] = [Number(years[1]), Number(years[2])];
    return last < first ? null : { months: (last - first + 1) * 12, start: first * 12 };
  }
  const { count = '', unit = '' } =
    /^(?<count>\d{1,3}|[a-z]+)[\s-]*(?<unit>(?:fiscal |calendar )?years?|months?|quarters?|ปี|เดือน)/i.exec(text)
      ?.groups ?? {};
  const number = /^\d+$/.test(count) ? Number(count) : NUMBERS.indexOf(count.toLowerCase());
  if (number <= 0) return null;
  const months = /month|เดือน/i.test(unit) ? 1 : /quarter/i.test(unit) ? 3 : 12;
  return { months: number * months, start: null };
}

/** What falls on one period when a sum falls on its months in equal parts. */
export interface Share {
  readonly period: string;
  readonly months: number;
  readonly value: Exact;
}

/** The periods of a cadence that a sum falls on; years by number where no start is known. */
export function spread({ amount, months, start }: Announced, at: Cadence): Share[] {
  const of = (count: number) => divide(multiply(amount, count), months);
  if (start === null) {
    const length = Math.ceil(months / 12);
    return Array.from({ length }, (_, i) => Math.min(12, months - i * 12)).map((count, i) => ({
      period: `year ${i + 1}`,
      months: count,
      value: of(count),
    }));
  }
  const month = (number: number) => ({ year: Math.floor(number / 12), month: (number % 12) + 1, day: 1 });
  const [first, last] = [ordinalOf(month(start), at), ordinalOf(month(start + months - 1), at)];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const ordinal = first + i;
    const [from, to] = [monthNumber(firstDay(ordinal, at)), monthNumber(lastDay(ordinal, at))];
    const count = Math.min(to, start + months - 1) - Math.max(from, start) + 1;
    return { period: periodText(ordinal, at), months: count, value: of(count) };
  });
}

/** The months from the first day of a period on. */
export const startOf = (ordinal: Ordinal, at: Cadence): number => monthNumber(firstDay(ordinal, at));

/** A sum per period, with what has fallen due by its end. */
export function spreadReport(sum: Announced, at: Cadence, text: string): Omit<Report, 'provenance' | 'notes'> {
  const shares = spread(sum, at);
  const { rows } = shares.reduce<{ due: Exact; rows: Cell[][] }>(
    ({ due, rows }, { period, months, value }) => {
      const total = add(due, value);
      return { due: total, rows: [...rows, [period, sum.unit, months, value, total, divide(value, sum.amount)]] };
    },
    { due: 0, rows: [] },
  );
  const table: Table = {
    columns: (['period', 'unit', 'months', 'value', 'cumulative', 'share_of_total'] as const).map(column),
    rows,
    key: ['period'],
  };
  const yearly = divide(multiply(sum.amount, 12), sum.months);
  const figure = (value: Exact) => ({ value, kind: 'quantity' as const });
  const sentence = [
    figure(sum.amount),
    ` ${sum.unit} over ${sum.months} months is `,
    figure(yearly),
    ' a year in equal parts',
  ];
  return { title: `"${text}" in equal parts`, table, glance: () => ({ table, sentences: [sentence], omitted: null }) };
}
