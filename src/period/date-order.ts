import type { Era } from './era.ts';
import type { PeriodProblem } from './period-problem.ts';
import { DATE_ORDERS, type DateOrder, needsDateOrder, possibleOrders } from './period-text.ts';

/** Decides the order of dates such as 03/04/2024 from all of them, or says that nothing decides it. */
export function dateOrder(texts: readonly string[], era: Era | undefined): DateOrder | null | PeriodProblem {
  const unclear = texts.filter((text) => needsDateOrder(text, era));
  if (unclear.length === 0) return null;
  const fitting = unclear
    .map((text) => possibleOrders(text, era))
    .map((orders) => (orders.length > 0 ? orders : DATE_ORDERS));
  const left = DATE_ORDERS.filter((order) => fitting.every((orders) => orders.includes(order)));
  const [only, other] = left;
  if (only && !other) return only;
  const differing = unclear.find((text, i) => fitting[i] !== DATE_ORDERS && !sameEveryWay(text));
  if (only && differing === undefined) return only;
  if (only) {
    const orders = left.map((order) => ORDER_WORDS[order]).join(' or ');
    return {
      hint: `say which with ${left.map((order) => `--date-order ${order}`).join(' or ')}`,
      problem: `dates such as "${differing}" can be ${orders}: every value fits ${left.length === 2 ? 'both' : 'all'}`,
      choice: { option: '--date-order', among: left },
    };
  }
  return {
    problem: `dates of two orders: ${twoOrders(unclear, fitting)}`,
    hint: 'say which with --date-order dmy or --date-order mdy',
  };
}

/** True for 01/01/2024 and its like. */
function sameEveryWay(text: string): boolean {
  const [first, second, third] = text
    .trim()
    .split(/[-/. ]/)
    .map(Number);
  return first === second && (third === first || (third ?? 0) > 99);
}

export const ORDER_WORDS = { dmy: 'day first', mdy: 'month first', ymd: 'year first' } as const;

/** A date of one order, and one of another. */
function twoOrders(texts: readonly string[], fitting: readonly (readonly DateOrder[])[]): string {
  const sure = DATE_ORDERS.flatMap((order) => {
    const at = fitting.findIndex((orders) => orders.length === 1 && orders[0] === order);
    return at < 0 ? [] : [`"${texts[at]}" is ${ORDER_WORDS[order]}`];
  });
  return sure.join(' and ');
}
