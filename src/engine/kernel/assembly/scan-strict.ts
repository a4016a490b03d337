// The fast scanner: 64 bytes at a time, quotes by their parity. It follows quotes that open right behind a separator,
// close right before one and are doubled inside; at any other it gives up, and the window is scanned by bytes.

import { ends, separators } from './layout';
import { CLOSED, endCount, found, lines, QUOTED, START, separatorCount, state, TEXT } from './scan';
import { delimiter, hasReturns, LINE_FEED, QUOTE, RETURN } from './settings';

/** All ones inside quotes, and the two carries from one block of 64 to the next. */
let inside: u64 = 0;
let behindEdge: u64 = 0;
let behindClosing: u64 = 0;

/** Not zero where a quote is odd. */
let oddities: u64 = 0;

export function scanStrict(from: usize, to: usize): bool {
  const startState = state;
  inside = startState === QUOTED ? u64.MAX_VALUE : 0;
  behindClosing = startState === CLOSED ? 1 : 0;
  behindEdge = startState === START || startState === CLOSED ? 1 : 0;
  oddities = 0;
  const comma = i8x16.splat(<i8>delimiter);
  const feed = i8x16.splat(<i8>LINE_FEED);
  const quote = i8x16.splat(<i8>QUOTE);
  let out = separators + ((<usize>separatorCount) << 2);
  let end = ends + ((<usize>endCount) << 3);
  let line: u64 = lines;
  let behindReturn: u64 = load<u8>(from - 1) === <u8>RETURN ? 1 : 0;
  for (let at = from; at < to; at += 64) {
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    let breaks = bits(i8x16.eq(a, feed), i8x16.eq(b, feed), i8x16.eq(c, feed), i8x16.eq(d, feed));
    const commas = bits(i8x16.eq(a, comma), i8x16.eq(b, comma), i8x16.eq(c, comma), i8x16.eq(d, comma));
    const quotes = bits(i8x16.eq(a, quote), i8x16.eq(b, quote), i8x16.eq(c, quote), i8x16.eq(d, quote));
    // The ends of lines, a return and a line feed together counting as one.
    let counted = breaks;
    if (hasReturns) {
      const returns = returnsAt(at);
      counted = (breaks & ~((returns << 1) | behindReturn)) | returns;
      behindReturn = returns >> 63;
      breaks |= returns;
    }
    let cuts = commas | breaks;
    if ((quotes | inside | behindClosing) !== 0) {
      cuts = unquoted(quotes, cuts);
      if (oddities !== 0) return false;
    } else {
      behindEdge = cuts >> 63;
    }
    let stops = breaks & cuts;
    if (stops !== 0) {
      const before = <u32>((out - separators) >> 2);
      do {
        const upTo = stops ^ (stops - 1);
        store<u32>(end, before + <u32>popcnt(cuts & upTo));
        store<u32>(end, <u32>(line + popcnt(counted & upTo)), 4);
        end += 8;
        stops &= stops - 1;
      } while (stops !== 0);
    }
    line += popcnt(counted);
    out = listed(out, at, cuts);
  }
  found(stateBehind(), <u32>((out - separators) >> 2), <u32>((end - ends) >> 3), <u32>line);
  return true;
}

/** Writes the places of the bits four at a time, past the last if need be: a branch less to guess wrong. */
function listed(from: usize, at: usize, cuts: u64): usize {
  let out = from;
  let rest = cuts;
  while (rest !== 0) {
    store<u32>(out, <u32>(at + <usize>ctz(rest)));
    rest &= rest - 1;
    store<u32>(out, <u32>(at + <usize>ctz(rest)), 4);
    rest &= rest - 1;
    store<u32>(out, <u32>(at + <usize>ctz(rest)), 8);
    rest &= rest - 1;
    store<u32>(out, <u32>(at + <usize>ctz(rest)), 12);
    rest &= rest - 1;
    out += 16;
  }
  return from + ((<usize>popcnt(cuts)) << 2);
}

function stateBehind(): u32 {
  if (inside !== 0) return QUOTED;
  if (behindClosing !== 0) return CLOSED;
  return behindEdge !== 0 ? START : TEXT;
}

function bits(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u64>(<u32>i8x16.bitmask(a)) | ((<u64>(<u32>i8x16.bitmask(b))) << 16);
  return low | ((<u64>(<u32>i8x16.bitmask(c))) << 32) | ((<u64>(<u32>i8x16.bitmask(d))) << 48);
}

function returnsAt(at: usize): u64 {
  const byte = i8x16.splat(<i8>RETURN);
  return bits(
    i8x16.eq(v128.load(at), byte),
    i8x16.eq(v128.load(at, 16), byte),
    i8x16.eq(v128.load(at, 32), byte),
    i8x16.eq(v128.load(at, 48), byte),
  );
}

/** The separators outside quotes. */
function unquoted(quotes: u64, separatorsAt: u64): u64 {
  let within = quotes;
  within ^= within << 1;
  within ^= within << 2;
  within ^= within << 4;
  within ^= within << 8;
  within ^= within << 16;
  within ^= within << 32;
  within ^= inside;
  const cuts = separatorsAt & ~within;
  const edges = cuts | quotes;
  const closing = quotes & ~within;
  const opensInText = quotes & within & ~((edges << 1) | behindEdge);
  const textBehind = ((closing << 1) | behindClosing) & ~edges;
  oddities = opensInText | textBehind;
  inside = <u64>(<i64>within >> 63);
  behindEdge = edges >> 63;
  behindClosing = closing >> 63;
  return cuts;
}
