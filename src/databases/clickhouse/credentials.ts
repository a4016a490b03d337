import { readFileSync, statSync } from 'node:fs';
import * as v from 'valibot';
import { checked } from '../../config/checked.ts';
import { readYaml } from '../../config/read-yaml.ts';
import { inputError } from '../../errors.ts';
import type { Address } from './address.ts';

/** Who asks, and whose word is taken for who answers. Never part of a source, so that no report can hold it. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
  /** Certificates of the authority that vouches for the server, where it is not one of the system's. */
  readonly authority: Buffer | null;
}

/** A message about a text would quote what stands in its place: a password of digits that is written without quotes. */
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const text = v.custom<string>(isText, 'is to be text, in quotes where it is a number');
const Login = v.strictObject({ user: v.optional(text), password: v.optional(text), ca: v.optional(text) });
const CredentialsFile = v.record(v.string(), Login);

type Environment = Readonly<Record<string, string | undefined>>;

/** The credentials for a server: those of the environment, else those that a file gives to `host:port` or `host`. */
export async function clickhouseCredentials(address: Address, env: Environment): Promise<Credentials> {
  const file = env.BORDER_STATS_CREDENTIALS;
  const login = file ? await loginOf(file, address) : {};
  const ca = env.BORDER_STATS_CLICKHOUSE_CA || login.ca;
  return {
    user: env.BORDER_STATS_CLICKHOUSE_USER || (login.user ?? 'default'),
    password: env.BORDER_STATS_CLICKHOUSE_PASSWORD ?? login.password ?? '',
    authority: ca ? certificates(ca) : null,
  };
}

async function loginOf(file: string, { host, port }: Address): Promise<v.InferOutput<typeof Login>> {
  const status = statSync(file, { throwIfNoEntry: false });
  if (status && (status.mode & 0o077) !== 0 && process.platform !== 'win32') {
    throw inputError(`${file}: holds credentials and can be read by others`, `chmod 600 ${file}`);
  }
  const logins = checked(CredentialsFile, await readYaml(file), 'write host:port, and below it user and password');
  return logins[`${host}:${port}`] ?? logins[host] ?? {};
}

function certificates(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw inputError(`${path}: the certificates cannot be read (${(cause as NodeJS.ErrnoException).code})`);
  }
}
