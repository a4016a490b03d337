import { mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Context } from '../../src/cli/command.ts';
import { run } from '../run.ts';
import { sampleProject } from './sample-project.ts';

const { build, manifest, path, revise, write } = sampleProject();

const output = (file: string, run: string, source?: string) =>
  `  - file: ${file}\n    run: ${run}\n${source === undefined ? '' : `    source: ${source}\n`}`;
const project = (outputs: string, sources = '') => write(`${sources}outputs:\n${outputs}`);

test('the manifest tells of each input its size, hash, records and rejects', async () => {
  mkdirSync(path('new'));
  writeFileSync(path('new/a.csv'), 'month,place,n\n2024-01,North,5\n2024-01,South,x\n2024-02,North,7\n');
  writeFileSync(path('new/b.csv'), 'month,place,n\n2024-03,North,5\nsoon,North,6\n2024-03,South\n2024-03,South,8\n');
  project(output('figures/new.csv', 'trend', 'new'), 'sources:\n  new:\n    files: new/*.csv\n    measure: n\n');
  expect((await build()).exit).toBe(0);
  const { inputs } = manifest();
  expect(inputs).toMatchObject([
    { path: 'new/a.csv', bytes: 62, records: 3, rejects: 1 },
    { path: 'new/b.csv', bytes: 73, records: 4, rejects: 2 },
  ]);
  expect(inputs.map(({ sha256 }) => sha256)).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}$/),
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ]);
});

test('what an input holds is told alike by a build of all and by one of what changed', async () => {
  const runs = ['--measure crossings', '--measure records'].map((measure, i) =>
    output(`figures/${i}.csv`, `trend ${measure}`, 'crossings'),
  );
  const sources = 'sources:\n  crossings:\n    files: exports/crossings.csv\n';
  writeFileSync(
    path('exports/crossings.csv'),
    readFileSync(path('exports/crossings.csv'), 'utf8').replace(/,\d+\n$/, ',many\n'),
  );
  project(runs.join(''), sources);
  await build();
  const whole = manifest();
  expect(whole.inputs).toMatchObject([{ records: 150, rejects: 1 }]);
  project(`${runs.join('')}${output('figures/2.csv', 'trend --measure records --every half', 'crossings')}`, sources);
  await build();
  project(runs.join(''), sources);
  await build();
  expect(manifest()).toEqual(whole);
});

test('files that a command line names by a pattern, by a folder or through claims are inputs', async () => {
  mkdirSync(path('vintages'));
  for (const day of ['2025-06-30', '2025-07-31'])
    writeFileSync(path(`vintages/crossings-${day}.csv`), readFileSync(path('exports/crossings.csv')));
  writeFileSync(
    path('claims.yaml'),
    'claims:\n  - id: rise\n    sentence: Crossings rose by 40 % in the preceding six months.\n    source: exports/crossings.csv\n    window: 6m\n',
  );
  project(
    output('figures/trend.csv', "trend 'exports/cross*.csv' --every half") +
      output('figures/revise.csv', 'revise vintages --every half') +
      output('figures/claims.csv', 'verify claims.yaml'),
  );
  expect((await build()).exit).toBe(0);
  expect(manifest().outputs.map(({ inputs }) => inputs.map((one) => one.path))).toEqual([
    ['exports/crossings.csv'],
    ['vintages/crossings-2025-06-30.csv', 'vintages/crossings-2025-07-31.csv'],
    ['claims.yaml', 'exports/crossings.csv'],
  ]);
  revise();
  writeFileSync(path('vintages/crossings-2025-08-31.csv'), readFileSync(path('exports/crossings.csv')));
  const { out } = await build('--check');
  expect(out.match(/figures\/\w+\.csv,changed/g)).toHaveLength(new Set(out.match(/figures\/\w+\.csv,changed.*/g)).size);
  expect(new Set(out.match(/figures\/\w+\.csv,(?=changed)/g))).toEqual(
    new Set(['figures/trend.csv,', 'figures/revise.csv,', 'figures/claims.csv,']),
  );
});

test('absolute paths are written as they lie from the project', async () => {
  project(output('figures/a.csv', `trend ${path('exports/crossings.csv')} --every half`));
  await build();
  expect(manifest().outputs[0]?.run).toContain('exports/crossings.csv');
  expect(JSON.stringify(manifest())).not.toContain(path(''));
});

test('an input that is written to while it is read fails its output, even with its old time', async () => {
  const { builtProject } = await import('../../src/commands/built-project.ts');
  const { inFolder } = await import('../../src/commands/in-folder.ts');
  const { madeProgram } = await import('../../src/cli/made-program.ts');
  const world = {
    stdin: (async function* () {})(),
    stdinIsTerminal: true,
    progress: <T>(_: unknown, work: Promise<T>) => work,
  };
  const program = madeProgram(world, '0.0.0', false);
  const time = new Date('2025-07-01');
  utimesSync(path('exports/crossings.csv'), time, time);
  const changing: typeof program.produce = async (words, file, title) => {
    const produced = await program.produce(words, file, title);
    if (file === 'figures/crossings.csv') {
      revise();
      utimesSync(path('exports/crossings.csv'), time, time);
    }
    return produced;
  };
  const changed: typeof program = { ...program, produce: changing, apart: () => changed };
  const context = { ...world, program: changed };
  const { files, failed } = await inFolder(path(''), () => builtProject({ check: false }, context));
  expect(failed).toBe(true);
  expect(files.find(({ file }) => file === 'figures/crossings.csv')).toMatchObject({
    status: 'failed',
    remark: 'exports/crossings.csv: changed while it was read: build again once it is whole',
  });
  expect(files.find(({ file }) => file === 'figures/deep/seizures.json')).toMatchObject({ status: 'new' });
  expect((await build()).exit).toBe(0);
});

