import { readFile, stat } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { inputError, UserError } from '../../errors.ts';
import type { ServerAddress } from './address.ts';
import { type Login, passwordIn } from './passfile.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whom to log in as, and where: what the address leaves open the environment says, by the names that `psql` reads. */
export function loginOf({ host, port, user, path }: ServerAddress, env: Environment): Login {
  const shownHost = host || env.PGHOST || 'localhost';
  return {
    host: shownHost,
    port: port ?? Number(env.PGPORT || 5432),
    database: path[0] ?? '',
    user: user ?? (env.PGUSER || userInfo().username),
  };
}

/** The password of a login, from `PGPASSWORD` or the file of passwords; asked for only where the server wants one. */
export async function passwordOf(name: string, login: Login, env: Environment): Promise<string> {
  if (env.PGPASSWORD) return env.PGPASSWORD;
  const file = env.PGPASSFILE || join(homedir(), '.pgpass');
  const found = passwordIn(await privateText(file), {
    ...login,
    host: login.host.startsWith('/') ? 'localhost' : login.host,
  });
  if (found !== null) return found;
  throw new UserError(`${name}: the server asks for a password of "${login.user}", and there is none`, {
    hint: `set PGPASSWORD, or write ${[login.host, login.port, login.database, login.user].join(':')}:PASSWORD into ${file}`,
    exitCode: 3,
  });
}

/** A file that nobody else can read; empty where there is none. */
async function privateText(file: string): Promise<string> {
  try {
    const { mode } = await stat(file);
    if ((mode & 0o077) !== 0 && process.platform !== 'win32') {
      throw inputError(`${file}: others than its owner can read it`, `chmod 600 ${file}`);
    }
    return await readFile(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (cause instanceof UserError) throw cause;
    if (code === 'ENOENT' || code === 'ENOTDIR') return '';
    throw inputError(`${file}: cannot be read (${code})`, undefined, cause);
  }
}
