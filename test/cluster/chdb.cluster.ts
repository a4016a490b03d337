import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { columnForm } from '../../src/databases/clickhouse/column-form.ts';
import { clickhouseDialect } from '../../src/databases/clickhouse/dialect.ts';
import { quotedRows } from '../../src/databases/clickhouse/quoted-rows.ts';
import { openRelation } from '../../src/databases/relation-file.ts';
import { words } from '../../src/databases/sql.ts';
import type { SourceTable } from '../../src/source/source.ts';
import { itKeepsTheContract } from '../engine/database-contract.ts';
import type { TypedTable } from '../engine/typed-table.ts';
import { CLICKHOUSE_TYPES, columnsOf, valuesOf } from './clickhouse-table.ts';

/** A current release of ClickHouse in this process. */
interface Chdb {
  readonly Session: new () => { query(sql: string, format?: string): string; cleanup(): void };
}

const VERSION = '3.4.0';
const folder = mkdtempSync(join(tmpdir(), 'chdb-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Half a gigabyte, so it is no dependency: it is installed for this, where it can be. */
function installed(): Chdb | null {
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const words = ['install', '--silent', '--no-audit', '--no-fund', '--no-save', `chdb@${VERSION}`];
  const { status } = spawnSync('npm', words, { cwd: folder, timeout: 240_000 });
  if (status !== 0) return null;
  try {
    return createRequire(join(folder, 'package.json'))('chdb') as Chdb;
  } catch {
    return null;
  }
}

const chdb = installed();

describe.skipIf(chdb === null)('a current release of ClickHouse, as chdb', () => {
  const session = chdb && new chdb.Session();
  let stored = 0;
  afterAll(() => session?.cleanup());

  async function store(table: TypedTable): Promise<SourceTable> {
    const name = `typed_${stored++}`;
    session?.query(`CREATE TABLE ${name} (${columnsOf(table)}) ENGINE = MergeTree ORDER BY tuple()`);
    if (table.rows.length > 0) session?.query(`INSERT INTO ${name} VALUES ${valuesOf(table)}`);
    const columns = table.columns.map(({ name: column, type }) => ({
      name: column,
      type: CLICKHOUSE_TYPES[type],
      form: columnForm(CLICKHOUSE_TYPES[type]) ?? 'other',
    }));
    const { file } = await openRelation(name, 'clickhouse', {
      ...{ engine: 'clickhouse', dialect: clickhouseDialect, from: words(name), columns, row: null, isOrdered: false },
      rows: ({ text }) => quotedRows(pieces(session?.query(text, 'CSV') ?? '')),
    });
    return { files: [file], dialect: { delimiter: ',' }, header: columns.map((column) => column.name) };
  }

  itKeepsTheContract({ hasRows: false, store });
});

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

it.skipIf(chdb !== null)(`the current dialect is not tested: chdb ${VERSION} cannot be installed here`);
