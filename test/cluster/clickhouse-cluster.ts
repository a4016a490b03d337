import { freePorts, type Ports, type Server, startServer, USERS } from './clickhouse-server.ts';

const CLUSTER = 'two_shards';

/** Two shards, the first of which is asked. */
export interface Cluster {
  readonly shards: readonly [Server, Server];
  /** The address of a table, as a user writes it. */
  address(table: string, query?: string): string;
  /** Runs a statement on one shard or on both; gives what it answers. */
  run(statement: string, on?: readonly Server[], settings?: string): Promise<string>;
  /** Makes a table on both shards, and a Distributed table of the name over them. */
  distribute(table: string, columns: string, order: string, key?: string): Promise<void>;
  stop(): Promise<void>;
}

/** The environment of a run as one of the users. */
export const as = (user: keyof typeof USERS): Record<string, string> => ({
  BORDER_STATS_CLICKHOUSE_USER: user,
  BORDER_STATS_CLICKHOUSE_PASSWORD: USERS[user].password,
});

export async function startCluster(): Promise<Cluster> {
  const free = await freePorts(8);
  const ports = [free.slice(0, 4), free.slice(4)].map(
    ([http = 0, https = 0, tcp = 0, interserver = 0]): Ports => ({ http, https, tcp, interserver }),
  ) as [Ports, Ports];
  const first = await startServer(ports[0], ports);
  const second = await startServer(ports[1], ports).catch(async (error) => {
    await first.stop();
    throw error;
  });
  const shards = [first, second] as const;
  const run: Cluster['run'] = async (statement, on = [first], settings = '') => {
    const answers = await Promise.all(on.map((server) => asked(server, statement, settings)));
    return answers[0] ?? '';
  };
  return {
    shards,
    address: (table, query = '') => `clickhouse://127.0.0.1:${ports[0].http}/default/${table}${query}`,
    run,
    async distribute(table, columns, order, key = 'rand()') {
      await run(`CREATE TABLE ${table}_part (${columns}) ENGINE = MergeTree ORDER BY ${order}`, shards);
      await run(
        `CREATE TABLE ${table} AS ${table}_part ENGINE = Distributed(${CLUSTER}, default, ${table}_part, ${key})`,
      );
    },
    stop: async () => {
      await Promise.all(shards.map((server) => server.stop()));
    },
  };
}

async function asked({ ports }: Server, statement: string, settings: string): Promise<string> {
  const login = Buffer.from(`writer:${USERS.writer.password}`).toString('base64');
  const response = await fetch(`http://127.0.0.1:${ports.http}/?${settings}`, {
    method: 'POST',
    body: statement,
    headers: { authorization: `Basic ${login}` },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${statement}: ${text}`);
  return text.trim();
}