test.each([
  ['an output of another', ['figures/a.csv', 'trend figures/b.csv'], ['figures/b.csv', 'trend exports/crossings.csv']],
  ['its own output', ['figures/a.csv', 'trend figures/a.csv']],
  ['the manifest', ['figures/a.json', 'explain figures/manifest.json']],
])('an output that reads %s is refused', async (_, ...outputs) => {
  mkdirSync(path('figures'));
  for (const file of ['a.csv', 'b.csv', 'manifest.json'])
    writeFileSync(path(`figures/${file}`), readFileSync(path('exports/crossings.csv')));
  project(outputs.map(([file, run]) => output(file ?? '', run ?? '')).join(''));
  expect(await build()).toMatchObject({
    exit: 2,
    err: expect.stringMatching(/^error: border-stats\.yaml:3: reads figures\/[\w.]+, which the project makes\nhint: /),
  });
});

test.each(['border-stats.yaml', './claims.yaml', 'manifest.json'])('%s is no output', async (file) => {
  project(`${output(file, 'trend exports/crossings.csv -f csv')}claims: claims.yaml\nmanifest: manifest.json\n`);
  expect(await build()).toMatchObject({ exit: 2, err: expect.stringMatching(/yaml:2: [\w.-]+ is no output/) });
});

test('two names of one file are one output', async () => {
  project(
    output('figures/a.csv', 'trend exports/crossings.csv') + output('figures/./a.csv', 'trend exports/crossings.csv'),
  );
  expect((await build()).err).toContain('yaml:4: figures/a.csv is also made by the output at border-stats.yaml:2');
});

test('a link that leads out of the project is outside it', async () => {
  symlinkSync('/etc', path('etc'));
  symlinkSync(path('exports'), path('linked'));
  project(output('figures/a.csv', 'trend etc/hostname'));
  expect((await build()).err).toContain('border-stats.yaml:3: etc/hostname lies outside the folder of the project');
  project(output('etc/a.csv', 'trend exports/crossings.csv'));
  expect((await build()).err).toContain('border-stats.yaml:2: etc/a.csv lies outside the folder of the project');
  project(output('figures/a.csv', 'trend linked/crossings.csv --every half'));
  expect((await build()).exit).toBe(0);
});

test('a pattern that fits no file fails its output and no other', async () => {
  project(output('figures/a.csv', "trend 'nothing*.csv'") + output('figures/b.csv', 'trend exports/crossings.csv'));
  const { out, exit } = await build();
  expect(exit).toBe(3);
  expect(out).toMatch(/figures\/a.csv,failed,border-stats\.yaml:3: nothing\*\.csv: no file has such a name/);
  expect(out).toMatch(/figures\/b.csv,new/);
});

test('standard input is no input of a project', async () => {
  project(output('figures/a.csv', 'trend'));
  expect(await build()).toMatchObject({
    exit: 3,
    out: expect.stringContaining('figures/a.csv,failed,"border-stats.yaml:3: no file is named, and'),
  });
  project(output('figures/a.csv', 'trend -'));
  expect((await build()).err).toContain('border-stats.yaml:3: a project cannot read standard input');
});

test('an output that is a folder, or a manifest that is another, is told', async () => {
  mkdirSync(path('figures'));
  project(output('figures', 'trend exports/crossings.csv -f csv'));
  expect(await build('--check')).toMatchObject({
    exit: 3,
    out: expect.stringContaining('figures,failed,figures: cannot be read (EISDIR)'),
  });
  const text = output('figures/a.csv', 'trend exports/crossings.csv');
  project(text);
  await build();
  project(text, '# another word\n');
  expect(await build('--check')).toMatchObject({
    exit: 1,
    out: expect.stringContaining('figures/manifest.json,changed,the manifest'),
  });
});

test('an export is read once for all outputs and claims that need it', async () => {
  const readings = new Map<unknown, string>();
  const progress: Context['progress'] = (text, work) => {
    if (typeof text === 'string' && text.startsWith('reading ')) readings.set(work, text);
    return work;
  };
  writeFileSync(
    path('claims.yaml'),
    'claims:\n  - id: rise\n    sentence: Crossings rose by 40 % in the preceding six months.\n    source: exports/crossings.csv\n    window: 6m\n',
  );
  project(
    `${['trend', 'trend --every half', 'change --window 6m', 'trend exports/seizures.csv --measure records']
      .map((run, i) => output(`figures/${i}.csv`, run.includes('exports') ? run : `${run} exports/crossings.csv`))
      .join('')}${output('figures/claims.csv', 'verify claims.yaml')}claims: claims.yaml\n`,
  );
  expect((await run(`border-stats build ${path('')}`, { progress })).exit).toBe(0);
  expect([...readings.values()]).toEqual(['reading exports/crossings.csv', 'reading exports/seizures.csv']);
});
