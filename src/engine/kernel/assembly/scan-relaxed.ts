// The exact scanner, a byte at a time: a quote inside an unquoted field is text, and so is a quoted field that goes on
// behind its closing quote, as the reference engine's parser has it.

import { ends, separators } from './layout';
import { CLOSED, endCount, found, lines, QUOTED, START, separatorCount, state, TEXT } from './scan';
import { delimiter, LINE_FEED, QUOTE, RETURN } from './settings';

export function scanRelaxed(from: usize, to: usize): void {
  let now = state;
  let count = separatorCount;
  let endsFound = endCount;
  let line = lines;
  let last = <u32>load<u8>(from - 1);
  for (let at = from; at < to; at++) {
    const byte = <u32>load<u8>(at);
    const breaks = byte === LINE_FEED || byte === RETURN;
    if (breaks && !(byte === LINE_FEED && last === RETURN)) line++;
    last = byte;
    if (now === QUOTED) {
      if (byte === QUOTE) now = CLOSED;
    } else if (byte === QUOTE) {
      now = now === TEXT ? TEXT : QUOTED;
    } else if (breaks || byte === delimiter) {
      store<u32>(separators + ((<usize>count) << 2), <u32>at);
      count++;
      if (breaks) {
        store<u32>(ends + ((<usize>endsFound) << 3), count);
        store<u32>(ends + ((<usize>endsFound) << 3), line, 4);
        endsFound++;
      }
      now = START;
    } else {
      now = TEXT;
    }
  }
  found(now, count, endsFound, line);
}
