// One cell of a measure, added to its tally. All values of a measure are held with the same number of decimals, its
// scale, which grows when a cell has more.

import { cell } from './host';
import { entries } from './layout';
import { coefficient, decimals, readNumber, readShort } from './number';
import { raiseScale, scaleOf } from './scale';
import { EMPTY_IS_NULL, measurePart, NULLS_FIRST } from './settings';
import { MEASURED_BYTES, MEASURES } from './table';
import { readText, textFrom, textTo } from './text';
import { add128, from64, isAbove, isBelow, power, store128, times } from './wide';

export const BLANKS: usize = 8;
export const SUM: usize = 16;
export const LEAST: usize = 32;
export const MOST: usize = 48;

/** The most digits of a value at its measure's scale, so that 2^32 of them add up within 128 bits. */
const MOST_DIGITS: u32 = 27;

export function addCell(entry: usize, measure: u32, from: usize, to: usize, line: u32): void {
  // The common cell first: a few plain digits.
  if (to - from - 1 < 8 && (load<u32>(measurePart(measure), 4) & NULLS_FIRST) === 0 && readShort(from, to - from)) {
    if (addNumber(entry + MEASURES + <usize>measure * MEASURED_BYTES, measure)) return;
  }
  readText(from, to);
  const part = measurePart(measure);
  const into = entry + MEASURES + <usize>measure * MEASURED_BYTES;
  const flags = load<u32>(part, 4);
  const length = textTo - textFrom;
  if ((flags & NULLS_FIRST) !== 0 && isNull(part)) {
    addBlank(into);
  } else if (length === 0 && (flags & EMPTY_IS_NULL) !== 0) {
    addBlank(into);
  } else if ((length - 1 < 8 && readShort(textFrom, length)) || readNumber(textFrom, textTo)) {
    if (!addNumber(into, measure)) cell(<u32>(entry - entries), measure, <u32>from, <u32>to, line);
  } else if (isNull(part)) {
    addBlank(into);
  } else {
    cell(<u32>(entry - entries), measure, <u32>from, <u32>to, line);
  }
}

function addBlank(into: usize): void {
  store<u64>(into, load<u64>(into, BLANKS) + 1, BLANKS);
}

/** Adds the number last read; false where it has too many digits for the scale. */
function addNumber(into: usize, measure: u32): bool {
  if (decimals > scaleOf(measure) && !raiseScale(measure, decimals)) return false;
  from64(coefficient);
  const missing = scaleOf(measure) - decimals;
  if (missing > 0) {
    if (missing > 9 && <u64>abs(coefficient) >= power(MOST_DIGITS - missing)) return false;
    times(power(missing));
  }
  const values = load<u64>(into);
  store<u64>(into, values + 1);
  add128(into + SUM);
  if (values === 0 || isBelow(into + LEAST)) store128(into + LEAST);
  if (values === 0 || isAbove(into + MOST)) store128(into + MOST);
  return true;
}

/** Whether the text is one of the null tokens of the measure. */
function isNull(part: usize): bool {
  let at = <usize>load<u32>(part, 8);
  const length = textTo - textFrom;
  for (let left = load<u32>(part, 12); left > 0; left--) {
    const size = <usize>load<u32>(at);
    if (size === length && memory.compare(at + 4, textFrom, size) === 0) return true;
    at += 4 + size;
  }
  return false;
}
