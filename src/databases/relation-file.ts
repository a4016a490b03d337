import { csvLine, linesOf } from '../source/csv-line.ts';
import type { OpenFile } from '../source/file.ts';
import { LineMap } from '../source/line-map.ts';
import { type Relation, rowOfLine } from '../source/relation.ts';
import type { SourceFile } from '../source/source.ts';
import { canonicalText } from './canonical-text.ts';
import { joined, type Sql, sql, statement, words } from './sql.ts';

/** So many first rows tell what the columns hold. */
const ENOUGH = 200;

/** A relation as a file: its rows as comma-separated text, so that whatever reads files reads it. */
export async function openRelation(name: string, packing: string, relation: Relation): Promise<OpenFile> {
  const file = relationFile(name, relation);
  const head: Uint8Array[] = [];
  for await (const piece of bytesOf(relation, new LineMap(), ENOUGH)) head.push(piece);
  return {
    file,
    head: Buffer.concat(head),
    whole: true,
    tail: null,
    packing,
    member: null,
    encoding: { value: 'utf-8', reason: 'texts come from a database' },
  };
}

function relationFile(name: string, relation: Relation): SourceFile {
  let lines = new LineMap();
  const bytes = () => {
    lines = new LineMap();
    return bytesOf(relation, lines);
  };
  return { name, path: null, bytes, relation, lineOf: (line) => rowOfLine(line) ?? lines.original(line) };
}

async function* bytesOf(relation: Relation, lines: LineMap, most?: number): AsyncGenerator<Uint8Array> {
  const { columns, dialect } = relation;
  const header = csvLine(columns.map(({ name }) => name));
  yield Buffer.from(header);
  let [line, row] = [1 + linesOf(header), 0];
  const asked = statement(allRows(relation, most), dialect.placeholder);
  for await (const batch of relation.rows(asked, most === undefined ? 'every row' : 'first rows')) {
    let text = '';
    for (const [number = null, ...cells] of batch) {
      row = number === null ? row + 1 : Number(number);
      const written = csvLine(columns.map(({ form }, i) => canonicalText(form, cells[i] ?? null)));
      lines.add(line, row);
      text += written;
      line += linesOf(written);
    }
    yield Buffer.from(text);
  }
}

/** Every row as texts, behind its number: in the order in which they lie, else in that of all their values; the first are found before texts are made. */
function allRows({ columns, dialect, from, row, isOrdered, ...relation }: Relation, most?: number): Sql {
  const cells = columns.map((column) => dialect.text(dialect.identifier(column.name), column));
  const named = cells.map((cell, i) => sql`${cell} AS ${words(`_text${i}`)}`);
  const number = row === null ? sql`NULL` : dialect.numberText(row);
  const order = row ?? relation.order ?? joined(columns.map((_, i) => words(`_text${i}`)));
  const ordered = isOrdered ? sql`` : sql` ORDER BY ${order}`;
  if (most === undefined) return sql`SELECT ${joined([number, ...named])} FROM ${from}${ordered}`;
  const where = relation.isFirst ? sql` WHERE ${relation.isFirst}` : sql``;
  const limit = words(` LIMIT ${most}`);
  if (!relation.order) return sql`SELECT ${joined([number, ...named])} FROM ${from}${where}${ordered}${limit}`;
  const first = sql`(SELECT * FROM ${from}${where}${ordered}${limit}) AS _first`;
  return sql`SELECT ${joined([number, ...named])} FROM ${first}${ordered}`;
}
