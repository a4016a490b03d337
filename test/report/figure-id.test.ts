import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureIdText, readFigureId, rowIdText } from '../../src/report/figure-id.ts';
import { meaningOf } from '../../src/report/vocabulary.ts';
import { rowId } from '../../src/report/with-ids.ts';

const part = fc.record({
  name: fc.string({ unit: 'binary', minLength: 1 }),
  value: fc.string({ unit: 'binary' }),
});

describe('the id of a figure', () => {
  it('names the period without its column, and all else with it', () => {
    const row = rowIdText([
      { name: 'period', value: '2025-H1' },
      { name: 'checkpoint', value: 'Mae Sai' },
    ]);
    expect(figureIdText('relative_change', row)).toBe('relative_change[2025-H1,checkpoint=Mae Sai]');
    expect(figureIdText('relative_change', '')).toBe('relative_change');
  });

  it('reads back as it was written, whatever stands in the cells', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        expect(readFigureId(figureIdText('value', rowIdText(parts)))).toEqual({ column: 'value', parts });
      }),
    );
  });

  it('passes through a shell in either quotes', () => {
    const hostile = ["it's", 'a "b"', '$(id) `id` $HOME', 'back\\slash', '!!', '100 %', 'แม่สาย', 'a,b=c[d]', '-n'];
    const ids = hostile.map((value) => figureIdText('value', rowIdText([{ name: 'place', value }])));
    const line = ids.map((id) => `'${id}' "${id}"`).join(' ');
    const printed = execFileSync('sh', ['-c', `printf '%s\\n' ${line}`], { encoding: 'utf8' });
    expect(printed.trimEnd().split('\n')).toEqual(ids.flatMap((id) => [id, id]));
  });

  it.each(['', '[2025]', 'value[2025', 'value 2025', 'value[a=b=c]', 'value[%E0%]'])('is not %j', (text) => {
    expect(readFigureId(text)).toBeNull();
  });

  it('tells the rows of every case of trend and change apart', () => {
    let tables = 0;
    for (const command of ['trend', 'change']) {
      const root = new URL(`../cases/${command}/`, import.meta.url).pathname;
      for (const name of readdirSync(root)) {
        const table = tableIn(`${root}${name}/out`);
        if (table === null) continue;
        tables++;
        const ids = table.rows.map(rowId(table, table.key));
        expect(new Set(ids).size, `${command}/${name}`).toBe(ids.length);
      }
    }
    expect(tables).toBeGreaterThan(80);
  });
});

/** Columns of the vocabulary that tell rows apart; a dimension always does. */
const IDENTIFYING = ['period', 'reading', 'ending', 'variant', 'measure', 'unit', 'file'];

function tableIn(path: string) {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (!/^[^\n]*,(?:value|base)(?:,|\n)/.test(text)) return null;
  const [header = [], ...rows] = parse(text) as string[][];
  const columns = header.map((name) => ({ name, heading: '', kind: 'text' as const, rank: 0 }));
  const key = header.filter((name) => IDENTIFYING.includes(name) || meaningOf(name) === undefined);
  return { columns, rows, key };
}
