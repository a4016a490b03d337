import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server of its own folder and port, on the loopback address. */
export interface PostgresServer {
  readonly port: number;
  /** The certificate that it shows, which is its own authority. */
  readonly certificate: string;
  /** What a user names to read a table of it; the reader's password is in the environment. */
  address(table: string, settings?: string): string;
  /** Runs statements as the owner of everything; gives the rows of the last. */
  sql(text: string, database?: string): Promise<Record<string, unknown>[]>;
  /** Fills a table from a CSV with a header. */
  copy(table: string, csv: string): void;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Ends the server and removes its folder. */
  remove(): Promise<void>;
}

/** Who may do what: the owner everything, the reader read, the stranger only log in. */
export const ROLES = {
  owner: 'owns all',
  reader: 'reads: & nothing\\ else/',
  stranger: 'no business here',
} as const;

const DATABASE = 'records';

/** Where the programs of a server are, the newest; Debian keeps those of each version in a folder of its own, beside those of clients. */
const programs = (): string | undefined => {
  const versions = '/usr/lib/postgresql';
  if (!existsSync(versions)) return undefined;
  const folders = readdirSync(versions).sort((a, b) => Number(b) - Number(a));
  return folders.map((version) => join(versions, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
};

export const isPostgresInstalled = (): boolean => programs() !== undefined;

/** The server refuses to run as root: then it runs as the user that its package has made. */
const asUser = (): readonly string[] =>
  process.getuid?.() === 0 ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', '--'] : [];

function ran(program: string, words: readonly string[], options: { input?: string; env?: NodeJS.ProcessEnv } = {}) {
  const [command = program, ...rest] = [...asUser(), join(programs() ?? '', program), ...words];
  const result = spawnSync(command, rest, { encoding: 'utf8', cwd: tmpdir(), maxBuffer: 1 << 26, ...options });
  if (result.status !== 0) throw new Error(`${program}: ${result.stderr || result.error}`);
  return result.stdout;
}

function idOf(kind: '-u' | '-g'): number {
  return Number(spawnSync('id', [kind, 'postgres'], { encoding: 'utf8' }).stdout);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

/** Makes a database cluster with the roles, and starts it. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const [data, certificate] = [join(folder, 'data'), join(folder, 'server.crt')];
  if (asUser().length > 0) chownSync(folder, idOf('-u'), idOf('-g'));
  chmodSync(folder, 0o755);
  ran('initdb', ['-D', data, '-U', 'owner', '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'trust', '--no-sync']);
  selfSigned(folder, certificate);
  const port = await freePort();
  let child = await started(folder, port);
  const sql = (text: string, database?: string) => statement(port, text, database);
  for (const [name, password] of Object.entries(ROLES)) {
    const login = `password '${password}'`;
    await statement(
      port,
      name === 'owner' ? `alter role owner ${login}` : `create role ${name} login ${login}`,
      'postgres',
    );
  }
  await statement(port, `create database ${DATABASE}`, 'postgres');
  writeFileSync(join(data, 'pg_hba.conf'), 'local all owner trust\nhost all all 127.0.0.1/32 scram-sha-256\n');
  await sql('select pg_reload_conf()');
  const kill = () => child.kill('SIGQUIT');
  process.once('exit', kill);
  process.env.PGPASSWORD = ROLES.reader;
  return {
    port,
    certificate,
    address: (table, settings = '') => `postgres://reader@127.0.0.1:${port}/${DATABASE}/${table}${settings}`,
    sql,
    copy(table, csv) {
      const words = ['-h', folder, '-p', `${port}`, '-U', 'owner', '-d', DATABASE, '-v', 'ON_ERROR_STOP=1'];
      ran('psql', [...words, '-c', `copy ${table} from stdin with (format csv, header)`], { input: csv });
    },
    stop: () => ended(child),
    async start() {
      child = await started(folder, port);
    },
    async remove() {
      process.off('exit', kill);
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The owner comes in by the password once there is one: by trust before. */
async function statement(port: number, text: string, database: string = DATABASE): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'owner', password: ROLES.owner, database });
  await client.connect();
  try {
    const results: unknown = await client.query(text);
    const last = (Array.isArray(results) ? results.at(-1) : results) as pg.QueryResult;
    return last.rows;
  } finally {
    await client.end();
  }
}

const STARTS_WITHIN = 30_000;

async function started(folder: string, port: number): Promise<ChildProcess> {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    ssl: 'on',
    ssl_cert_file: join(folder, 'server.crt'),
    ssl_key_file: join(folder, 'server.key'),
  };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command = '', ...rest] = [
    ...asUser(),
    join(programs() ?? '', 'postgres'),
    '-D',
    join(folder, 'data'),
    ...words,
  ];
  const child = spawn(command, rest, { cwd: folder, stdio: 'ignore' });
  const until = performance.now() + STARTS_WITHIN;
  while (!isReady(port)) {
    if (child.exitCode !== null || performance.now() > until) {
      await ended(child);
      throw new Error(`postgres did not start on port ${port}`);
    }
    await pause(50);
  }
  return child;
}

const isReady = (port: number): boolean =>
  spawnSync(join(programs() ?? '', 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', `${port}`]).status === 0;

/** At once: nobody needs what is in it. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGQUIT');
  await gone;
}

function selfSigned(folder: string, certificate: string): void {
  const key = join(folder, 'server.key');
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', certificate],
  ]);
  if (made.status !== 0) throw new Error(`openssl: ${made.stderr}`);
  chmodSync(key, 0o600);
  if (asUser().length > 0) for (const file of [key, certificate]) chownSync(file, idOf('-u'), idOf('-g'));
}
