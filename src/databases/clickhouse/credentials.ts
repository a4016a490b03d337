import { readFileSync } from 'node:fs';
import { inputError } from '../../errors.ts';
import { credentialsIn, type Environment } from '../credentials-file.ts';
import type { Address } from './address.ts';

/** Who asks, and whose word is taken for who answers. Never part of a source, so that no report can hold it. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
  /** Certificates of the authority that vouches for the server, where it is not one of the system's. */
  readonly authority: Buffer | null;
}

/** The credentials for a server: those of the environment, else those that a file gives to `host:port` or `host`. */
export async function clickhouseCredentials(address: Address, env: Environment): Promise<Credentials> {
  const entry = await credentialsIn(env, address);
  const ca = env.BORDER_STATS_CLICKHOUSE_CA || entry.ca;
  return {
    user: env.BORDER_STATS_CLICKHOUSE_USER || (entry.user ?? 'default'),
    password: env.BORDER_STATS_CLICKHOUSE_PASSWORD ?? entry.password ?? '',
    authority: ca ? certificates(ca) : null,
  };
}

function certificates(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw inputError(`${path}: the certificates cannot be read (${(cause as NodeJS.ErrnoException).code})`);
  }
}
