import { setTimeout as pause } from 'node:timers/promises';
import { inputError } from '../../errors.ts';
import type { Connection } from './connection.ts';
import { clickhouseFailure, isLost } from './failure.ts';
import { BrokenOff, quotedRows } from './quoted-rows.ts';
import { silentShards } from './silent-shards.ts';

/** How long to wait, in milliseconds, before each further attempt to ask what was lost on its way. */
export const WAITS = [250, 1000, 3000];

/**
 * The rows that a SELECT of texts gives, block by block.
 *
 * A connection that is lost before the first row is made again; afterwards it is an error, as is all that the server
 * reports: never fewer rows than there are.
 */
export async function* selected(connection: Connection, select: string): AsyncGenerator<(string | null)[][]> {
  for (let attempt = 0; ; attempt++) {
    let isDelivering = false;
    try {
      for await (const rows of quotedRows(await asked(connection, select))) {
        isDelivering = true;
        yield rows;
      }
      return;
    } catch (error) {
      const wait = isDelivering || !isLost(error) ? undefined : WAITS[attempt];
      if (wait === undefined) throw await failureOf(connection, error);
      await pause(wait);
    }
  }
}

/** All rows of a SELECT of few. */
export async function fewRows(connection: Connection, select: string): Promise<string[][]> {
  const all: string[][] = [];
  for await (const rows of selected(connection, select)) all.push(...rows.map((row) => row.map((cell) => cell ?? '')));
  return all;
}

async function asked({ client, settings }: Connection, select: string): Promise<AsyncIterable<Uint8Array>> {
  const { stream } = await client.exec({ query: `${select}\nFORMAT CSV`, clickhouse_settings: settings });
  return stream;
}

/** What failed, for people; a bug of ours stays one. */
export async function failureOf(connection: Connection, error: unknown): Promise<unknown> {
  const { name, timeout } = connection.address;
  if (error instanceof Error && /timeout error/i.test(error.message)) {
    const silent = await silentShards(connection);
    const who = silent.length > 0 ? `; of the cluster these do not answer: ${silent.join(', ')}` : '';
    const longer = `wait longer: ${name.split('?')[0]}?timeout=${timeout * 6}`;
    const hint = silent.length > 0 ? 'try again when all shards are up' : longer;
    return inputError(`${name}: no answer within ${timeout} s${who}`, hint, error);
  }
  const failure = clickhouseFailure(connection.address, error);
  if (failure) return failure;
  if (error instanceof BrokenOff) return inputError(`${name}: ${error.message}`, 'try again', error);
  return isNoText(error) ? inputError(`${name}: holds text that is not UTF-8`, undefined, error) : error;
}

const isNoText = (error: unknown): boolean =>
  error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
