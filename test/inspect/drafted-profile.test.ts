import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'border-stats-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bare = await Promise.all(
  readdirSync('fixtures')
    .filter((name) => !/\.(md|ya?ml)$/.test(name))
    .map(async (name) => ({ name, ...(await run(`border-stats trend fixtures/${name} -f csv`)) })),
);
const inferred = bare.filter(({ err, exit }) => exit === 0 && err.includes('no profile knows this export'));

describe('inspect --write-profile', () => {
  it('has many exports to be tried on', () => expect(inferred.length).toBeGreaterThan(40));

  it.each(inferred)('gives the figures of $name, with nothing inferred', async ({ name, out }) => {
    const path = join(folder, `${name}.yaml`);
    const drafted = await run(`border-stats inspect fixtures/${name} -q --write-profile ${path}`);
    expect(drafted).toMatchObject({ err: '', exit: 0 });
    const again = await run(`border-stats trend fixtures/${name} --profile ${path} -f csv`);
    expect(again.err).not.toMatch(/no profile knows|the only order|are read as|values of (period|month)\b.*columns/);
    expect({ out: again.out, exit: again.exit }).toEqual({ out, exit: 0 });
  });

  it('asks for what only a person can say', async () => {
    const path = join(folder, 'golden.yaml');
    for (const name of ['undeclared-total.csv', 'eurostat.tsv', 'total-province.csv']) {
      await run(`border-stats inspect fixtures/${name} --write-profile ${path}`);
      await expect(readFileSync(path, 'utf8')).toMatchFileSnapshot(`drafts/${name}.txt`);
    }
  });

  it('has a pattern for each of several measures across', async () => {
    const path = join(folder, 'prefix-wide.yaml');
    const options = '--measure imports,exports';
    const { exit } = await run(`border-stats inspect fixtures/prefix-wide.csv ${options} --write-profile ${path}`);
    expect(exit).toBe(0);
    const plain = await run(`border-stats trend fixtures/prefix-wide.csv ${options} -f csv`);
    const again = await run(`border-stats trend fixtures/prefix-wide.csv --profile ${path} -f csv`);
    expect(again).toMatchObject({ out: plain.out, exit: 0 });
  });

  it('keeps the first column across though it has no name', async () => {
    const [plain, again] = await twice('unnamed', ',2022,2023,2024\nMae Sai,10,20,30\nMae Sot,5,6,7\n', '--by item');
    expect(again).toEqual(plain);
    expect(plain).toContain('Mae Sai');
  });

  it('tells what no profile holds', async () => {
    const path = join(folder, 'beside.yaml');
    const said = '--stat max --timezone +07:00';
    const { err } = await run(`border-stats inspect fixtures/seizures.csv ${said} --write-profile ${path}`);
    expect(err).toContain('does not hold --stat max --timezone +07:00, which no profile does');
    expect(readFileSync(path, 'utf8')).toContain(
      '# Nor are these, which must be given again: --stat max --timezone +07:00',
    );
  });

  it.each([
    ['a column named records', 'month,records\n2024-01,5\n2024-02,6\n2024-03,7\n', '--measure records'],
    ['measures named by numbers', 'month,20,10\n2024-01,5,7\n2024-02,6,7\n2024-03,7,7\n', '--measure 20,10'],
  ])('refuses %s, which would be read otherwise', async (_, text, options) => {
    const [file, path] = [join(folder, 'odd.csv'), join(folder, 'odd.yaml')];
    writeFileSync(file, text);
    const { err, exit } = await run(`border-stats inspect ${file} ${options} --write-profile ${path}`);
    expect(err).toMatch(/^error: no profile is drafted: with the names of these columns, YAML cannot say its measures/);
    expect(exit).toBe(2);
    expect(readdirSync(folder)).not.toContain('odd.yaml');
  });
});

/** The figures of a table as it is read by itself, and under its draft. */
async function twice(name: string, text: string, options: string): Promise<string[]> {
  const [file, path] = [join(folder, `${name}.csv`), join(folder, `${name}.yaml`)];
  writeFileSync(file, text);
  const drafted = await run(`border-stats inspect ${file} -q --write-profile ${path}`);
  expect(drafted).toMatchObject({ err: '', exit: 0 });
  const runs = ['', `--profile ${path}`].map((how) => run(`border-stats trend ${file} ${how} ${options} -f csv`));
  return (await Promise.all(runs)).map(({ out }) => out);
}
