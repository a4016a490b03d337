import { didYouMean } from '../../config/nearest.ts';
import { inputError, UserError } from '../../errors.ts';
import type { ServerAddress } from './address.ts';
import type { CatalogType } from './column-form.ts';
import type { Session } from './session.ts';

/** A table or a view, as the catalog knows it. */
export interface CatalogTable {
  readonly schema: string;
  readonly table: string;
  /** How the database stores texts: `UTF8`, `WIN874`. */
  readonly encoding: string;
  readonly columns: readonly CatalogColumn[];
  /** True where the server shows this user only some of the rows. */
  readonly isFiltered: boolean;
}

export interface CatalogColumn extends CatalogType {
  readonly name: string;
  readonly mayRead: boolean;
}

/** The schema, where the address names one, and the table: `/db/table`, `/db/schema.table` or `/db/schema/table`. */
export function tableNamed({ name, path }: ServerAddress): { schema: string | null; table: string } {
  const [database, second, third, ...more] = path;
  if (!database || !second || third === '' || more.length > 0) {
    throw new UserError(`${name}: names no table`, { hint: 'write postgres://host:port/database/schema.table' });
  }
  if (third !== undefined) return { schema: second, table: third };
  const dot = second.indexOf('.');
  return dot < 0 ? { schema: null, table: second } : { schema: second.slice(0, dot), table: second.slice(dot + 1) };
}

const TABLE = `
SELECT c.oid, n.nspname, c.relname, row_security_active(c.oid)::text,
  pg_catalog.current_setting('server_encoding')
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND c.relname = $1
  AND CASE WHEN $2::text IS NULL THEN pg_catalog.pg_table_is_visible(c.oid) ELSE n.nspname = $2 END`;

const COLUMNS = `
WITH RECURSIVE base AS (
  SELECT oid AS asked, oid, typbasetype FROM pg_catalog.pg_type
  WHERE oid IN (SELECT atttypid FROM pg_catalog.pg_attribute WHERE attrelid = $1::oid)
  UNION ALL
  SELECT base.asked, t.oid, t.typbasetype FROM base JOIN pg_catalog.pg_type t ON t.oid = base.typbasetype
)
SELECT a.attname, pg_catalog.format_type(t.oid, NULL), t.typname, t.typtype::text, t.typcategory::text,
  pg_catalog.has_column_privilege($1::oid, a.attnum, 'select')::text
FROM pg_catalog.pg_attribute a
JOIN base ON base.asked = a.atttypid AND base.typbasetype = 0
JOIN pg_catalog.pg_type t ON t.oid = base.oid
WHERE a.attrelid = $1::oid AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attnum`;

const ALL_TABLES = `
SELECT n.nspname, c.relname, pg_catalog.pg_table_is_visible(c.oid)::text
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
ORDER BY 1, 2`;

/** Finds the table that an address names. */
export async function catalogTable(session: Session, address: ServerAddress): Promise<CatalogTable> {
  const { schema, table } = tableNamed(address);
  const [found] = await session.look({ text: TABLE, values: [table, schema] });
  if (!found) throw await noSuchTable(session, address, schema);
  const [oid = null, inSchema, named, filtered, encoding] = found;
  const columns = await session.look({ text: COLUMNS, values: [oid] });
  return {
    schema: inSchema ?? '',
    table: named ?? '',
    encoding: encoding ?? '',
    isFiltered: filtered === 'true',
    columns: columns.map(([name, type, base, kind, category, mayRead]) => ({
      name: name ?? '',
      type: type ?? '',
      base: base ?? '',
      kind: kind ?? '',
      category: category ?? '',
      mayRead: mayRead === 'true',
    })),
  };
}

async function noSuchTable(session: Session, { name, path }: ServerAddress, schema: string | null): Promise<UserError> {
  const rows = await session.look({ text: ALL_TABLES });
  const all = rows.map(([in_, table, visible]) => (visible === 'true' && !schema ? `${table}` : `${in_}.${table}`));
  const asked = path.slice(1).join('.');
  const near = didYouMean(asked, all);
  const hint =
    all.length === 0
      ? 'the database holds no tables'
      : `the tables are: ${all.slice(0, 20).join(', ')}${all.length > 20 ? ' …' : ''}`;
  return inputError(`${name}: there is no table "${asked}" in the database "${path[0]}"${near}`, hint);
}
