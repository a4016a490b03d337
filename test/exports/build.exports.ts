import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textSha256 } from '../../src/build/content.ts';
import { madeIn, manifestIn, notCurrent } from '../build/built-files.ts';
import { exportPath, FOLDER } from './exports.ts';

/*
 * Twelve outputs over the real exports, made by the built program in processes of their own. BORDER_STATS_NODE names a second Node.js, by
 * which they are made as well.
 */
const PROGRAM = fileURLToPath(new URL('../../bin/border-stats.js', import.meta.url));
const NODES = [process.execPath, ...[process.env.BORDER_STATS_NODE ?? []].flat()];

const PROJECT = `sources:
  entries:
    files: ${exportPath('crossings/bts_1996-2025.csv')}
  encounters:
    files: ${exportPath('crossings/cbp_encounters_fy20-fy24.csv')}
  detections:
    files: exports/frontex.csv
  arrivals:
    files: ${exportPath('crossings/uk_small_boats_daily.csv')}
  passengers:
    files: ${exportPath('crossings/hk_daily_2021-2026.csv')}
  seizures:
    files: ${exportPath('seizures/unodc_ids_2011-2016.csv')}
  trade:
    files: ${exportPath('trade/us_census_country.xlsx')}
  tourism:
    files: ${exportPath('thai/tourism_2563-2565.csv')}
  events:
    files: ${exportPath('incidents/ucdp_ged_myanmar.csv')}
outputs:
  - file: figures/entries.csv
    source: entries
    run: trend --every quarter --by Border
  - file: figures/ports.json
    source: entries
    run: trend --every year --by 'Port Name' --where Measure=Pedestrians --top 20
  - file: figures/entries.md
    source: entries
    run: change --window 12m --by Border
  - file: figures/encounters.csv
    source: encounters
    run: trend --every fiscal-year
  - file: figures/detections.csv
    source: detections
    run: trend --every quarter --by route
  - file: figures/detections-tidy.ndjson
    source: detections
    run: tidy --by route
  - file: figures/arrivals.tsv
    source: arrivals
    run: trend --every month
  - file: figures/passengers.json
    source: passengers
    run: check
  - file: figures/seizures.csv
    source: seizures
    run: seizures --every year --by COUNTRY
  - file: figures/trade.txt
    source: trade
    run: trade --where CTYNAME=Thailand
  - file: figures/tourism.md
    source: tourism
    run: trend --every half
  - file: figures/near.csv
    source: events
    run: near --border THA-MMR --within 50km --every half
`;

const FILES = [...PROJECT.matchAll(/file: (figures\/.*)/g)].map(([, file]) => file ?? '');

let folder = '';

beforeAll(() => {
  if (!FOLDER) return;
  execFileSync(process.execPath, [fileURLToPath(new URL('../../bin/ready.js', import.meta.url))], { stdio: 'ignore' });
  folder = mkdtempSync(join(tmpdir(), 'border-stats-exports-'));
  mkdirSync(join(folder, 'exports'));
  copyFileSync(exportPath('crossings/frontex_2009-2025.csv'), join(folder, 'exports/frontex.csv'));
  writeFileSync(join(folder, 'border-stats.yaml'), PROJECT);
}, 120_000);
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true });
});

function build(options: readonly string[], { node = process.execPath, before = [] as readonly string[] } = {}) {
  const [program = '', ...line] = [
    ...before,
    node,
    PROGRAM,
    'build',
    '--allow-outside',
    '-f',
    'csv',
    ...options,
    folder,
  ];
  const { status, stdout, stderr } = spawnSync(program, line, {
    encoding: 'utf8',
    env: { ...process.env, CI: '' },
    maxBuffer: 1e9,
  });
  return { status, stdout, stderr };
}

/** The hash of each file that was made, from nothing. */
function madeAnew(...how: Parameters<typeof build>): Record<string, string> {
  rmSync(join(folder, 'figures'), { recursive: true, force: true });
  const { status, stdout, stderr } = build(...how);
  expect(status, stdout + stderr).toBe(0);
  const made = Object.entries(madeIn(join(folder, 'figures')));
  return Object.fromEntries(made.map(([name, text]) => [name, textSha256(text)]));
}

describe.skipIf(!FOLDER)('twelve outputs over the real exports', () => {
  let first: Record<string, string> = {};

  it('are made, and told by the manifest with what their inputs hold', () => {
    first = madeAnew([]);
    expect(Object.keys(first)).toHaveLength(FILES.length + 1);
    const manifest = manifestIn(join(folder, 'figures'));
    const records = Object.fromEntries(manifest.inputs.map((input) => [input.path.split('/').at(-1), input.records]));
    expect(records).toMatchObject({
      'bts_1996-2025.csv': 399_406,
      'cbp_encounters_fy20-fy24.csv': 68_815,
      'frontex.csv': 34_273,
      'uk_small_boats_daily.csv': 3154,
      'hk_daily_2021-2026.csv': 56_424,
      'unodc_ids_2011-2016.csv': 311_038,
      'tourism_2563-2565.csv': 2310,
      'ucdp_ged_myanmar.csv': 7374,
    });
    expect(JSON.stringify(manifest)).not.toContain(folder);
  });

  it('are the same bytes again, whatever is made at a time', () => {
    for (const jobs of ['1', '8']) expect(madeAnew(['--jobs', jobs]), jobs).toEqual(first);
  });

  it('are the same bytes on one processor', (test) => {
    const before = ['taskset', '-c', '0'];
    if (spawnSync('taskset', ['-c', '0', 'true']).status !== 0) test.skip('there is no taskset here');
    expect(madeAnew([], { before })).toEqual(first);
  });

  it('are the same bytes by another version of Node.js', (test) => {
    const [, other] = NODES;
    if (other === undefined) return test.skip('BORDER_STATS_NODE names no second one');
    const version = execFileSync(other, ['--version'], { encoding: 'utf8' }).trim();
    expect(version.split('.')[0]).not.toBe(process.version.split('.')[0]);
    expect(madeAnew([], { node: other })).toEqual(first);
  });

  it('are made anew only where one cell of their input has changed, and a check names the figures', () => {
    expect(build([]).stdout.match(/,current,/g)).toHaveLength(FILES.length);
    const path = join(folder, 'exports/frontex.csv');
    const lines = readFileSync(path, 'utf8').split('\n');
    const at = lines.findIndex((line) => line.includes('"Western Mediterranean Route"') && line.includes('"2024-05"'));
    expect(at).toBeGreaterThan(0);
    lines[at] = (lines[at] ?? '').replace(/\d+(\r?)$/, '100000$1');
    writeFileSync(path, lines.join('\n'));
    const { stdout, status } = build(['--check']);
    expect(status).toBe(1);
    expect(notCurrent(stdout)).toEqual(['figures/detections-tidy.ndjson,changed', 'figures/detections.csv,changed']);
    expect(stdout).toMatch(/"value\[2024-Q2,route=Western Mediterranean Route\]",\d+,1\d{5},/);
  });
});
