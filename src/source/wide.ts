import { needsEra, OCTOBER_FISCAL_YEAR, writtenPeriod } from '../period/index.ts';
import { monthOfName } from '../period/month-names.ts';
import { columnKind, isTotal } from './column-kind.ts';
import { DEFAULT_NULLS } from './profile.ts';

/** A table whose columns are periods, or other values of one dimension, and how it is turned into a long one. */
export interface Wide {
  /** The columns that each record of the long table repeats. */
  readonly kept: readonly number[];
  /** The new column that holds what the names of the others told. */
  readonly column: string;
  readonly measures: readonly string[];
  /** For each value of the new column: the columns of the measures. */
  readonly parts: readonly { readonly text: string; readonly columns: readonly (number | null)[] }[];
  /** True where an empty cell is no record at all. */
  readonly emptyIsAbsent: boolean;
  /** Columns of totals over the parts, which are left out. */
  readonly without: readonly string[];
}

/** A column whose name tells a period, alone or with a measure. */
interface PeriodColumn {
  readonly at: number;
  readonly text: string;
  /** A cadence, or `name` for a month without a year. */
  readonly kind: string;
  readonly measure: string;
}

const RULES = { order: null, era: 'auto', fiscal: OCTOBER_FISCAL_YEAR } as const;

/** Finds columns that are periods in the names of a header; null where the table is a long one. */
export function inferredWide(names: readonly string[], sample: readonly (readonly string[])[]): Wide | null {
  const found = names.flatMap((name, at) => periodColumn(name, at) ?? []);
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  const most = kinds
    .map((kind) => found.filter((column) => column.kind === kind))
    .sort((a, b) => b.length - a.length)[0];
  if (!most || !isNumeric(most, sample) || !isTable(most, names, sample)) return null;
  const measures = [...new Set(most.map(({ measure }) => measure))];
  const texts = [...new Set(most.map(({ text }) => text))];
  const part = (text: string, measure: string) =>
    most.find((one) => one.text === text && one.measure === measure)?.at ?? null;
  const taken = new Set(most.map(({ at }) => at));
  const rest = names.flatMap((name, i) => (taken.has(i) || (name === '' && i > 0) ? [] : [i]));
  const without = rest.filter((i) => isTotal(names[i] ?? ''));
  const column = most[0]?.kind === 'name' ? 'month' : 'period';
  return {
    kept: rest.filter((i) => !without.includes(i)),
    column: names.includes(column) ? `${column}_` : column,
    measures: measures.map((measure) => (measure === '' ? 'value' : measure)),
    parts: texts.map((text) => ({ text, columns: measures.map((measure) => part(text, measure)) })),
    emptyIsAbsent: false,
    without: without.map((i) => names[i] ?? ''),
  };
}

/** Two columns of periods may be chance; so may months without a year. */
function isTable(
  found: readonly PeriodColumn[],
  names: readonly string[],
  sample: readonly (readonly string[])[],
): boolean {
  const periods = new Set(found.map(({ text }) => text)).size;
  const named = names.filter((name) => name !== '').length;
  if (periods < 2 || (periods < 3 && found.length * 2 < named)) return false;
  if (new Set(found.map(({ text, measure }) => `${measure}\u0000${text}`)).size < found.length) return false;
  const others = names.flatMap((name, i) =>
    found.some(({ at }) => at === i) ? [] : [columnKind(name, columnOf(sample, i))],
  );
  return found[0]?.kind === 'name' ? periods >= 3 && others.includes('year') : !others.includes('period');
}

const columnOf = (sample: readonly (readonly string[])[], at: number): string[] =>
  sample.map((fields) => fields[at] ?? '');

/** Judged over all columns together, since one of them may hold little but flags. */
function isNumeric(found: readonly PeriodColumn[], sample: readonly (readonly string[])[]): boolean {
  const cells = found.flatMap(({ at }) => columnOf(sample, at).map((cell) => cell.trim()));
  const fitting = cells.filter((cell) => DEFAULT_NULLS.includes(cell) || /\d/.test(cell) || cell.length <= 3);
  return fitting.length >= cells.length * 0.6 && cells.some((cell) => /\d/.test(cell));
}

/** The whole name, or its first or last words, are a period; the rest is what is measured. */
function periodColumn(name: string, at: number): PeriodColumn | null {
  const whole = periodKind(name);
  if (whole) return { at, text: name, kind: whole, measure: '' };
  const words = name.split(/[\s_]+/);
  for (let count = Math.min(3, words.length - 1); count >= 1; count--) {
    const splits = [
      [words.slice(-count), words.slice(0, -count)],
      [words.slice(0, count), words.slice(count)],
    ];
    for (const [period = [], rest = []] of splits) {
      const kind = periodKind(period.join(' '));
      if (kind) return { at, text: period.join(' '), kind, measure: rest.join(' ') };
    }
  }
  return null;
}

function periodKind(text: string): string | null {
  if (monthOfName(text) !== undefined) return 'name';
  const period = writtenPeriod(text, needsEra(text) ? { ...RULES, era: 'ce' } : RULES);
  if (!period || /^\d{5,6}$/.test(text)) return period && /^(19|2[0-5])\d{4}$/.test(text) ? period.every : null;
  return period.every === 'year' && !/(19|20|2[45])\d\d/.test(text) ? null : period.every;
}
