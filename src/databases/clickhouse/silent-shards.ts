import { connect } from 'node:net';
import type { Connection } from './connection.ts';
import { quotedText } from './dialect.ts';
import { fewRows } from './select.ts';

const ANSWERS_WITHIN = 2000;

/** The shards behind a table that do not answer although others do, as `host:port`; none where none answers here. */
export async function silentShards(connection: Connection): Promise<string[]> {
  const shards = await shardsBehind(connection).catch(() => []);
  const answering = await Promise.all(shards.map(answers));
  return answering.includes(true) ? shards.filter((_, i) => !answering[i]) : [];
}

async function shardsBehind(connection: Connection): Promise<string[]> {
  const { database, table, cluster } = connection.address;
  const where = `database = ${quotedText(database)} AND name = ${quotedText(table)}`;
  const engines = await fewRows(connection, `SELECT engine_full FROM system.tables WHERE ${where}`);
  const named = cluster ?? /^Distributed\('?([^',]+)/.exec(engines[0]?.[0] ?? '')?.[1];
  if (named === undefined) return [];
  const host = "concat(host_name, ':', toString(port))";
  const rows = await fewRows(connection, `SELECT ${host} FROM system.clusters WHERE cluster = ${quotedText(named)}`);
  return rows.flat();
}

/** True where whatever is asked is answered: the port between servers answers what it does not understand, too. */
function answers(shard: string): Promise<boolean> {
  const [host, port] = [shard.slice(0, shard.lastIndexOf(':')), Number(shard.slice(shard.lastIndexOf(':') + 1))];
  return new Promise((told) => {
    const socket = connect({ host, port, timeout: ANSWERS_WITHIN });
    const is = (answer: boolean) => {
      socket.destroy();
      told(answer);
    };
    socket.once('connect', () => socket.write('GET / HTTP/1.0\r\n\r\n'));
    socket.once('data', () => is(true));
    for (const event of ['timeout', 'error', 'close']) socket.once(event, () => is(false));
  });
}
