import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The ports of one server, all on the loopback address. */
export interface Ports {
  readonly http: number;
  readonly https: number;
  readonly tcp: number;
  readonly interserver: number;
}

/** One server process with a folder of its own. */
export interface Server {
  readonly ports: Ports;
  readonly pid: number;
  readonly folder: string;
  /** The certificate that it shows, which is its own authority; null where openssl is not installed. */
  readonly certificate: string | null;
  isRunning(): boolean;
  signal(name: NodeJS.Signals): void;
  /** Ends the process and removes its folder. */
  stop(): Promise<void>;
}

/** Users of the servers in the tests, with the settings that each begins with. */
export const USERS = {
  writer: { password: 'writes only here', settings: {} },
  reader: { password: 'reads & nothing: else/', settings: { readonly: 1 } },
  lenient: { password: 'lenient', settings: { skip_unavailable_shards: 1, extremes: 1 } },
  'lenient-reader': { password: 'lenient too', settings: { readonly: 1, skip_unavailable_shards: 1 } },
  small: { password: 'small', settings: { max_memory_usage: 4_000_000 } },
} as const;

const BINARY = 'clickhouse-server';

/** True where the server is installed. */
export const isInstalled = (): boolean => spawnSync('sh', ['-c', `command -v ${BINARY}`]).status === 0;

/** So many ports that nobody listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => new Promise((done) => server.once('listening', done))));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

const STARTS_WITHIN = 30_000;

/** Starts a server that knows the shards of the cluster `two_shards`, and waits until it answers. */
export async function startServer(ports: Ports, shards: readonly Ports[]): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'clickhouse-'));
  const certificate = selfSigned(folder);
  writeFileSync(join(folder, 'config.xml'), config(folder, ports, shards, certificate !== null));
  writeFileSync(join(folder, 'users.xml'), users());
  const child = spawn(BINARY, [`--config-file=${join(folder, 'config.xml')}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', openSync(join(folder, 'stderr'), 'a')],
  });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const server: Server = {
    ports,
    pid: child.pid ?? 0,
    folder,
    certificate,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    signal: (name) => child.kill(name),
    async stop() {
      await ended(child);
      process.off('exit', end);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const until = performance.now() + STARTS_WITHIN;
  while (!(await answers(ports.http))) {
    if (!server.isRunning() || performance.now() > until) {
      await server.stop();
      throw new Error(`${BINARY} did not start on port ${ports.http}`);
    }
    await pause(100);
  }
  return server;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await gone;
}

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/ping`, { signal: AbortSignal.timeout(1000) }).then(
    (response) => response.ok,
    () => false,
  );

function selfSigned(folder: string): string | null {
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    ...['-keyout', join(folder, 'server.key'), '-out', join(folder, 'server.crt')],
  ]);
  return made.status === 0 ? join(folder, 'server.crt') : null;
}

function config(folder: string, ports: Ports, shards: readonly Ports[], tls: boolean): string {
  const replicas = shards.map(
    ({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port><user>writer</user>
      <password>${USERS.writer.password}</password></replica></shard>`,
  );
  return `<?xml version="1.0"?>
<yandex>
  <logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${ports.http}</http_port>
  ${tls ? `<https_port>${ports.https}</https_port>` : ''}
  <tcp_port>${ports.tcp}</tcp_port>
  <interserver_http_port>${ports.interserver}</interserver_http_port>
  <interserver_http_host>127.0.0.1</interserver_http_host>
  <openSSL><server>
    <certificateFile>${folder}/server.crt</certificateFile>
    <privateKeyFile>${folder}/server.key</privateKeyFile>
    <verificationMode>none</verificationMode>
  </server></openSSL>
  <path>${folder}/data/</path>
  <tmp_path>${folder}/tmp/</tmp_path>
  <users_config>users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <timezone>UTC</timezone>
  <mark_cache_size>67108864</mark_cache_size>
  <uncompressed_cache_size>0</uncompressed_cache_size>
  <max_concurrent_queries>40</max_concurrent_queries>
  <remote_servers><two_shards>${replicas.join('')}</two_shards></remote_servers>
</yandex>
`;
}

function users(): string {
  const all = Object.entries(USERS);
  const profiles = all.map(([name, { settings }]) => {
    const set = Object.entries(settings).map(([setting, value]) => `<${setting}>${value}</${setting}>`);
    return `<${name}>${set.join('')}</${name}>`;
  });
  const logins = all.map(([name, { password }]) => {
    const hash = createHash('sha256').update(password).digest('hex');
    return `<${name}><password_sha256_hex>${hash}</password_sha256_hex><networks><ip>127.0.0.1</ip></networks>
      <profile>${name}</profile><quota>default</quota></${name}>`;
  });
  return `<?xml version="1.0"?>
<yandex>
  <profiles><default></default>${profiles.join('\n')}</profiles>
  <users>${logins.join('\n')}</users>
  <quotas><default></default></quotas>
</yandex>
`;
}
