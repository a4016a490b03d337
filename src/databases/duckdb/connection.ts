import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBInstance } from '@duckdb/node-api';
import type { Rows } from '../../source/relation.ts';
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
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const folder = mkdtempSync(join(tmpdir(), 'border-stats-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
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
