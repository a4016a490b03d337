import { didYouMean } from '../../config/nearest.ts';
import { inputError, type UserError } from '../../errors.ts';
import { connected, type Target } from './connect.ts';

/** That a server has no such database, with those that it has, where it tells. */
export async function noSuchDatabase({ name, login, ...target }: Target, cause: unknown): Promise<UserError> {
  const names = await databaseNames({ ...target, name, login: { ...login, database: 'postgres' } }).catch(() => []);
  const hint = names.length === 0 ? 'check its name in the address' : `the databases are: ${names.join(', ')}`;
  return inputError(
    `${name}: there is no database "${login.database}"${didYouMean(login.database, names)}`,
    hint,
    cause,
  );
}

const NAMES = 'SELECT datname FROM pg_catalog.pg_database WHERE datallowconn AND NOT datistemplate ORDER BY 1';

async function databaseNames(target: Target): Promise<string[]> {
  const connection = await connected(target);
  try {
    const { rows } = await connection.query<[string]>({ text: NAMES, rowMode: 'array' });
    return rows.map(([database]) => database);
  } finally {
    await connection.end();
  }
}
