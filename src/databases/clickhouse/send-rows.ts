import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { inputError } from '../../errors.ts';
import { counted } from '../../note.ts';
import { tableName } from './address.ts';
import type { Connection } from './connection.ts';
import { quotedName, quotedText } from './dialect.ts';
import { isLost } from './failure.ts';
import { LOAD_COLUMN, ROW_COLUMN } from './loaded-table.ts';
import { failureOf, fewRows, selected, WAITS } from './select.ts';
import { type TidyRows, tidyLines } from './tidy-content.ts';

/** So many rows are sent at once: fewer than a server splits, so that a part of them is only there where shards are several. */
const BATCH = 100_000;

/** A run of rows, by the number of the first, from 1. */
interface Batch {
  readonly first: number;
  readonly lines: readonly string[];
}

/** Sends the rows of a load that a table does not have yet; gives how many these were. */
export async function sendRows(connection: Connection, tidy: TidyRows, load: string): Promise<number> {
  const there = await rowsPerBatch(connection, load);
  let sent = 0;
  for await (const batch of batches(tidy)) {
    if (there.get(batch.first) === batch.lines.length) continue;
    sent += await sendBatch(connection, tidy, load, batch);
  }
  return sent;
}

async function* batches(tidy: TidyRows): AsyncGenerator<Batch> {
  let [first, lines] = [1, [] as string[]];
  for await (const more of tidyLines(tidy)) {
    lines.push(...more);
    if (lines.length < BATCH) continue;
    yield { first, lines };
    [first, lines] = [first + lines.length, []];
  }
  if (lines.length > 0) yield { first, lines };
}

/** Sends what is missing of a batch; where the connection is lost, looks again at what has come through. */
async function sendBatch(
  connection: Connection,
  tidy: TidyRows,
  load: string,
  { first, lines }: Batch,
): Promise<number> {
  const before = await rowsThere(connection, load, first, lines.length);
  for (let attempt = 0; ; attempt++) {
    const there = attempt === 0 ? before : await rowsThere(connection, load, first, lines.length);
    const missing = lines.flatMap((line, i) => {
      const row = first + i;
      return there.has(row) ? [] : [`${line.slice(0, -1)}\t${load}\t${row}\n`];
    });
    try {
      if (missing.length > 0) await insert(connection, tidy.columns, `${queryPrefix(load)}${first}`, missing.join(''));
      return lines.length - before.size;
    } catch (error) {
      const wait = isLost(error) ? WAITS[attempt] : undefined;
      if (wait === undefined) throw await failureOf(connection, error);
      await pause(wait);
      await noneUnderWay(connection, load);
    }
  }
}

async function insert({ client, address, settings }: Connection, names: readonly string[], id: string, text: string) {
  const columns = [...names, LOAD_COLUMN, ROW_COLUMN].map(quotedName).join(', ');
  const { stream } = await client.exec({
    query: `INSERT INTO ${tableName(address)} (${columns}) FORMAT TabSeparated`,
    values: Readable.from([Buffer.from(text)], { objectMode: false }),
    clickhouse_settings: settings,
    query_id: id,
  });
  for await (const _ of stream);
}

/** The server refuses a second query of one name while the first is running. */
const queryPrefix = (load: string): string => `border-stats-${load.slice(0, 16)}-`;

const UNDER_WAY_PAUSE = 500;

/** Waits until the server has done with rows that an earlier run has sent: only then can be seen which have come through. */
export async function noneUnderWay(connection: Connection, load: string): Promise<void> {
  const running = `SELECT toString(count()) FROM system.processes WHERE query_id LIKE ${quotedText(`${queryPrefix(load)}%`)}`;
  for (let waited = 0; waited < connection.address.timeout * 1000; waited += UNDER_WAY_PAUSE) {
    if ((await fewRows(connection, running))[0]?.[0] === '0') return;
    await pause(UNDER_WAY_PAUSE);
  }
  throw inputError(`${connection.address.name}: another run is loading the same rows`, 'wait for it to end');
}

/** How many rows of each batch a table has, by the number of the first; an error where one stands there twice. */
export async function rowsPerBatch(connection: Connection, load: string): Promise<ReadonlyMap<number, number>> {
  const batch = `intDiv(${ROW_COLUMN} - 1, ${BATCH}) * ${BATCH} + 1`;
  const counts = `toString(count()), toString(uniqExact(${ROW_COLUMN}))`;
  const from = `FROM ${tableName(connection.address)} WHERE ${LOAD_COLUMN} = ${quotedText(load)}`;
  const rows = await fewRows(connection, `SELECT toString(${batch}), ${counts} ${from} GROUP BY ${batch}`);
  const numbers = rows.map((row) => row.map(Number));
  const twice = numbers.reduce((sum, [, count = 0, distinct = 0]) => sum + count - distinct, 0);
  if (twice > 0) {
    const remove = `ALTER TABLE ${tableName(connection.address)} DELETE WHERE ${LOAD_COLUMN} = '${load}'`;
    throw inputError(
      `${connection.address.name}: ${counted(twice, 'row')} of this load stand there twice: two runs loaded it at once`,
      `remove the load on every shard and load it again: ${remove}`,
    );
  }
  return new Map(numbers.map(([first = 0, count = 0]) => [first, count]));
}

async function rowsThere(connection: Connection, load: string, first: number, count: number): Promise<Set<number>> {
  const range = `${ROW_COLUMN} >= ${first} AND ${ROW_COLUMN} < ${first + count}`;
  const from = `FROM ${tableName(connection.address)} WHERE ${LOAD_COLUMN} = ${quotedText(load)} AND ${range}`;
  const found = new Set<number>();
  for await (const rows of selected(connection, `SELECT toString(${ROW_COLUMN}) ${from}`)) {
    for (const [row] of rows) found.add(Number(row));
  }
  return found;
}
