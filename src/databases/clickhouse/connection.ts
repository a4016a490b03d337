import type { ClickHouseClient } from '@clickhouse/client';
import type { Address } from './address.ts';
import { type Credentials, clickhouseCredentials } from './credentials.ts';
import { exactSettings, SETTINGS_SQL } from './exact-settings.ts';
import { fewRows } from './select.ts';

/** Who is asked, and with what settings; it holds the credentials within, where no report looks. */
export interface Connection {
  readonly address: Address;
  readonly client: ClickHouseClient;
  readonly settings: Readonly<Record<string, string>>;
  /** What the user's queries begin with, of what matters here. */
  readonly current: ReadonlyMap<string, string>;
}

/** The server must answer a question about itself within so many seconds. */
const OPENS_WITHIN = 20;

/** A connection that reads whole answers only: what the server or the user's profile would leave out is turned off. */
export async function clickhouseConnection(
  address: Address,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Connection> {
  const credentials = await clickhouseCredentials(address, env);
  const opening = await clientOf(address, credentials, Math.min(OPENS_WITHIN, address.timeout));
  const rows = await fewRows({ address, client: opening, settings: {}, current: new Map() }, SETTINGS_SQL);
  const current = new Map(rows.map(([name = '', value = '']) => [name, value]));
  const settings = exactSettings(address.name, current);
  return { address, client: await clientOf(address, credentials, address.timeout), settings, current };
}

async function clientOf(address: Address, { user, password, authority }: Credentials, timeout: number) {
  const { ClickHouseLogLevel, createClient } = await import('@clickhouse/client');
  const { host, port, tls } = address;
  return createClient({
    url: `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    username: user,
    password,
    ...(tls && authority && { tls: { ca_cert: authority } }),
    request_timeout: timeout * 1000,
    keep_alive: { enabled: false },
    log: { level: ClickHouseLogLevel.OFF },
    application: 'border-stats',
  });
}
