import { inputError, UserError } from '../errors.ts';
import type { DateOrder, Era, FiscalYear, PeriodRole } from '../period/index.ts';
import {
  type ColumnKind,
  canBeMonth,
  canBeYear,
  columnKind,
  isFiscalYearName,
  isSeparating,
  isTotal,
  isUnitName,
} from './column-kind.ts';
import { type Column, columnOf, type InferredMeasure, inferMeasure, namedMeasures, quoted } from './infer-measure.ts';
import { NO_MORE_NULLS, type NullTokens, nullsBeside } from './null-tokens.ts';
import { DEFAULT_NULLS, type PeriodColumns, type Profile } from './profile.ts';

/** What the user says about the columns of an export. */
export interface Hints {
  readonly date?: readonly string[] | undefined;
  readonly measure?: readonly string[] | undefined;
  readonly order?: DateOrder | undefined;
  readonly era?: Era | undefined;
  readonly fiscal?: FiscalYear | undefined;
  readonly zone?: number | undefined;
  /** What stands between fields: a comma there is less likely to stand inside numbers. */
  readonly delimiter?: string | undefined;
  readonly decimal?: '.' | ',' | undefined;
  /** More cells that mean "no value". */
  readonly nulls?: NullTokens | undefined;
  /** Chooses among several columns of numbers, where a command knows which it can use. */
  readonly choose?: ((names: readonly string[]) => readonly string[] | undefined) | undefined;
  /** The statistic that the user names, which tells an amount from a rate. */
  readonly stat?: string | undefined;
  /** True where nothing is added up or averaged, so that it need not be known which. */
  readonly kindIsOpen?: boolean | undefined;
  /** True where a table will do that tells no period and no measure. */
  readonly anyTable?: boolean | undefined;
}

/** Works out what the columns of an unknown export mean, where there is one defensible answer; otherwise says which. */
export function inferProfile(
  file: string,
  header: readonly string[],
  sample: readonly (readonly string[])[],
  hints: Hints,
): { profile: Profile; notes: string[] } {
  const { nulls, columnNulls } = hints.nulls ?? NO_MORE_NULLS;
  const columns = header.map((name, i): Column => {
    const cells = distinct(sample, i);
    return { name, kind: columnKind(name, cells, nullsBeside({ nulls, columnNulls }, name)), cells };
  });
  refuseRecordAsHeader(file, columns);
  const period = hints.date ? namedPeriod(file, columns, hints) : inferPeriod(file, columns, hints);
  const named = hints.measure ?? chosen(columns, period, hints);
  const found = named
    ? namedMeasures(file, columns, named, hints)
    : [inferMeasure(file, columns, period.columns, hints)];
  const measures = found.map(({ measure }) => measure);
  const taken = new Set([...period.columns, ...measures.map(({ column }) => column)]);
  const dimensions = columns.filter(({ name, kind }) => kind !== 'empty' && !taken.has(name)).map(({ name }) => name);
  const unit = dimensions.find(isUnitName);
  const profile: Profile = {
    name: 'inferred',
    title: file,
    header: [],
    period,
    measures,
    shown: measures.map(({ name }) => name),
    dimensions,
    separate: dimensions.filter((name) => isSeparating(name) && name !== unit),
    labels: { unit },
    openEnd: false,
    nulls: [...DEFAULT_NULLS, ...nulls],
    columnNulls,
    renamed: {},
    totals: totalsOf(columns, dimensions),
    breaks: {},
    caveats: [],
  };
  return { profile, notes: [inWords(period, found), ...found.flatMap(({ notes }) => notes)] };
}

/** A first record that was taken for the header would be missing from every figure. */
function refuseRecordAsHeader(file: string, columns: readonly Column[]): void {
  const odd = columns.find(({ name, kind }) => kind === 'period' && columnKind('date', [name]) === 'period');
  if (odd === undefined) return;
  throw inputError(
    `${file}: has no header: "${odd.name}" stands where the name of a column should, and is a period as those below it`,
    'put a line above the first that names the columns',
  );
}

