import { add, decimal, divide, type Exact, multiply, subtract } from '../../src/math/exact.ts';

/** What a printed formula comes to, from the numbers that it shows; null where it shows words or leaves terms out. */
export function printedResult(formula: string): Exact | null {
  const sides = formula.split(/ [=≈] /);
  const shown = sides.at(-2) ?? '';
  if (sides.length < 3 || !/\d/.test(shown) || !/^[\d,.\s()+*/-]+$/.test(shown)) return null;
  return evaluated([...shown.replaceAll(',', '').matchAll(/\d+(?:\.\d+)?|[()+*/-]/g)].map(([text]) => text));
}

/** The last number of a formula. */
export const printedValue = (formula: string): Exact =>
  evaluated(
    [...(formula.split(/ [=≈] /).at(-1) ?? '').replaceAll(',', '').matchAll(/\d+(?:\.\d+)?|-/g)].map(([text]) => text),
  );

const OPERATIONS: Readonly<Record<string, (x: Exact, y: Exact) => Exact>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
};

/** Sums of products, with parentheses. */
function evaluated(tokens: string[]): Exact {
  let at = 0;
  const atom = (): Exact => {
    const token = tokens[at++] ?? '';
    if (token === '-') return subtract(0, atom());
    if (token !== '(') return exact(token);
    const value = chain(['+', '-'], () => chain(['*', '/'], atom));
    at++;
    return value;
  };
  const chain = (signs: readonly string[], next: () => Exact): Exact => {
    let value = next();
    while (signs.includes(tokens[at] ?? ''))
      value = (OPERATIONS[tokens[at++] ?? ''] as (x: Exact, y: Exact) => Exact)(value, next());
    return value;
  };
  return chain(['+', '-'], () => chain(['*', '/'], atom));
}

/** A number as it is printed. */
export function exact(text: string): Exact {
  const [whole = '', decimals = ''] = text.replaceAll(',', '').split('.');
  return decimal(BigInt(whole + decimals), decimals.length);
}
