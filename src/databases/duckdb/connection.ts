import type { DuckDBInstance } from '@duckdb/node-api';
import { inputError } from '../../errors.ts';
import type { Rows } from '../../source/relation.ts';
import { temporaryFolder } from '../../source/temporary-folder.ts';
import type { Statement } from '../sql.ts';
import { duckdbFailure } from './failure.ts';

/** DuckDB in this process, by the memory that it may use. */
const instances = new Map<number | undefined, Promise<DuckDBInstance>>();

function instanceFor(memory: number | undefined): Promise<DuckDBInstance> {
  const known = instances.get(memory);
  if (known) return known;
  const made = freshInstance(memory);
  instances.set(memory, made);
  return made;
}

/** It loads nothing from the network, and keeps nothing but what outgrows its memory, in a folder that goes with the run. */
async function freshInstance(memory: number | undefined): Promise<DuckDBInstance> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch((cause) => {
    throw inputError('DuckDB, which reads such a source, does not run on this machine', 'export it as CSV', cause);
  });
  const folder = temporaryFolder();
  const instance = await DuckDBInstance.create(':memory:', {
    allow_community_extensions: 'false',
    allow_persistent_secrets: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    extension_directory: folder,
    temp_directory: folder,
    ...(memory !== undefined && { memory_limit: `${memory} B` }),
  });
  const one = await instance.connect();
  await one.run("SET GLOBAL TimeZone = 'UTC'");
  await one.run('SET GLOBAL lock_configuration = true');
  one.closeSync();
  return instance;
}

/** The files of DuckDB's own that are open in an instance, by the names that it has for them. */
const attachments = new Map<string, Promise<string>>();

/** Opens a file of DuckDB's own to be read, and gives the name that the instance has for it. */
export function attached(path: string, memory: number | undefined): Promise<string> {
  const id = `${memory} ${path}`;
  const known = attachments.get(id);
  if (known) return known;
  const name = `file${attachments.size}`;
  const made = attach(path, name, memory);
  attachments.set(id, made);
  return made;
}

async function attach(path: string, name: string, memory: number | undefined): Promise<string> {
  const text = `ATTACH '${path.replaceAll("'", "''")}' AS ${name} (TYPE duckdb, READ_ONLY)`;
  for await (const _ of duckdbRows(path, { text, values: [] }, memory));
  return name;
}

/** The rows of a statement, whose columns are all texts. */
export async function* duckdbRows(name: string, { text, values }: Statement, memory: number | undefined): Rows {
  try {
    const connection = await (await instanceFor(memory)).connect();
    try {
      const result = await connection.stream(text, [...values]);
      for await (const batch of result.yieldRowsJs()) yield batch as (string | null)[][];
    } finally {
      connection.closeSync();
    }
  } catch (cause) {
    throw duckdbFailure(name, cause);
  }
}
