import { nearest } from '../config/nearest.ts';
import { EXIT, UserError } from '../errors.ts';
import { type FigureId, figureIdText } from '../report/figure-id.ts';
import type { Cell, Table } from '../report/report.ts';
import { rowId } from '../report/with-ids.ts';

/** A figure found in a table. */
export interface FoundFigure {
  /** The position of its row. */
  readonly at: number;
  readonly row: readonly Cell[];
  readonly cell: Cell;
  /** The whole id, whatever was left out of the one that was asked for. */
  readonly id: string;
}

/** How many ids a message names. */
const MOST_NAMED = 4;
const MOST_LISTED = 30;

/** The one row of a table that an id means; `hint` says how to have a column that is not there. */
export function figureRow(table: Table, asked: FigureId, hintFor: (column: string) => string | undefined): FoundFigure {
  const { columns, rows, key = [] } = table;
  const column = columns.findIndex(({ name }) => name === asked.column);
  if (column < 0) throw new UserError(`the table has no column ${asked.column}`, { hint: hintFor(asked.column) });
  const all = [...rows];
  const parts = asked.parts.map(({ name, value }) => ({
    name,
    value,
    at: columns.findIndex((one) => one.name === name),
  }));
  const unknown = parts.find(({ name, at }) => at < 0 || !key.includes(name));
  if (unknown) throw noSuchKey(unknown.name, key);
  const fits = all.flatMap((row, at) =>
    parts.every((part) => textOf(row[part.at]) === part.value) ? [{ row, at }] : [],
  );
  const idOf = rowId(table, key);
  const [found, ...others] = fits;
  if (!found) throw noSuchRow(parts, all, (row) => figureIdText(asked.column, idOf(row)));
  if (others.length > 0) {
    const ids = fits.slice(0, MOST_NAMED).map(({ row }) => figureIdText(asked.column, idOf(row)));
    throw new UserError(`${fits.length} figures fit the id: ${ids.join('; ')}${fits.length > MOST_NAMED ? ' …' : ''}`, {
      hint: 'name one of them whole',
    });
  }
  const id = figureIdText(asked.column, idOf(found.row));
  return { ...found, cell: found.row[column] ?? null, id };
}

const textOf = (cell: Cell | undefined): string => String(cell ?? '');

function noSuchKey(name: string, key: readonly string[]): UserError {
  const near = nearest(name, key);
  const names = key.length === 0 ? 'the column alone' : `the column and ${key.join(', ')}`;
  return new UserError(
    `nothing in the ids here is named ${name}${near === undefined ? '' : `; did you mean "${near}"?`}`,
    {
      hint: `they are made of ${names}`,
    },
  );
}

type Part = FigureId['parts'][number] & { readonly at: number };

/** The first part that no row has is the wrong one; where each is there by itself, together they are not. */
function noSuchRow(
  parts: readonly Part[],
  rows: readonly (readonly Cell[])[],
  idOf: (row: readonly Cell[]) => string,
): UserError {
  const wrong = parts.find(({ at, value }) => !rows.some((row) => textOf(row[at]) === value));
  const about = { exitCode: EXIT.usage };
  if (!wrong) {
    const some = rows.find((row) => textOf(row[parts[0]?.at ?? 0]) === parts[0]?.value);
    const hint = some && `there is ${idOf(some)}`;
    return new UserError(`no row has ${parts.map(({ name, value }) => `${name} ${value}`).join(' and ')}`, {
      ...about,
      hint,
    });
  }
  const known = [...new Set(rows.map((row) => textOf(row[wrong.at])))];
  const near = nearest(wrong.value, known);
  const isShort = known.length <= (wrong.name === 'period' ? MOST_NAMED : MOST_LISTED);
  const ends = isShort ? known.join(', ') : `${known[0]} … ${known[known.length - 1]}`;
  return new UserError(
    `no row has ${wrong.name} ${wrong.value}${near === undefined ? '' : `; did you mean "${near}"?`}`,
    {
      ...about,
      hint: `there are: ${ends}`,
    },
  );
}
