import type { PlainNumbers } from '../databases/dialect.ts';
import { bound, joined, type Sql, type Statement, sql, statement, words } from '../databases/sql.ts';
import type { Relation, RelationColumn } from '../source/relation.ts';
import type { KeyPart, MeasurePart, Question } from './engine.ts';

/** The part of a relation that SQL is made of. */
export type Asked = Pick<Relation, 'dialect' | 'from' | 'columns' | 'row'>;

/**
 * How the cells of a measure are read: all by SQL (`plain`), those that are plainly numbers by SQL and the others from
 * their texts (`mixed`), or all from their texts (`raw`).
 */
export type Reading = 'plain' | 'mixed' | 'raw';

/** A question as one statement, whose rows are the groups of its keys and of the texts that SQL does not read. */
export interface TallyStatement {
  readonly asked: Statement;
  readonly readings: readonly Reading[];
}

/**
 * The statement for a question. Its columns, all of them texts: the keys, the records, the first row, and for each
 * measure, as its reading needs them, the text, then the number of values, their sum, the least and the greatest.
 *
 * `blank` says what becomes of rows without anything in them, which are no records.
 */
export function tallyStatement(asked: Asked, { keys, measures }: Question, blank: 'kept' | 'left out'): TallyStatement {
  const { dialect, from, row } = asked;
  const cells = measures.map((measure) => measureCells(asked, measure));
  const inner = joined([
    ...keys.map((key, i) => sql`${keyCell(asked, key)} AS ${keyName(i)}`),
    ...cells.flatMap(({ text, numbers }, i) => [
      ...(text ? [sql`${text} AS ${textName(i)}`] : []),
      ...(numbers ? [sql`${whereTrue(numbers)} AS ${exactName(i)}`] : []),
    ]),
    sql`${row ?? words('0')} AS _row`,
  ]);
  const texts = cells.flatMap(({ text }, i) => (text ? [textName(i)] : []));
  const by = [...keys.map((_, i) => keyName(i)), ...texts];
  const groups = joined([
    ...by,
    sql`count(*) AS _records`,
    sql`min(_row) AS _first`,
    ...cells.flatMap(({ numbers }, i) => (numbers ? aggregates(asked, i) : [])),
  ]);
  const outer = joined([
    ...keys.map((key, i) => (isText(asked, key) ? keyName(i) : dialect.text(keyName(i), columnOf(asked, key)))),
    dialect.numberText(words('_records')),
    dialect.numberText(words('_first')),
    ...cells.flatMap(({ text, numbers }, i) => [...(text ? [textName(i)] : []), ...(numbers ? told(asked, i) : [])]),
  ]);
  const where = blank === 'kept' ? sql`` : sql` WHERE ${isFilled(asked)}`;
  const grouped = by.length === 0 ? sql`` : sql` GROUP BY ${joined(by)}`;
  const order = row === null ? sql`` : sql` ORDER BY _first`;
  const whole = sql`SELECT ${outer} FROM (SELECT ${groups} FROM (SELECT ${inner} FROM ${from}${where}) AS _cells${grouped}) AS _groups${order}`;
  return { asked: statement(whole, dialect.placeholder), readings: cells.map(({ reading }) => reading) };
}

/** The first rows in which a column has one of these texts: their numbers and the texts. */
export function placesStatement(asked: Asked, column: number, texts: readonly string[], most: number): Statement {
  const { dialect, from, row } = asked;
  const cell = textOf(asked, { column });
  const is = joined(texts.map(bound));
  const where = texts.some((text) => text.trim() === '') ? sql` WHERE ${isFilled(asked)}` : sql``;
  const text = sql`coalesce(${cell}, ${bound('')})`;
  const places = sql`SELECT ${row ?? words('0')} AS _row, ${text} AS _text FROM ${from}${where}`;
  return statement(
    sql`SELECT ${dialect.numberText(words('_row'))}, _text FROM (${places}) AS _cells WHERE _text IN (${is}) ORDER BY _row LIMIT ${words(String(most))}`,
    dialect.placeholder,
  );
}

const keyName = (i: number): Sql => words(`_key${i}`);
const textName = (i: number): Sql => words(`_text${i}`);
const exactName = (i: number): Sql => words(`_exact${i}`);

