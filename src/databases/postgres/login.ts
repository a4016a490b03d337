import { readFile } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { EXIT, inputError, UserError } from '../../errors.ts';
import { credentialsIn, type Environment, refuseShared } from '../credentials-file.ts';
import type { ServerAddress } from './address.ts';
import { type Login, passwordIn } from './passfile.ts';

/** Whom to log in as, and where: what the address leaves open the environment says, by the names that `psql` reads, or a file of credentials. */
export async function loginOf({ host, port, user, path }: ServerAddress, env: Environment): Promise<Login> {
  const server = { host: host || env.PGHOST || 'localhost', port: port ?? Number(env.PGPORT || 5432) };
  const named = user ?? (env.PGUSER || (await credentialsIn(env, server)).user);
  return { ...server, database: path[0] ?? '', user: named ?? userInfo().username };
}

/** The password of a login, from the environment or a file; asked for only where the server wants one. */
export async function passwordOf(name: string, login: Login, env: Environment): Promise<string> {
  if (env.PGPASSWORD) return env.PGPASSWORD;
  const { user = login.user, password } = await credentialsIn(env, login);
  if (password !== undefined && user === login.user) return password;
  const file = env.PGPASSFILE || join(homedir(), '.pgpass');
  const host = login.host.startsWith('/') ? 'localhost' : login.host;
  const found = passwordIn(await privateText(file), { ...login, host });
  if (found !== null) return found;
  throw new UserError(`${name}: the server asks for a password of "${login.user}", and there is none`, {
    hint: `set PGPASSWORD, or write ${[host, login.port, login.database, login.user].join(':')}:PASSWORD into ${file}`,
    exitCode: EXIT.input,
  });
}

/** A file that nobody else can read; empty where there is none. */
async function privateText(file: string): Promise<string> {
  refuseShared(file);
  return readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return '';
    throw inputError(`${file}: cannot be read (${cause.code})`, undefined, cause);
  });
}
