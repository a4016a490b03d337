import { inputError } from '../../errors.ts';
import { isReport } from './complaint.ts';
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
  #connection: Connection | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #cursors = 0;
  #answered = false;

  constructor(target: Target) {
    this.#target = target;
  }

  /** True where there is no way back to the moment that an answer is of. */
  get isLost(): boolean {
    return this.#answered && this.#connection === null;
  }

  /** Rows that tell how to ask: few, and the same in any transaction that takes the place of this one. */
  async look(statement: Statement): Promise<readonly Row[]> {
    const rows = await this.#inTurn(() => persistently(() => this.#asked(statement)));
    this.#seen.push({ statement, rows: JSON.stringify(rows) });
    return rows;
  }

  /** All rows of an answer, at once. */
  async rows(statement: Statement): Promise<readonly Row[]> {
    const asked = () => this.#asked(statement);
    const rows = await this.#inTurn(() => (this.#answered ? asked() : persistently(asked)));
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

  async end(): Promise<void> {
    await this.#turn;
    await this.#connection?.end();
    this.#connection = null;
  }

  /** One after the other, as there is one connection. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  async #asked(statement: Statement): Promise<readonly Row[]> {
    const connection = this.#connection ?? (await this.#begun());
    this.#connection = connection;
    try {
      return await answered(connection, statement);
    } catch (failure) {
      if (!(await stands(connection, failure))) this.#connection = null;
      throw failure;
    }
  }

  async #begun(): Promise<Connection> {
    if (this.isLost) throw new ConnectionLost();
    const connection = await connected(this.#target);
    for (const text of beginning(this.#target)) await answered(connection, { text });
    for (const { statement, rows } of this.#seen) {
      if (JSON.stringify(await answered(connection, statement)) === rows) continue;
      throw inputError(`${this.#target.name}: the database changed while it was read`, 'run it again');
    }
    return connection;
  }
}

class ConnectionLost extends Error {
  override readonly message = 'Connection terminated';
}

/** A connection keeps the program running only while an answer is awaited. */
async function answered(connection: Connection, { text, values = [] }: Statement): Promise<readonly Row[]> {
  connection.ref();
  try {
    return (await connection.query<(string | null)[]>({ text, values: [...values], rowMode: 'array' })).rows;
  } finally {
    connection.unref();
  }
}

/** True where a transaction goes on after a failure: the server has said what is wrong with one statement. */
async function stands(connection: Connection, failure: unknown): Promise<boolean> {
  try {
    if (!isReport(failure)) throw failure;
    await answered(connection, { text: 'ROLLBACK TO SAVEPOINT begun' });
    return true;
  } catch {
    connection.end().catch(() => {});
    return false;
  }
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
  'SAVEPOINT begun',
];
