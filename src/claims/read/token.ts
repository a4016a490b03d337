import type { Exact } from '../../math/exact.ts';
import type { Hedge } from '../statement.ts';

/** What stands between figures: `or` restates ("or 28 %"), `against` introduces the earlier value. */
export type Marker = 'by' | 'to' | 'from' | 'against' | 'of' | 'or' | 'is' | 'share';

/** A piece of a sentence that matters for its figures. */
export type Meaning =
  | {
      readonly type: 'percent';
      readonly value: Exact;
      readonly step: Exact | null;
      readonly high: Exact | null;
      readonly sign: Sign;
      readonly portion?: boolean;
    }
  | { readonly type: 'points'; readonly value: Exact; readonly step: Exact; readonly sign: Sign }
  | { readonly type: 'multiple'; readonly value: Exact; readonly step: Exact | null }
  | {
      readonly type: 'amount';
      readonly value: Exact;
      readonly step: Exact;
      readonly high: Exact | null;
      readonly currency: string | null;
      readonly sign: Sign;
    }
  | { readonly type: 'part'; readonly part: Exact; readonly whole: Exact; readonly unit: string | null }
  | { readonly type: 'hedge'; readonly hedge: Hedge }
  | { readonly type: 'direction'; readonly sign: -1 | 0 | 1; readonly comparative: boolean }
  | { readonly type: 'marker'; readonly marker: Marker }
  | { readonly type: 'window'; readonly over: string | null; readonly against: string | null; readonly ends?: boolean }
  | { readonly type: 'base'; readonly against: string | null }
  | { readonly type: 'whole'; readonly whole: Exact }
  | { readonly type: 'unit'; readonly unit: string }
  | { readonly type: 'per'; readonly per: string }
  | { readonly type: 'unclear'; readonly why: string; readonly window?: boolean }
  | { readonly type: 'ignored' }
  | { readonly type: 'light' }
  | { readonly type: 'clause' }
  | { readonly type: 'comma' }
  | { readonly type: 'word' };

export type Sign = '+' | '-' | null;

export type Token = Meaning & { readonly text: string };

/** A form of words with what it means; null where, on a closer look, it is something else. */
export interface Lexeme {
  readonly pattern: RegExp;
  readonly meaning: (groups: readonly (string | undefined)[], text: string) => Meaning | null;
}
