import { decimal, type Exact, negate } from '../math/exact.ts';
import { numberOf } from './number.ts';
import { affixesOf, bodyPattern, type NumberStyle, plainText } from './number-style.ts';

/** What a cell of a measure holds: a number, or no value; with the source's own flag. */
export interface ReadCell {
  readonly value: Exact | null;
  readonly flag: string | null;
}

/** How the cells of a measure are read. */
export interface CellRules {
  readonly nulls: readonly string[];
  readonly scientific: boolean;
  readonly style?: NumberStyle | undefined;
}

/** A reader of cells that gives null for one that is neither a number nor a null token. */
export function cellReader({ nulls, scientific, style }: CellRules): (cell: string) => ReadCell | null {
  const tokens = new Set(nulls);
  if (!style) {
    return (cell) => {
      if (tokens.has(cell.trim())) return BLANK;
      const value = numberOf(cell, scientific);
      return value === null ? null : { value, flag: null };
    };
  }
  const pattern = bodyPattern(style);
  return (cell) => {
    const text = plainText(cell);
    if (tokens.has(text) || tokens.has(cell.trim())) return BLANK;
    const missing = style.flags ? missingFlag(text, tokens) : null;
    if (missing !== null) return { value: null, flag: missing };
    const { body, negative, flag } = affixesOf(text, style);
    if (tokens.has(body) && body !== '') return { value: null, flag };
    const value = styledNumber(body, pattern) ?? (scientific ? numberOf(body, true) : null);
    return value === null ? null : { value: negative ? negate(value) : value, flag };
  };
}

const BLANK: ReadCell = { value: null, flag: null };

/** `[c]`, or a null token with a flag behind it: `: c`. */
function missingFlag(text: string, tokens: ReadonlySet<string>): string | null {
  const [, bracketed, token, flag] = /^\[(\w{1,4})\]$|^(\S{1,3})\s+([a-z]{1,3})$/.exec(text) ?? [];
  if (bracketed !== undefined) return bracketed;
  return token !== undefined && flag !== undefined && tokens.has(token) ? flag : null;
}

function styledNumber(body: string, pattern: RegExp): Exact | null {
  const [, whole, decimals] = pattern.exec(body) ?? [];
  if (whole === undefined && decimals === undefined) return null;
  return decimal(BigInt(`${whole?.replace(/\D/g, '') ?? ''}${decimals ?? ''}`), decimals?.length ?? 0);
}
