// Number cells: a sign, digits with or without commas between groups of three, decimals after a point. Whatever is
// written in another way, or has more than 18 digits, is left to the TypeScript side.

const ZEROS: u64 = 0x3030303030303030;
const HIGH: u64 = 0xf0f0f0f0f0f0f0f0;

/** The number last read: `coefficient` / 10^`decimals`. */
export let coefficient: i64 = 0;
export let decimals: u32 = 0;

/** Reads 1 to 8 plain digits, all at once; false where there is anything else. */
export function readShort(from: usize, count: usize): bool {
  const empty = 64 - ((<u64>count) << 3);
  let digits = (load<u64>(from) << empty) | (ZEROS & (((<u64>1) << empty) - 1));
  if (((digits & HIGH) ^ ZEROS) | (((digits + 0x0606060606060606) & HIGH) ^ ZEROS)) return false;
  digits -= ZEROS;
  digits = digits * 10 + (digits >> 8);
  const pairs: u64 = 0x000000ff000000ff;
  const high = (digits & pairs) * 0x000f424000000064;
  const low = ((digits >> 16) & pairs) * 0x0000271000000001;
  coefficient = <i64>((high + low) >> 32);
  decimals = 0;
  return true;
}

export function readNumber(from: usize, to: usize): bool {
  let at = from;
  let negative = false;
  if (at < to) {
    const sign = load<u8>(at);
    negative = sign === 45;
    if (negative || sign === 43) at++;
  }
  const point = wholePart(at, to);
  if (point === 0) return false;
  let digits = wholeDigits;
  let value = wholeValue;
  let fraction: u32 = 0;
  if (point < to) {
    for (at = point + 1; at < to; at++, fraction++) {
      const digit = <u32>load<u8>(at) - 48;
      if (digit > 9) return false;
      value = value * 10 + digit;
    }
    if (fraction === 0) return false;
  }
  digits += fraction;
  if (digits === 0 || digits > 18) return false;
  coefficient = negative ? -value : value;
  decimals = fraction;
  return true;
}

let wholeDigits: u32 = 0;
let wholeValue: i64 = 0;

/** Reads up to the point or the end, and gives that place; 0 where it is no whole number. */
function wholePart(from: usize, to: usize): usize {
  let value: i64 = 0;
  let digits: u32 = 0;
  let group: u32 = 0;
  let grouped = false;
  let at = from;
  for (; at < to; at++) {
    const byte = <u32>load<u8>(at);
    const digit = byte - 48;
    if (digit <= 9) {
      value = value * 10 + digit;
      digits++;
      group++;
    } else if (byte === 44) {
      if (group === 0 || group > 3 || (grouped && group !== 3)) return 0;
      // No number in groups starts with a zero: `0,125` may be meant as a decimal.
      if (load<u8>(from) === 48) return 0;
      grouped = true;
      group = 0;
    } else if (byte === 46) {
      break;
    } else {
      return 0;
    }
  }
  if (grouped && group !== 3) return 0;
  wholeDigits = digits;
  wholeValue = value;
  return at;
}
