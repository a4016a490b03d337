import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/main.ts';
import type { Cluster } from './clickhouse-cluster.ts';

/** What a command line prints, run in this process with its environment. */
export async function run(line: string): Promise<{ exit: number; stdout: string; stderr: string }> {
  const printed = { stdout: '', stderr: '' };
  const outlet = (name: 'stdout' | 'stderr') => ({
    isTerminal: false,
    columns: null,
    write: async (text: string) => {
      printed[name] += text;
      return true;
    },
  });
  const exit = await main(
    line.split(' ').filter((word) => word !== ''),
    {
      version: '0',
      env: process.env,
      stdout: outlet('stdout'),
      stderr: outlet('stderr'),
      context: { stdin: (async function* () {})(), stdinIsTerminal: true, progress: (_, work) => work },
    },
  );
  return { exit, ...printed };
}

/** An export of many months, with what exports have: names that need quotes, empty cells, decimals, Thai letters. */
export function generatedExport(folder: string): string {
  const path = join(folder, 'generated.csv');
  const posts = ['Mae Sot', 'แม่สาย', '"Nong ""Khai"""', 'Sa Kaeo\\Poipet', "Chong Mek's"];
  let [text, seed] = ['month,checkpoint,kg\n', 7];
  for (let month = 0; month < 48; month++) {
    const period = `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    for (const post of posts) {
      seed = (seed * 48_271) % 2_147_483_647;
      text += `${period},${post},${seed % 17 === 0 ? '' : (seed % 100_000) / 8}\n`;
    }
  }
  writeFileSync(path, text);
  return path;
}

/** Makes what `load` needs on both shards, by the statement that it tells where there is no table. */
export async function tableFor(cluster: Cluster, name: string, path: string): Promise<void> {
  const { stderr } = await run(`load ${path} --to ${cluster.address(name)}`);
  const [, columns = '', order = ''] =
    /CREATE TABLE IF NOT EXISTS \S+ \((.*)\) ENGINE = MergeTree ORDER BY (.*)/.exec(stderr) ?? [];
  await cluster.distribute(name, columns, order);
}

/** Output without what names the source: places of records, and in JSON the provenance and what was noted of the reading. */
export function withoutOrigin(output: string, source: string, format: string): string {
  if (format === 'csv')
    return output.replaceAll(new RegExp(`${source.replace(/[?.*+/]/g, '\\$&')}(:\\d+)?`, 'g'), 'PLACE');
  const { provenance, notes, title, ...rest } = JSON.parse(output) as Record<string, unknown>;
  return withoutOrigin(JSON.stringify(rest, null, 1), source, 'csv');
}