function columnOf({ columns }: Asked, { column }: Pick<KeyPart, 'column'>): RelationColumn {
  const found = columns[column];
  if (!found) throw new RangeError(`column ${column} is not in the relation`);
  return found;
}

const cellOf = (asked: Asked, part: Pick<KeyPart, 'column'>): Sql =>
  asked.dialect.identifier(columnOf(asked, part).name);

const textOf = (asked: Asked, part: Pick<KeyPart, 'column'>): Sql =>
  asked.dialect.text(cellOf(asked, part), columnOf(asked, part));

/** True where the text of a key is made before its rows are grouped. */
const isText = (asked: Asked, key: KeyPart): boolean =>
  isCut(asked, key) || asked.dialect.isGroupedByText(columnOf(asked, key));

/** The text of a double is brought into form outside, and cut there. */
const isCut = (asked: Asked, { length, ...key }: KeyPart): boolean =>
  length !== undefined && columnOf(asked, key).form !== 'float';

function keyCell(asked: Asked, key: KeyPart): Sql {
  const text = textOf(asked, key);
  if (isCut(asked, key)) return asked.dialect.prefix(text, key.length ?? 0);
  return isText(asked, key) ? text : cellOf(asked, key);
}

interface MeasureCells {
  readonly reading: Reading;
  readonly text: Sql | null;
  readonly numbers: PlainNumbers | null;
}

/** What of a measure SQL reads, and the text of the rest. */
function measureCells(asked: Asked, measure: MeasurePart): MeasureCells {
  const text = textOf(asked, measure);
  const numbers = isForeign(measure) ? null : asked.dialect.numbers(cellOf(asked, measure), columnOf(asked, measure));
  if (!numbers) return { reading: 'raw', text, numbers: null };
  const tokens = measure.nulls.filter((token) => /^-?\d+(\.\d+)?$/.test(token));
  if (tokens.length > 0 && columnOf(asked, measure).form === 'float') return { reading: 'raw', text, numbers: null };
  const is = joined(tokens.map(bound));
  const tests = [...(numbers.test ? [numbers.test] : []), ...(tokens.length > 0 ? [sql`${text} NOT IN (${is})`] : [])];
  if (tests.length === 0) return { reading: 'plain', text: null, numbers };
  const test = joined(tests, ' AND ');
  const others = sql`CASE WHEN ${test} THEN NULL ELSE coalesce(${text}, ${bound('')}) END`;
  return { reading: 'mixed', text: others, numbers: { ...numbers, test } };
}

/** Numbers in a style in which what is plainly a number means another, or none. */
const isForeign = ({ style }: MeasurePart): boolean =>
  style !== undefined && (style.decimal !== '.' || style.group !== ',');

const whereTrue = ({ test, exact }: PlainNumbers): Sql =>
  test === null ? exact : sql`CASE WHEN ${test} THEN ${exact} END`;

function aggregates({ dialect }: Asked, i: number): Sql[] {
  const exact = exactName(i);
  return [
    sql`count(${exact}) AS ${words(`_values${i}`)}`,
    sql`${dialect.sum(exact)} AS ${words(`_sum${i}`)}`,
    sql`min(${exact}) AS ${words(`_least${i}`)}`,
    sql`max(${exact}) AS ${words(`_greatest${i}`)}`,
  ];
}

const told = ({ dialect }: Asked, i: number): Sql[] =>
  ['_values', '_sum', '_least', '_greatest'].map((name) => dialect.numberText(words(`${name}${i}`)));

/** What is true of a row with something in it beside blanks. */
function isFilled(asked: Asked): Sql {
  const tests = asked.columns.map((column, i) => {
    const cell = cellOf(asked, { column: i });
    if (column.form !== 'text') return sql`${cell} IS NOT NULL`;
    return sql`${asked.dialect.trimmed(cell, bound(BLANKS))} <> ${bound('')}`;
  });
  return sql`(${joined(tests, ' OR ')})`;
}

/** What `trim` takes off the ends of a text. */
const BLANKS = ` \t\n\v\f\r\u00a0\u1680${String.fromCharCode(...Array.from({ length: 11 }, (_, i) => 0x2000 + i))}\u2028\u2029\u202f\u205f\u3000\ufeff`;
