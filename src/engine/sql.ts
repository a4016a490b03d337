import { BLANKS } from '../databases/blanks.ts';
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
  const by = keys.map((key, i) => named(asked, keyCell(asked, key), `_key${i}`));
  const texts = cells.map(({ text }, i) => text && named(asked, text, `_text${i}`));
  const exact = cells.map(({ numbers }, i) => numbers && named(asked, whereTrue(numbers), `_exact${i}`));
  const place = named(asked, row ?? words('0'), '_row');
  const records = named(asked, sql`count(*)`, '_records');
  const first = named(asked, sql`min(${place.ref})`, '_first');
  const totals = exact.map((one, i) => (one ? aggregates(asked, one.ref, i) : []));
  const outer = joined([
    ...keys.map((key, i) => keyText(asked, key, by[i]?.ref as Sql)),
    dialect.numberText(records.ref),
    dialect.numberText(first.ref),
    ...cells.flatMap((_, i) => [...refs([texts[i]]), ...refs(totals[i] ?? []).map(dialect.numberText)]),
  ]);
  const keyed = [...by, ...texts.filter((text) => text !== null)];
  const where = blank === 'kept' ? sql`` : sql` WHERE ${isFilled(asked)}`;
  const grouped = keyed.length === 0 ? sql`` : sql` GROUP BY ${joined(refs(keyed))}`;
  const order = row === null ? sql`` : sql` ORDER BY ${first.ref}`;
  const inner = joined([
    ...definitions(by),
    ...cells.flatMap((_, i) => definitions([texts[i], exact[i]])),
    place.definition,
  ]);
  const groups = joined([...refs(keyed), ...definitions([records, first, ...totals.flat()])]);
  const source = dialect.isFlat
    ? sql`${from}${where}${grouped}`
    : sql`(SELECT ${groups} FROM (SELECT ${inner} FROM ${from}${where}) AS _cells${grouped}) AS _groups`;
  const whole = sql`SELECT ${outer} FROM ${source}${order}`;
  return { asked: statement(whole, dialect.placeholder), readings: cells.map(({ reading }) => reading) };
}

/** A value that is needed more than once: by its name where statements nest, else written out again. */
interface Named {
  readonly ref: Sql;
  readonly definition: Sql;
}

const named = ({ dialect }: Asked, value: Sql, name: string): Named => ({
  ref: dialect.isFlat ? value : words(name),
  definition: sql`${value} AS ${words(name)}`,
});

type Perhaps = Named | null | undefined;
const isThere = (one: Perhaps): one is Named => one !== null && one !== undefined;
const refs = (all: readonly Perhaps[]): Sql[] => all.filter(isThere).map(({ ref }) => ref);
const definitions = (all: readonly Perhaps[]): Sql[] => all.filter(isThere).map(({ definition }) => definition);

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

/** A key as text, from what its rows were grouped by. */
const keyText = (asked: Asked, key: KeyPart, grouped: Sql): Sql =>
  isText(asked, key) ? grouped : asked.dialect.text(grouped, columnOf(asked, key));

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
  const isNone = sql`${text} NOT IN (${joined(tokens.map(bound))}) AND ${cellOf(asked, measure)} IS NOT NULL`;
  const tests = [...(numbers.test ? [numbers.test] : []), ...(tokens.length > 0 ? [isNone] : [])];
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

function aggregates(asked: Asked, exact: Sql, i: number): Named[] {
  return [
    named(asked, sql`count(${exact})`, `_values${i}`),
    named(asked, asked.dialect.sum(exact), `_sum${i}`),
    named(asked, sql`min(${exact})`, `_least${i}`),
    named(asked, sql`max(${exact})`, `_greatest${i}`),
  ];
}

/** What is true of a row with something in it beside blanks. */
function isFilled(asked: Asked): Sql {
  const tests = asked.columns.map((column, i) => {
    const cell = cellOf(asked, { column: i });
    if (column.form !== 'text') return sql`${cell} IS NOT NULL`;
    return sql`${asked.dialect.trimmed(cell, bound(BLANKS))} <> ${bound('')}`;
  });
  return sql`(${joined(tests, ' OR ')})`;
}
