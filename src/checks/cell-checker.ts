import { compare, type Exact } from '../math/exact.ts';
import { OCTOBER_FISCAL_YEAR, writtenPeriod } from '../period/index.ts';
import type { ReadCell } from '../source/cell.ts';
import { numberOf } from '../source/number.ts';
import type { CellRule, CellType } from '../source/rules.ts';
import { type Checker, each, type Finding } from './finding.ts';

/** A column with what its cells must be like, and how they are read. */
export interface CheckedColumn {
  readonly name: string;
  readonly at: number;
  readonly rule: CellRule;
  readonly nulls: readonly string[];
  /** How the cells of a measure are read; null for other columns. */
  readonly reader: ((cell: string) => ReadCell | null) | null;
}

type Problem = readonly [rule: string, problem: string];

/** Checks each cell of a column against the rule for them; empty cells only for being there. */
export function cellChecker({ name, at, rule, nulls, reader }: CheckedColumn): Checker {
  const tests = [typeTest(rule.type), limitTest(rule, reader), textTest(rule)];
  return each(({ fields, place, ragged }) => {
    if (ragged !== null) return [];
    const cell = fields[at] ?? '';
    const text = cell.trim();
    const problems: (Problem | null)[] =
      text === '' || nulls.includes(text)
        ? [rule.required ? ['required', 'has no value'] : null]
        : tests.map((test) => test(text));
    return problems.flatMap((found): Finding[] =>
      found === null ? [] : [{ place, column: name, cell, rule: found[0], severity: 'error', problem: found[1] }],
    );
  });
}

const RULES = { order: null, era: 'auto', fiscal: OCTOBER_FISCAL_YEAR } as const;

const FITS: Readonly<Record<CellType, (text: string) => boolean>> = {
  text: () => true,
  number: (text) => numberOf(text, true) !== null,
  integer: (text) => Number.isInteger(numberOf(text)) || /^[+-]?\d+$/.test(text),
  boolean: (text) => /^(true|false|1|0)$/i.test(text),
  date: (text) => writtenPeriod(text, RULES)?.every === 'day',
  month: (text) => writtenPeriod(text, RULES)?.every === 'month',
  year: (text) => writtenPeriod(text, RULES)?.every === 'year',
};

function typeTest(type: CellType | undefined): (text: string) => Problem | null {
  if (type === undefined) return () => null;
  return (text) => (FITS[type](text) ? null : ['type', `is no ${type}`]);
}

/** Limits compare numbers, or texts that sort by time, such as 2024-01-31. */
function limitTest(
  { min, max, above, below }: CellRule,
  reader: CheckedColumn['reader'],
): (text: string) => Problem | null {
  const limits = (
    [
      ['min', min, (order: number) => order < 0, 'below'],
      ['max', max, (order: number) => order > 0, 'above'],
      ['above', above, (order: number) => order <= 0, 'not above'],
      ['below', below, (order: number) => order >= 0, 'not below'],
    ] as const
  ).filter(([, limit]) => limit !== undefined);
  if (limits.length === 0) return () => null;
  return (text) => {
    for (const [rule, limit = '', breaks, word] of limits) {
      const order = orderOf(text, limit, reader);
      if (order !== null && breaks(order)) return [rule, `is ${word} ${limit}`];
    }
    return null;
  };
}

function orderOf(text: string, limit: string, reader: CheckedColumn['reader']): number | null {
  const bound = numberOf(limit, true);
  if (bound === null) return text < limit ? -1 : text > limit ? 1 : 0;
  const value: Exact | null = reader ? (reader(text)?.value ?? null) : numberOf(text, true);
  return value === null ? null : compare(value, bound);
}

function textTest(rule: CellRule): (text: string) => Problem | null {
  const codes = rule.in && new Set(rule.in);
  const pattern = rule.pattern === undefined ? null : new RegExp(`^(?:${rule.pattern})$`, 'u');
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = rule;
  return (text) => {
    const length = [...text].length;
    if (codes && !codes.has(text)) return ['in', 'is none of the values that are allowed'];
    if (pattern && !pattern.test(text)) return ['pattern', `is not like ${rule.pattern}`];
    if (length < minLength) return ['min_length', `is shorter than ${minLength}`];
    return length > maxLength ? ['max_length', `is longer than ${maxLength}`] : null;
  };
}
