import { type Exact, fraction, multiply } from '../../math/exact.ts';
import { english, lexeme } from './lexeme.ts';
import { readNumber } from './number-words.ts';
import type { Lexeme, Meaning } from './token.ts';

const FOLDS = 'two three four five six seven eight nine ten twenty hundred'.split(' ').join('|');
const TIMES: Readonly<Record<string, number>> = { doubl: 2, tripl: 3, trebl: 3, quadrupl: 4, quintupl: 5 };

const multiple = (value: Exact, step: Exact | null = null): Meaning => ({ type: 'multiple', value, step });

function times(text = ''): Meaning {
  const { value, step } = readNumber(text);
  return multiple(value, /\d/.test(text) ? step : multiply(step, 1));
}

/** "Doubled", "halved", "four times as many", เท่าตัว. */
export const MULTIPLES: readonly Lexeme[] = [
  english('(doubl|tripl|trebl|quadrupl|quintupl)(?:ed|es|ing|e)', ([word]) =>
    multiple(TIMES[word?.toLowerCase() ?? ''] ?? 2),
  ),
  english('halv(?:ed|es|ing|e)', () => multiple(fraction(1n, 2n))),
  english(`(${FOLDS}|\\d+(?:\\.\\d+)?)[ -]?fold`, ([n]) => multiple(readNumber(n ?? '').value)),
  english('twice as (?:many|much|high|large|big|often)|twice(?= the (?:number|figure|level|total))', () => multiple(2)),
  english('half as (?:many|much|high|large|big)', () => multiple(fraction(1n, 2n))),
  english(
    '<N> times as (?:many|much|high|large|big|often)|<N> times(?= (?:what|that|those|the (?:number|figure|level|total)))',
    ([n, m]) => times(n ?? m),
  ),
  english('twice(?= (?:what|that|those))', () => multiple(2)),
  english('(?:by )?a factor of <N>', ([n]) => times(n)),
  english('<N> times (?:higher|more|larger|greater|bigger|lower|fewer|less|smaller)', (_, text) => ({
    type: 'unclear',
    why: `"${text}" may mean that many times as many, or as many more`,
  })),
  english('<N> times', () => ({ type: 'ignored' })),
  lexeme('(?:(?:หนึ่ง|1|อีก) ?)?เท่าตัว', () => multiple(2)),
  lexeme(`(?:เป็น|เพิ่มเป็น) ?<N> ?เท่า`, ([n]) => times(n)),
  lexeme(`<N> ?เท่า(?:ตัว)?`, (_, text) => ({
    type: 'unclear',
    why: `"${text}" may mean that many times as many, or as many more`,
  })),
];
