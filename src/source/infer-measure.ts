import { UserError } from '../errors.ts';
import { cellReader } from './cell.ts';
import { type ColumnKind, measureKind, unreadFigure } from './column-kind.ts';
import { columnNamed } from './columns.ts';
import { NO_MORE_NULLS, type NullTokens, nullsBeside } from './null-tokens.ts';
import { type NumberStyle, numberStyle } from './number-style.ts';
import { DEFAULT_NULLS, type MeasureColumn, type MeasureKind } from './profile.ts';

/** Counts the records themselves. */
export const RECORDS: MeasureColumn = {
  column: null,
  name: 'records',
  unit: 'records',
  kind: 'count',
  scientific: false,
};

/** A column with what it seems to hold and its distinct cells. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly cells: readonly string[];
}

interface NumberHints {
  readonly delimiter?: string | undefined;
  readonly decimal?: '.' | ',' | undefined;
  readonly nulls?: NullTokens | undefined;
  readonly stat?: string | undefined;
  readonly kindIsOpen?: boolean | undefined;
}

/** A measure, with what was decided of how its numbers are written. */
export interface InferredMeasure {
  readonly measure: MeasureColumn;
  /** True where its kind is not known, nor needed. */
  readonly isOpen?: boolean;
  readonly notes: readonly string[];
}

/** The only column of numbers; the records themselves where there is none. */
export function inferMeasure(
  file: string,
  columns: readonly Column[],
  taken: readonly string[],
  hints: NumberHints,
): InferredMeasure {
  const numbers = columns.filter(({ name, kind }) => kind === 'number' && !taken.includes(name));
  const [only] = numbers;
  if (!only) return recordsAlone(file, columns, taken);
  if (numbers.length === 1) return measureOf(file, only, hints);
  const names = numbers.map(({ name }) => name);
  throw new UserError(`${file}: several columns may be the measure: ${names.join(', ')}`, {
    hint: `name one or more, such as --measure ${quoted(only.name)}, or count the records with --measure records`,
    choice: { option: '--measure', among: [...names, RECORDS.name] },
  });
}

/** The records are the measure where no column looks as if it were. */
function recordsAlone(file: string, columns: readonly Column[], taken: readonly string[]): InferredMeasure {
  for (const { name, kind, cells } of columns) {
    const cell = kind === 'text' && !taken.includes(name) ? unreadFigure(name, cells) : undefined;
    if (cell === undefined) continue;
    throw new UserError(
      `${file}: ${name} may be the measure, but its cells are no numbers here: ${JSON.stringify(cell)}`,
      {
        hint: /\de/i.test(cell) ? IS_SCIENTIFIC : /^0\d/.test(cell) ? IS_PADDED(name) : IS_NO_NUMBER,
        choice: { option: '--measure', among: [...(/^0\d/.test(cell) ? [name] : []), RECORDS.name] },
      },
    );
  }
  return { measure: RECORDS, notes: [] };
}

const IS_NO_NUMBER = 'write them as 1234.5 or 1,234.5, or count the records with --measure records';
const IS_PADDED = (name: string) =>
  `--measure ${quoted(name)} reads them as numbers, --measure records counts the records`;
const IS_SCIENTIFIC =
  'such a number has lost digits: export it whole, or say `scientific: true` of it in a profile (--profile my.yaml)';

/** Measures by their names, each once; `records` counts the records where no column has that name. */
export function namedMeasures(
  file: string,
  columns: readonly Column[],
  names: readonly string[],
  hints: NumberHints,
): InferredMeasure[] {
  const named = names.map((name) => {
    const isRecords = name === 'records' && !columns.some((column) => column.name === name);
    return isRecords ? null : columnOf(file, columns, name);
  });
  return [...new Set(named)].map((column) =>
    column === null ? { measure: RECORDS, notes: [] } : measureOf(file, column, hints),
  );
}

function measureOf(file: string, { name, cells }: Column, hints: NumberHints): InferredMeasure {
  const nulls = nullsBeside(hints.nulls ?? NO_MORE_NULLS, name);
  const filled = cells.filter((cell) => !nulls.includes(cell.trim()));
  const { style, unclear } = numberStyle(filled, (hints.delimiter ?? ',') === ',', hints.decimal);
  if (unclear !== null) {
    throw new UserError(`${file}: column ${name}: ${JSON.stringify(unclear)} may be a decimal or in thousands`, {
      hint: 'say which with --decimal point or --decimal comma',
      choice: { option: '--decimal', among: ['point', 'comma'] },
    });
  }
  const plain = style === null ? cells : cells.map((cell) => digitsOf(cell, style));
  const unit = style?.percent ? 'percent' : (style?.currency ?? name.replaceAll('_', ' '));
  const known = style?.percent ? 'share' : style?.currency ? 'amount' : measureKind(name, plain);
  const isOpen = known === null && hints.kindIsOpen === true;
  const kind = isOpen ? 'amount' : (known ?? kindBy(file, name, hints));
  const measure = { column: name, name, unit, kind, scientific: false };
  return style === null
    ? { measure, isOpen, notes: [] }
    : {
        isOpen,
        measure: { ...measure, style },
        notes: [`numbers of ${name} are read as ${inWords(style)}`],
      };
}

/** Decimals under a name that says nothing may be amounts or rates: the statistic that the user names decides. */
export function kindBy(file: string, name: string, { stat }: Pick<NumberHints, 'stat'>): MeasureKind {
  if (stat !== undefined) return stat === 'sum' ? 'amount' : 'rate';
  throw new UserError(`${file}: whether ${name} is to be added up or averaged cannot be told from its name`, {
    hint: '--stat sum adds it up, --stat mean averages it',
    choice: { option: '--stat', among: ['sum', 'mean'] },
  });
}

/** A styled cell as a plain number, as far as its sign and whether it is whole go. */
function digitsOf(cell: string, style: NumberStyle): string {
  const value = cellReader({ nulls: DEFAULT_NULLS, scientific: false, style })(cell)?.value;
  if (value === null || value === undefined) return '';
  return typeof value === 'number' ? String(value) : '1.5';
}

function inWords({ decimal, group, flags, percent, currency }: NumberStyle): string {
  const sample = `1${group}234${decimal}5`;
  const behind = `${percent ? ' %' : ''}${flags ? ' with flags' : ''}`;
  return `${sample}${currency === null ? '' : ` in ${currency}`}${behind}`;
}

export function columnOf(file: string, columns: readonly Column[], name: string): Column {
  const header = columns.map((column) => column.name);
  return columns[columnNamed(name, header, file)] as Column;
}

export const quoted = (name: string): string => (/[^\w-]/.test(name) ? `'${name}'` : name);
