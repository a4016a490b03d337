import { UserError } from '../../errors.ts';
import { quotedName } from './dialect.ts';

/** Where a table of a ClickHouse server is. */
export interface Address {
  /** As the user wrote it: it holds no secret. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly database: string;
  readonly table: string;
  /** The cluster over whose shards the table is read, where no Distributed table stands before them. */
  readonly cluster: string | null;
  /** After so many seconds without an answer the question is given up. */
  readonly timeout: number;
}

/** The name of the table in a statement. */
export const tableName = ({ database, table }: Address): string => `${quotedName(database)}.${quotedName(table)}`;

const PATTERN = 'clickhouse://host:8123/database/table';
const TIMEOUT = 600;

/** The parts of `clickhouse://host:8123/database/table?cluster=c&timeout=60`; `clickhouses://` for TLS. */
export function clickhouseAddress(name: string): Address {
  const tls = /^clickhouses:/i.test(name);
  if (/^[^:]+:\/\/[^/?#]*@/.test(name)) throw withSecret(tls);
  const url = URL.canParse(name) ? new URL(name) : null;
  const parts = (url?.pathname ?? '').split('/').slice(1).map(decoded);
  const [database, table] = parts;
  if (!url || url.hostname === '' || parts.length !== 2 || !database || !table) {
    throw new UserError(`${name}: names no table`, { hint: `write ${PATTERN}` });
  }
  return {
    name,
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (tls ? 8443 : 8123) : Number(url.port),
    tls,
    database,
    table,
    ...settled(name, url.searchParams),
  };
}

function settled(name: string, asked: URLSearchParams): Pick<Address, 'cluster' | 'timeout'> {
  const unknown = [...asked.keys()].find((key) => key !== 'cluster' && key !== 'timeout');
  if (unknown !== undefined) {
    const hint = 'an address may end in ?cluster=NAME&timeout=SECONDS; credentials come from the environment';
    throw new UserError(`${name.split('?')[0]}: "${unknown}" is no part of an address`, { hint });
  }
  const timeout = Number(asked.get('timeout') ?? TIMEOUT);
  if (!Number.isInteger(timeout) || timeout < 1 || timeout > 86_400) {
    throw new UserError(`${name}: timeout is a whole number of seconds, from 1 to 86400`);
  }
  return { cluster: asked.get('cluster'), timeout };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

const withSecret = (tls: boolean): UserError =>
  new UserError(`clickhouse${tls ? 's' : ''}://…@…: an address must hold no user and no password`, {
    hint: 'they would stand in histories and reports: set BORDER_STATS_CLICKHOUSE_USER and BORDER_STATS_CLICKHOUSE_PASSWORD, or name a file by BORDER_STATS_CREDENTIALS',
  });
