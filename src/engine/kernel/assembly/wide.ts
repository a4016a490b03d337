// Whole numbers of 128 bits, in two halves: sums of decimals that never round.

/** The number last made. */
export let low: u64 = 0;
export let high: i64 = 0;

export function load128(at: usize): void {
  low = load<u64>(at);
  high = load<i64>(at, 8);
}

export function store128(at: usize): void {
  store<u64>(at, low);
  store<i64>(at, high, 8);
}

export function from64(x: i64): void {
  low = <u64>x;
  high = x >> 63;
}

/** Adds the number at hand to the one in memory. */
export function add128(at: usize): void {
  const sum = load<u64>(at) + low;
  store<u64>(at, sum);
  store<i64>(at, load<i64>(at, 8) + high + (sum < low ? 1 : 0), 8);
}

/** Whether the number at hand is below the one in memory. */
export function isBelow(at: usize): bool {
  const other = load<i64>(at, 8);
  return high < other || (high === other && low < load<u64>(at));
}

export function isAbove(at: usize): bool {
  const other = load<i64>(at, 8);
  return high > other || (high === other && low > load<u64>(at));
}

/** Multiplies the number at hand by `factor`; what does not fit 128 bits is the caller's care. */
export function times(factor: u64): void {
  const a = low & 0xffffffff;
  const b = low >> 32;
  const c = factor & 0xffffffff;
  const d = factor >> 32;
  const middle = b * c + ((a * c) >> 32);
  const other = a * d + (middle & 0xffffffff);
  const carried = b * d + (middle >> 32) + (other >> 32);
  high = high * <i64>factor + <i64>carried;
  low = low * factor;
}

const POWERS: StaticArray<u64> = [
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000,
  10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000,
];

/** 10^`exponent`, for 0 to 18. */
export function power(exponent: u32): u64 {
  return unchecked(POWERS[exponent]);
}
