import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { PROJECT, sampleProject } from './sample-project.ts';

const { build, made, path, revise, write } = sampleProject();

describe('build', () => {
  test('makes every file, and the same bytes when it makes them again', async () => {
    expect((await build()).exit).toBe(0);
    const first = made();
    expect(first).toHaveLength(4);
    rmSync(path('figures'), { recursive: true });
    await build();
    expect(made()).toEqual(first);
  });

  test('makes what is out of date and nothing else', async () => {
    await build();
    expect((await build()).out.match(/,current,/g)).toHaveLength(3);
    revise();
    const { out } = await build();
    expect(out).toMatch(/figures\/crossings.csv,changed/);
    expect(out).toMatch(/figures\/deep\/seizures.json,current/);
  });

  test('says which figures a check would change, exits with 1 and writes nothing', async () => {
    await build();
    const before = made();
    expect((await build('--check')).exit).toBe(0);
    revise();
    const { out, exit } = await build('--check');
    expect(exit).toBe(1);
    expect(out).toContain('"value[2025-H1,checkpoint=Mae Sai]",44540,47552,0.0676246070947463');
    expect(out).toMatch(/crossings\.md.*current/);
    expect(made()).toEqual(before);
  });

  test('takes a check for what is wanted in CI, unless told to write', async () => {
    expect((await build('', { CI: 'true' })).exit).toBe(1);
    expect(existsSync(path('figures'))).toBe(false);
    expect((await build('--write', { CI: 'true' })).exit).toBe(0);
    expect(made()).toHaveLength(4);
  });

  test('lets figures move within a tolerance', async () => {
    await build();
    revise();
    expect((await build('--check --tolerance 11%')).exit).toBe(1);
    const { out, exit } = await build('--check --tolerance 12%');
    expect([exit, out]).toEqual([0, expect.stringContaining('figures/crossings.csv,within-tolerance')]);
  });

  test('goes on where one output fails, says why, and keeps the old one', async () => {
    await build();
    write(PROJECT.replace('--where unit=tablets', '--where unit=barrels'));
    const { out, exit } = await build();
    expect(exit).toBe(3);
    expect(out).toMatch(/seizures\.json,failed,.*no record has unit=barrels/);
    expect(out).toMatch(/crossings\.csv,current/);
    expect(existsSync(path('figures/deep/seizures.json'))).toBe(true);
  });

  test('names an obsolete output in a check, and removes it as it made it', async () => {
    await build();
    write(PROJECT.slice(0, PROJECT.indexOf('  - file: figures/deep')));
    const { out, exit } = await build('--check');
    expect([exit, out]).toEqual([1, expect.stringContaining('figures/deep/seizures.json,obsolete')]);
    expect(existsSync(path('figures/deep/seizures.json'))).toBe(true);
    await build();
    expect(existsSync(path('figures/deep/seizures.json'))).toBe(false);
  });

  test('holds claims to their data, and fails where one does not hold', async () => {
    const claim = (percent: number) =>
      `claims:\n  - id: rise\n    sentence: Crossings rose by ${percent} % in the preceding six months.\n    source: exports/crossings.csv\n    window: 6m\n`;
    write(`${PROJECT}claims: claims.yaml\n`);
    writeFileSync(path('claims.yaml'), claim(40));
    expect(await build()).toMatchObject({ exit: 0, out: expect.stringContaining('claims.yaml,claims-hold') });
    writeFileSync(path('claims.yaml'), claim(73));
    expect(await build('--check')).toMatchObject({ exit: 1, out: expect.stringContaining('claims.yaml,claim-fails') });
    writeFileSync(path('claims.yaml'), claim(40).replace('exports/', 'nowhere/'));
    expect(await build()).toMatchObject({ exit: 3, out: expect.stringContaining('claims.yaml,failed') });
  });

  test('leaves no temporary file of a build that was killed', async () => {
    mkdirSync(path('figures'));
    writeFileSync(path('figures/crossings.csv.999999999.tmp'), 'half a f');
    await build();
    expect(readdirSync(path('figures')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('keeps a dated copy of each input once for each of its editions', async () => {
    await build('--vintages vintages --as-of 2025-06-30');
    await build('--vintages vintages --as-of 2025-07-01');
    revise();
    await build('--vintages vintages --as-of 2025-07-31');
    const kept = readdirSync(path('vintages/exports/crossings.csv'));
    expect(kept.map((name) => name.slice(0, 10))).toEqual(['2025-06-30', '2025-07-31']);
    const { out } = await run(`border-stats revise ${path('vintages')}/exports/crossings.csv --every half`);
    expect(out).toContain('2025-H1,2025-07-31,2,88762,3012');
    const all = await run(`border-stats revise ${path('vintages')}`);
    expect(all).toMatchObject({
      exit: 3,
      err: expect.stringMatching(
        /holds no dated edition\nhint: name one of its folders: .*vintages\/exports\/crossings\.csv or .*seizures\.csv/,
      ),
    });
  });

  test('keeps an edition that came back, and none beside another of its day', async () => {
    const first = readFileSync(path('exports/crossings.csv'));
    await build('--vintages vintages --as-of 2025-06-30');
    revise();
    await build('--vintages vintages --as-of 2025-07-31');
    writeFileSync(path('exports/crossings.csv'), first);
    const again = await build('--vintages vintages --as-of 2025-07-31');
    expect(again).toMatchObject({ exit: 3, err: expect.stringContaining('is another edition of that day') });
    await build('--vintages vintages --as-of 2025-08-31');
    const kept = readdirSync(path('vintages/exports/crossings.csv')).sort();
    expect(kept.map((name) => name.slice(0, 10))).toEqual(['2025-06-30', '2025-07-31', '2025-08-31']);
    expect(kept[2]?.slice(10)).toBe(kept[0]?.slice(10));
  });

  test('keeps what a claim was made of, so that it is verified as known', async () => {
    await build('--vintages vintages --as-of 2025-07-01');
    revise();
    await build('--vintages vintages --as-of 2025-08-01');
    writeFileSync(
      path('claims.yaml'),
      'claims:\n  - id: rise\n    sentence: Crossings rose by 40 % in the preceding six months.\n    source: exports/crossings.csv\n    window: 6m\n    published: 2025-07-10\n',
    );
    const verdict = async (options: string) =>
      (await run(`border-stats verify ${path('claims.yaml')} -f csv ${options}`)).out;
    expect(await verdict('')).toContain(',contradicted,');
    expect(await verdict(`--as-known ${path('vintages')}`)).toContain(',supported,');
    expect(await verdict(`--as-known ${path('vintages/exports/crossings.csv')}`)).toContain(',supported,');
  });
});

test.each([
  ['an unknown key', 'output:\n', /border-stats\.yaml:1: outputs?: /],
  [
    'an unknown source',
    PROJECT.replace('source: seizures', 'source: seizure'),
    /yaml:\d+: there is no source "seizure"/,
  ],
  [
    'an unknown setting',
    PROJECT.replace('as-of:', 'as-off:'),
    /yaml:2: no command here has an option --as-off; did you mean/,
  ],
  ['a bad option', PROJECT.replace('--every half --by', '--evry half --by'), /yaml:\d+: unknown option '--evry'/],
  ['an unknown command', PROJECT.replace('run: change', 'run: chnge'), /yaml:\d+: "chnge" is no command/],
  [
    'a path outside',
    PROJECT.replace('figures/crossings.md', '../crossings.md'),
    /lies outside the folder of the project/,
  ],
  [
    'one file made twice',
    PROJECT.replace('figures/crossings.md', 'figures/crossings.csv'),
    /is also made by the output at/,
  ],
  ['an open quote', PROJECT.replace('run: change --window 6m', 'run: change --by "a'), /a quote in it is never closed/],
])('a project with %s is refused with its place', async (_, project, message) => {
  write(project);
  const { out, err, exit } = await build();
  expect(out + err).toMatch(message);
  expect([2, 3]).toContain(exit);
});

test('init writes a project that can be built', async () => {
  rmSync(path('border-stats.yaml'));
  const { exit, out } = await run(`border-stats init ${path('')}`);
  expect([exit, out]).toEqual([0, expect.stringContaining('exports/crossings.csv,')]);
  expect((await build()).exit).toBe(0);
  expect((await run(`border-stats init ${path('')}`)).err).toContain('is there already');
});
