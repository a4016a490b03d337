/**
 * The text of a quotient of two safe integers, as `plainText` defines it, without big integers: by long division, as
 * many digits at a time as stay exact.
 *
 * Formula     digit by digit: 10 r = c d + r', the next digit c, the next remainder r'
 * Input       n: a safe integer; d: a safe integer above zero
 * Output      all digits where the expansion ends, else 15 significant ones, rounded half away from zero
 * Null when   a step would pass 2^53, so that `plainText` must take its long way
 * Accuracy    exact
 * Cost        O(digits)
 * Reference   D. E. Knuth (1997), The Art of Computer Programming 2, section 4.3.1
 * Checked by  test/math/exact.test.ts (the definition by big integers)
 */
export function quotientText(n: number, d: number): string | null {
  const size = Math.abs(n);
  const rest = size % d;
  const whole = (size - rest) / d;
  const digits = endingDigits(size, d) ?? SIGNIFICANT - lengthOf(whole) + (whole === 0 ? leadingZeros(rest, d) : 0);
  const coefficient = digits < 0 ? null : divided(whole, rest, d, digits);
  return coefficient === null ? null : `${n < 0 ? '-' : ''}${pointed(coefficient, digits)}`;
}

const SIGNIFICANT = 15;

/** After how many decimals the expansion surely ends, or null where it never does. */
function endingDigits(n: number, d: number): number | null {
  let rest = d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2 === 0; rest /= 2) twos++;
  for (; rest % 5 === 0; rest /= 5) fives++;
  return n % rest === 0 ? Math.max(twos, fives) : null;
}

const lengthOf = (whole: number): number => (whole === 0 ? 0 : String(whole).length);

/** How many zeros follow the point before the first other digit of `rest` / `d`; `rest` is not zero. */
function leadingZeros(rest: number, d: number): number {
  let zeros = 0;
  for (let r = rest * 10; r < d; r *= 10) zeros++;
  return zeros;
}

/** The quotient times 10^`digits`, rounded half up; null where it or a remainder would not stay exact. */
function divided(whole: number, rest: number, d: number, digits: number): number | null {
  let [quotient, r] = [whole, rest];
  const most = lastPower(Number.MAX_SAFE_INTEGER / d);
  for (let left = digits; left > 0; left -= most) {
    const power = POWERS[Math.min(left, most)] ?? 1;
    if (most === 0 || quotient * power > LARGEST) return null;
    const next = (r * power) % d;
    quotient = quotient * power + (r * power - next) / d;
    r = next;
  }
  return r * 2 >= d ? quotient + 1 : quotient;
}

/** A coefficient that may still grow by one and by what a step adds. */
const LARGEST = Number.MAX_SAFE_INTEGER / 2;

const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i);

/** The greatest exponent whose power of ten is at most `most`. */
function lastPower(most: number): number {
  let exponent = 0;
  while (exponent < POWERS.length - 1 && (POWERS[exponent + 1] ?? 0) <= most) exponent++;
  return exponent;
}

/** The digits with a point before the last `digits` of them, trailing zeros dropped. */
function pointed(coefficient: number, digits: number): string {
  const text = String(coefficient).padStart(digits + 1, '0');
  const point = text.length - digits;
  let end = text.length;
  while (end > point && text.charCodeAt(end - 1) === ZERO) end--;
  return end === point ? text.slice(0, point) : `${text.slice(0, point)}.${text.slice(point, end)}`;
}

const ZERO = 48;