function chosen(columns: readonly Column[], period: PeriodColumns, { choose }: Hints) {
  const numbers = columns.filter(({ name, kind }) => kind === 'number' && !period.columns.includes(name));
  return numbers.length > 1 ? choose?.(numbers.map(({ name }) => name)) : undefined;
}

/** Values that say by themselves that they are totals. */
function totalsOf(columns: readonly Column[], dimensions: readonly string[]): Record<string, string[]> {
  const found = columns.flatMap(({ name, cells }): [string, string[]][] => {
    const totals = dimensions.includes(name) ? cells.filter(isTotal).map((cell) => cell.trim()) : [];
    return totals.length > 0 ? [[name, totals]] : [];
  });
  return Object.fromEntries(found);
}

/** How many distinct cells of a column are judged. */
const ENOUGH = 300;

function distinct(sample: readonly (readonly string[])[], column: number): string[] {
  const cells = new Set<string>();
  for (const fields of sample) if (cells.add(fields[column] ?? '').size >= ENOUGH) break;
  return [...cells];
}

function inWords(period: PeriodColumns, found: readonly InferredMeasure[]): string {
  const told = found.map(({ measure: { column, kind }, isOpen }) => {
    if (column === null) return 'each record is counted as one';
    if (isOpen) return `whether ${column} is to be added up or averaged is left open`;
    return `${column} is taken as ${kind === 'count' ? 'a count, summed' : kind === 'amount' ? 'an amount, summed' : `a ${kind}, averaged`}`;
  });
  return `no profile knows this export: ${period.columns.join(' and ')} tells the period; ${told.join('; ')}`;
}

function inferPeriod(file: string, columns: readonly Column[], hints: Hints): PeriodColumns {
  const of = (kind: ColumnKind) => columns.filter((column) => column.kind === kind);
  const [texts, years, months] = [of('period'), of('year'), of('month')];
  const [text, year, month] = [texts[0], years[0], months[0]];
  if (text && texts.length === 1) return periodOf(file, [text], hints);
  if (texts.length === 0 && year && years.length === 1 && months.length <= 1) {
    return periodOf(file, month ? [year, month] : [year], hints);
  }
  const candidates = (texts.length > 0 ? texts : [...years, ...months]).map(({ name }) => name);
  if (candidates.length === 0) {
    throw new UserError(`${file}: no column seems to tell the period`, {
      hint: `name it with --date; the columns are: ${columns.map(({ name }) => name).join(', ')}`,
      choice: { option: '--date', among: [] },
    });
  }
  throw new UserError(`${file}: several columns may tell the period: ${candidates.join(', ')}`, {
    hint: `name one, such as --date ${quoted(candidates[0] ?? '')}`,
    choice: { option: '--date', among: candidates },
  });
}

function namedPeriod(file: string, columns: readonly Column[], hints: Hints): PeriodColumns {
  const named = (hints.date ?? []).map((name) => columnOf(file, columns, name));
  return periodOf(file, named, hints);
}

function periodOf(file: string, columns: readonly Column[], { order, era, fiscal, zone }: Hints): PeriodColumns {
  const names = columns.map(({ name }) => name);
  const [first, second, third] = columns;
  if (first && !second) {
    return { columns: names, roles: [first.kind === 'year' ? yearRole(first) : 'text'], order, era, fiscal, zone };
  }
  for (const [year, month] of [columns, columns.toReversed()]) {
    if (third || !year || !month || !canBeYear(year.cells) || !canBeMonth(month.name, month.cells)) continue;
    const roles = columns.map((column) => (column === year ? yearRole(year) : ('month' as const)));
    return { columns: names, roles, order, era, fiscal, zone };
  }
  throw new UserError(`${file}: ${names.join(' and ')} are not a year and a month, which together tell a period`, {
    hint: 'name one column, or a year and a month: --date year,month',
  });
}

const yearRole = ({ name }: Column): PeriodRole => (isFiscalYearName(name) ? 'fiscal-year' : 'year');
