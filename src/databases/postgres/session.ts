import { inputError } from '../../errors.ts';
import { complaint } from './complaint.ts';
import { type Connection, connected, persistently, type Target } from './connect.ts';

/** One statement with the values that it is bound to. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly (string | number | null)[] | undefined;
}

/** The cells of one row as PostgreSQL writes them; null where there is no value. */
export type Row = readonly (string | null)[];

/** How many rows are held at once while many are read. */
const BATCH_ROWS = 4096;

/**
 * One transaction in which nothing is written and nothing changes: all that is read in it is of one moment.
 *
 * Where the line breaks before any answer was handed out, another transaction takes its place, if what was looked at
 * before is the same in it.
 */
export class Session {
  readonly #target: Target;
  readonly #seen: { readonly statement: Statement; readonly rows: string }[] = [];
  #client: Connection | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #cursors = 0;
  #answered = false;

  constructor(target: Target) {
    this.#target = target;
  }

  /** Rows that tell how to ask: few, and the same in any transaction that takes the place of this one. */
  async look(statement: Statement): Promise<readonly Row[]> {
    const rows = await this.#inTurn(() => persistently(() => this.#run(statement)));
    this.#seen.push({ statement, rows: JSON.stringify(rows) });
    return rows;
  }

  /** All rows of an answer, at once. */
  async rows(statement: Statement): Promise<readonly Row[]> {
    const run = () => this.#run(statement);
    const rows = await this.#inTurn(() => (this.#answered ? run() : persistently(run)));
    this.#answered = true;
    return rows;
  }

  /** The rows of a query in batches, however many they are; who reads no further costs nothing more. */
  async *batches({ text, values }: Statement): AsyncGenerator<readonly Row[]> {
    const cursor = `rows_${++this.#cursors}`;
    await this.rows({ text: `DECLARE ${cursor} NO SCROLL CURSOR FOR ${text}`, values });
    let batch: readonly Row[];
    do {
      batch = await this.rows({ text: `FETCH FORWARD ${BATCH_ROWS} FROM ${cursor}` });
      if (batch.length > 0) yield batch;
    } while (batch.length === BATCH_ROWS);
    await this.rows({ text: `CLOSE ${cursor}` });
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#client?.end();
    this.#client = null;
  }

  /** One after the other, as there is one connection; what fails is told in words. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work).catch((failure) => {
      throw complaint(this.#target.name, failure, this.#target.login);
    });
    this.#turn = done.catch(() => {});
    return done;
  }

  async #run(statement: Statement): Promise<readonly Row[]> {
    this.#client ??= await this.#begun();
    return await this.#asked(this.#client, statement);
  }

  /** Nothing may come of a transaction in which something failed. */
  async #asked(client: Connection, { text, values = [] }: Statement): Promise<readonly Row[]> {
    client.ref();
    try {
      const { rows } = await client.query<(string | null)[]>({ text, values: [...values], rowMode: 'array' });
      return rows;
    } catch (failure) {
      this.#client = null;
      client.end().catch(() => {});
      throw failure;
    } finally {
      client.unref();
    }
  }

  async #begun(): Promise<Connection> {
    if (this.#answered) throw new LineBroken();
    const client = await connected(this.#target);
    for (const text of beginning(this.#target)) await this.#asked(client, { text });
    for (const { statement, rows } of this.#seen) {
      if (JSON.stringify(await this.#asked(client, statement)) === rows) continue;
      throw inputError(`${this.#target.name}: its records changed while they were read`, 'run it again');
    }
    return client;
  }
}

class LineBroken extends Error {
  readonly code = 'ECONNRESET';
}

/** The settings fix what the text of a value depends on, so that nothing of the server or the user changes it. */
const beginning = ({ statementTimeout }: Target): readonly string[] => [
  'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY',
  "SET LOCAL datestyle = 'ISO, YMD'",
  "SET LOCAL timezone = 'UTC'",
  "SET LOCAL intervalstyle = 'iso_8601'",
  'SET LOCAL extra_float_digits = 1',
  'SET LOCAL synchronize_seqscans = off',
  'SET LOCAL idle_in_transaction_session_timeout = 0',
  `SET LOCAL statement_timeout = ${statementTimeout * 1000}`,
];
