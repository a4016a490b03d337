import type { FileOptions, OpenFile } from './file.ts';

/** Opens a source that is no text. */
export type Opener = (path: string, options: FileOptions) => Promise<OpenFile>;

/** A kind of source that is no text: how it is known, and what opens it, which is loaded only then. */
interface OpenerEntry {
  readonly kind: string;
  /** What a path of this kind is like, where that tells. */
  readonly path?: RegExp;
  /** The bytes that a file of this kind begins with. */
  readonly magic?: string;
  readonly load: () => Promise<Opener>;
}

const OPENERS: readonly OpenerEntry[] = [
  {
    kind: 'postgres',
    path: /^postgres(ql)?:\/\//,
    load: async () => (await import('../databases/postgres/open-postgres.ts')).openPostgres,
  },
  {
    kind: 'parquet',
    magic: 'PAR1',
    load: async () => (await import('../databases/duckdb/open-parquet.ts')).openParquet,
  },
  {
    kind: 'parquet files',
    path: /\*\*.*\.(parquet|pq)$/i,
    load: async () => (await import('../databases/duckdb/open-parquet.ts')).openParquetFiles,
  },
  {
    kind: 'json',
    path: /\.(json|ndjson|jsonl)(\.gz|\.zst)?$/i,
    load: async () => (await import('../databases/duckdb/open-json.ts')).openJson,
  },
  {
    kind: 'duckdb',
    path: /\.(duckdb|ddb)(\/[^/]+)?$/i,
    load: async () => (await import('../databases/duckdb/open-table.ts')).openDuckdbTable,
  },
  {
    kind: 'clickhouse',
    path: /^clickhouses?:\/\//i,
    load: async () => (await import('../databases/clickhouse/open-clickhouse.ts')).openClickhouse,
  },
];

/** True for what is no file, but a table on a server. */
export const isAddress = (path: string): boolean => /^[a-z]+:\/\//.test(path);

/** What opens a path of this kind, where its name tells. */
export const openerOfPath = (path: string): OpenerEntry | undefined => OPENERS.find((one) => one.path?.test(path));

/** False for a path that by its name is no text. */
export const mayBeText = (path: string): boolean => !openerOfPath(path) && !/\.(parquet|pq)$/i.test(path);

/** What opens a file that begins with these bytes. */
export function openerOfBytes(head: Uint8Array): OpenerEntry | undefined {
  const start = Buffer.from(head.subarray(0, 16)).toString('latin1');
  return OPENERS.find(({ magic }) => magic !== undefined && start.startsWith(magic));
}
