import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { UserError } from '../../errors.ts';
import { credentialsIn, type Environment } from '../credentials-file.ts';
import type { ServerAddress } from './address.ts';
import { isPassing } from './complaint.ts';
import { loginOf, passwordOf } from './login.ts';
import type { Login } from './passfile.ts';
import { type SslMode, sslModeOf, tlsOptions } from './tls.ts';

/** What the query of an address may say. */
export const SETTINGS = ['sslmode', 'sslrootcert', 'connect_timeout', 'timeout'] as const;

/** All that is needed to connect, checked; the password is asked for when the server wants one. */
export interface Target {
  readonly name: string;
  readonly login: Login;
  readonly mode: SslMode;
  readonly rootCertificate: string | undefined;
  /** In seconds. */
  readonly connectTimeout: number;
  /** In seconds; 0 for none. */
  readonly statementTimeout: number;
  password(): Promise<string>;
}

const CONNECT_SECONDS = 10;
const STATEMENT_SECONDS = 600;

export async function targetOf(address: ServerAddress, env: Environment): Promise<Target> {
  const { name, settings } = address;
  const login = await loginOf(address, env);
  const seconds = (setting: (typeof SETTINGS)[number], text: string | undefined, usual: number): number => {
    if (text === undefined || text === '') return usual;
    if (!/^\d{1,6}$/.test(text)) throw new UserError(`${name}: ${setting} "${text}" is no number of seconds`);
    return Number(text);
  };
  return {
    name,
    login,
    mode: sslModeOf(name, settings.sslmode ?? (env.PGSSLMODE || undefined), login.host),
    rootCertificate: settings.sslrootcert ?? (env.PGSSLROOTCERT || (await credentialsIn(env, login)).ca),
    connectTimeout: seconds('connect_timeout', settings.connect_timeout ?? env.PGCONNECT_TIMEOUT, CONNECT_SECONDS),
    statementTimeout: seconds('timeout', settings.timeout, STATEMENT_SECONDS),
    password: () => passwordOf(name, login, env),
  };
}

/** How long to wait before each further attempt, in milliseconds. */
const PAUSES = [200, 600, 1800];

/** Does what may meet a broken line, again where that is what it met. */
export async function persistently<T>(attempt: () => Promise<T>): Promise<T> {
  for (const wait of PAUSES) {
    try {
      return await attempt();
    } catch (failure) {
      if (!isPassing(failure)) throw failure;
      await pause(wait);
    }
  }
  return attempt();
}

/** A client that can be told not to keep the program running, which its published types leave out. */
export type Connection = Client & { ref(): void; unref(): void };

/** A connection that is logged in. */
export async function connected(target: Target): Promise<Connection> {
  try {
    return await attempted(target, target.mode);
  } catch (failure) {
    if (target.mode === 'prefer' && isRefusal(failure)) return attempted(target, 'disable');
    throw failure;
  }
}

/** A server that offers no TLS, or lets this user in only without it. */
const isRefusal = (failure: unknown): boolean =>
  failure instanceof Error &&
  (failure.message === 'The server does not support SSL connections' ||
    ('code' in failure && failure.code === '28000'));

async function attempted(target: Target, mode: SslMode): Promise<Connection> {
  const { default: pg } = await import('pg');
  const { host, port, database, user } = target.login;
  const client = new pg.Client({
    ...{ host, port, database, user },
    password: () => target.password(),
    ssl: tlsOptions(mode, target.rootCertificate),
    connectionTimeoutMillis: target.connectTimeout * 1000,
    application_name: 'border-stats',
    keepAlive: true,
    types: { getTypeParser: () => (text: string) => text },
  });
  client.on('error', () => {});
  await client.connect();
  return client as Connection;
}
