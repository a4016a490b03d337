import { didYouMean } from '../config/nearest.ts';
import { UserError } from '../errors.ts';
import { columnList, columnNamed } from '../source/columns.ts';
import type { MeasureColumn } from '../source/profile.ts';
import type { Source } from '../source/source.ts';
import { isTidy } from '../source/tidy-form.ts';

/** What the user says about the columns of an export of seizures. */
export interface SeizureColumnOptions {
  readonly item?: string;
  readonly unit?: string;
  readonly measure?: readonly string[];
  readonly cases?: string;
}

/** The columns that tell what was seized, how much and in how many cases. */
export interface SeizureColumns {
  /** Null where no column tells it. */
  readonly item: string | null;
  readonly unit: string | null;
  readonly quantity: MeasureColumn;
  /** The measure that counts cases; or what a record is: a case, a sum of cases, or what its label tells. */
  readonly cases: MeasureColumn | 'records' | 'none' | 'labelled';
  /** In a tidy table the names of quantities and of numbers of cases, as far as they are known. */
  readonly labels: { readonly quantity: string | null; readonly cases: string | null };
}

/** Columns of what was seized, in words of English and Thai. */
const ITEM =
  /(^|[^a-z])(substances?|drugs?|items?|species|goods|commodity|weapons?|products?|contraband)([^a-z]|$)|ยาเสพติด|ของกลาง|ชนิด|สาร/i;
/** Columns of the number of cases. */
const CASES = /(^|[^a-z])(cases?|seizures?|events?|incidents?)([^a-z]|$)|คดี|ครั้ง/i;

/** Finds the columns: those that the user names, else those of the profile, else those whose names say what they hold. */
export function seizureColumns(source: Source, options: SeizureColumnOptions): SeizureColumns {
  const { header, profile } = source;
  const file = source.files[0]?.name ?? '';
  const named = (name: string) => header[columnNamed(name, header, file)] ?? name;
  const { quantity, cases, labels } = isTidy(header) ? tidyMeasures(source, options) : measuresOf(source, options);
  const unit = options.unit === undefined ? (profile.labels.unit ?? null) : named(options.unit);
  const taken = [...profile.period.columns, quantity.column, unit, typeof cases === 'object' ? cases.column : null];
  const free = header.filter((name) => !taken.includes(name));
  const item = options.item === undefined ? (profile.seizures?.item ?? itemOf(file, free)) : named(options.item);
  return { item, unit, quantity, cases, labels };
}

function itemOf(file: string, columns: readonly string[]): string | null {
  const candidates = columns.filter((name) => ITEM.test(name));
  if (candidates.length <= 1) return candidates[0] ?? null;
  throw new UserError(`${file}: several columns may tell what was seized: ${candidates.join(', ')}`, {
    hint: `name it with --item ${JSON.stringify(candidates[0])}`,
  });
}

type Measures = Pick<SeizureColumns, 'quantity' | 'cases' | 'labels'>;

/** The records of a tidy table name what they measure. */
function tidyMeasures({ profile, files }: Source, { measure = [], cases }: SeizureColumnOptions): Measures {
  const [quantity] = profile.measures;
  if (!quantity) throw noQuantity(files[0]?.name ?? '');
  const [asked] = columnList(measure, []);
  const labels = {
    quantity: asked ?? profile.seizures?.quantity ?? null,
    cases: cases ?? profile.seizures?.cases ?? null,
  };
  const isCase = profile.labels.measures?.some(({ name, column }) => name === labels.cases && column === null);
  if (cases === 'records' || cases === 'none') return { quantity, cases, labels: { ...labels, cases: null } };
  return isCase
    ? { quantity, cases: 'records', labels: { ...labels, cases: null } }
    : { quantity, cases: 'labelled', labels };
}

function measuresOf(source: Source, options: SeizureColumnOptions): Measures {
  const { measures, seizures, shown } = source.profile;
  const [named] = columnList(options.measure ?? [], source.header);
  const file = source.files[0]?.name ?? '';
  const find = (flag: string, name: string): MeasureColumn => {
    const wanted = name.toLowerCase();
    const found = measures.find((one) => [one.name, one.column].some((text) => text?.toLowerCase() === wanted));
    if (found) return found;
    const names = measures.map((one) => one.column ?? one.name);
    throw new UserError(`${file}: there is no measure "${name}"${didYouMean(name, names)}`, {
      hint: `${flag} takes one of: ${names.join(', ')}`,
    });
  };
  const counts = (measure: MeasureColumn) => measure.column !== null && CASES.test(measure.column);
  const asked = named ?? seizures?.quantity;
  const candidates = measures.filter((one) => one.column !== null && shown.includes(one.name));
  const quantity =
    asked === undefined ? (candidates.find((one) => !counts(one)) ?? candidates[0]) : find('--measure', asked);
  if (!quantity || quantity.column === null) throw noQuantity(file);
  if (quantity.kind === 'rate' || quantity.kind === 'share') throw noQuantity(file, quantity.name);
  const cases = casesOf(options.cases ?? seizures?.cases, candidates, quantity, find, counts);
  return { quantity, cases, labels: { quantity: null, cases: null } };
}

function casesOf(
  asked: string | undefined,
  candidates: readonly MeasureColumn[],
  quantity: MeasureColumn,
  find: (flag: string, name: string) => MeasureColumn,
  counts: (measure: MeasureColumn) => boolean,
): SeizureColumns['cases'] {
  if (asked === 'records' || asked === 'none') return asked;
  const cases =
    asked === undefined ? candidates.find((one) => one !== quantity && counts(one)) : find('--cases', asked);
  if (cases?.column === quantity.column)
    throw new UserError(`--cases ${asked}: ${quantity.column} is the quantity`, {
      hint: 'name another with --measure',
    });
  return cases === undefined || cases.column === null ? 'records' : cases;
}

function noQuantity(file: string, averaged?: string): UserError {
  const what = averaged === undefined ? 'no column holds quantities' : `${averaged} is averaged, and no quantity`;
  return new UserError(`${file}: ${what}`, { hint: 'name the column of quantities with --measure' });
}

/** What is to be read as numbers: the quantities, and the cases where a column counts them. */
export function numbersOf({ measure, cases }: SeizureColumnOptions): readonly string[] | undefined {
  const isColumn = cases !== undefined && cases !== 'records' && cases !== 'none';
  return measure && isColumn ? [...measure, cases] : measure;
}
