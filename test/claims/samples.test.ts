import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'claims-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SAMPLES = new URL('../../data/samples/', import.meta.url).pathname;
const CLAIMS = readFileSync(new URL('../../data/claims.yaml', import.meta.url), 'utf8').replaceAll('samples/', SAMPLES);

interface Verdict {
  readonly claim: string;
  readonly verdict: string;
}

async function verdicts(text: string): Promise<{ rows: Verdict[]; exit: number }> {
  const path = join(folder, 'claims.yaml');
  writeFileSync(path, text);
  const { out, exit } = await run(`border-stats verify ${path} -f json -q`);
  return { rows: (JSON.parse(out) as { rows: Verdict[] }).rows, exit };
}

/** Each figure three points, millions or dollars away. */
const MOVED: readonly (readonly [from: RegExp, less: string, more: string])[] = [
  [/40 %/, '37 %', '43 %'],
  [/28 %/, '25 %', '31 %'],
  [/35 %/, '32 %', '38 %'],
  [/more than 1 million/, 'less than 1 million', 'more than 4 million'],
  [/\$30 million a year/g, '$27 million a year', '$33 million a year'],
  [/14\.3 %/, '11.3 %', '17.3 %'],
];

describe('the claims of the samples', () => {
  it('hold', async () => {
    const { rows, exit } = await verdicts(CLAIMS);
    expect(rows.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 6 }, () => 'supported'));
    expect(exit).toBe(0);
  });

  it.each([1, 2] as const)('do not hold with each figure moved (%d)', async (side) => {
    const moved = MOVED.reduce((text, one) => {
      expect(text).toMatch(one[0]);
      return text.replace(one[0], one[side]);
    }, CLAIMS);
    const { rows, exit } = await verdicts(moved);
    expect(rows.map(({ claim, verdict }) => `${claim} ${verdict}`)).toEqual([
      'crossings contradicted',
      'armed-groups impossible', // from 50 every count is an even percentage
      'trade contradicted',
      'seizure contradicted',
      'commitment impossible',
      'women impossible',
    ]);
    expect(exit).toBe(1);
  });
});
