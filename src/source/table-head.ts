import { writtenPeriod } from '../period/index.ts';
import { numberOf } from './number.ts';

/** A record with the line on which it starts, and whether a blank line stands before it. */
export interface Located {
  readonly fields: readonly string[];
  readonly line: number;
  readonly afterBlank: boolean;
}

/** Where a table begins, what its columns are called, and what is known of its records. */
export interface TableHead {
  /** Lines before the header that are no part of the table. */
  readonly preamble: readonly Located[];
  /** One record, or two where a first row groups the columns of the second. */
  readonly header: readonly Located[];
  readonly names: readonly string[];
  readonly records: readonly Located[];
}

/** Finds the header among the first records of a file: the first that is as wide as the table; null where there is none. */
export function tableHead(records: readonly Located[]): TableHead | null {
  const width = commonWidth(records);
  const enough = Math.max(width > 1 ? 1 : 0, Math.floor(width / 3));
  const at = records.findIndex((record, i) => filled(record.fields) > enough && !isComment(record, records[i + 1]));
  const first = records[at];
  if (!first) return null;
  const rows = groupsColumns(first, records[at + 1], records[at + 2]) ? 2 : 1;
  const above = records[at - 1];
  const grouped = rows === 1 && above && groupsColumns(above, first, records[at + 1]);
  const start = grouped ? at - 1 : at;
  const header = records.slice(start, grouped ? at + 1 : at + rows);
  const names = header.length === 2 ? joinedNames(header) : first.fields.map(cleanName);
  return { preamble: records.slice(0, start), header, names, records: records.slice(start + header.length) };
}

/** Header cells may hold line ends and trailing blanks; the column of a trailing delimiter has no name. */
export const cleanName = (name: string): string => name.replace(/[\s\u00A0]+/g, ' ').trim();

const filled = (fields: readonly string[]): number => fields.filter((field) => field.trim() !== '').length;

/** True for a line such as `# printed 3 May, by the office` above a header; `# of cases` over data is a name. */
const isComment = ({ fields }: Located, next: Located | undefined): boolean =>
  /^#\s/.test(fields[0] ?? '') &&
  next !== undefined &&
  !next.fields.some((field) => isNumber(field) || isPeriodName(field));

const lastFilled = (fields: readonly string[]): number => fields.findLastIndex((field) => field.trim() !== '') + 1;

/** The width that most records have, up to their last field with something in it. */
function commonWidth(records: readonly Located[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of records) counts.set(lastFilled(fields), (counts.get(lastFilled(fields)) ?? 0) + 1);
  return [...counts].reduce((best, [width, count]) => (count > best[1] ? [width, count] : best), [0, 0])[0];
}

/** True where `upper` names groups of columns, such as years, whose parts `lower` names, with data below. */
function groupsColumns(upper: Located, lower: Located | undefined, data: Located | undefined): boolean {
  if (!lower || !data || lower.fields.some(isNumber) || !data.fields.some(isNumber)) return false;
  const [top, bottom] = [upper.fields.map(cleanName), lower.fields.map(cleanName)];
  const under = bottom.flatMap((name, i) => (name === '' || i === 0 ? [] : [i]));
  const groups = under.filter((i) => (top[i] ?? '') !== '');
  const repeated = new Set(under.map((i) => bottom[i])).size < under.length;
  return (
    groups.length > 0 && groups.length < under.length && (repeated || groups.some((i) => isPeriodName(top[i] ?? '')))
  );
}

const isPeriodName = (name: string): boolean =>
  writtenPeriod(name, { order: null, era: 'auto', fiscal: { startMonth: 10, namedBy: 'end' } }) !== null;

function isNumber(field: string): boolean {
  const text = field.trim();
  return (
    !/^(1[89]|2[0-6])\d\d$/.test(text) && numberOf(text.replace(/^[^\d.-]+|[^\d]+$/g, '')) !== null && /\d/.test(text)
  );
}

/** The name of a group goes on over the blanks behind it, and stands before the name of each of its columns. */
function joinedNames([upper, lower]: readonly Located[]): string[] {
  let group = '';
  return (lower?.fields ?? []).map((field, i) => {
    const [top, bottom] = [cleanName(upper?.fields[i] ?? ''), cleanName(field)];
    if (top !== '') group = top;
    return bottom === '' || bottom === top ? top : cleanName(`${top === '' && i > 0 ? group : top} ${bottom}`);
  });
}
