import { decimal, divide, type Exact } from '../math/exact.ts';

/** A factor as text, `0.45359237` or `1/10`, exactly. */
export function factor(text: string): Exact {
  const [, whole, decimals = '', divisor = '1'] = /^(\d+)(?:\.(\d+))?(?:\/([1-9]\d*))?$/.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`factor: "${text}" is no factor`);
  return divide(decimal(BigInt(whole + decimals), decimals.length), decimal(BigInt(divisor), 0));
}
