import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'border-stats-same-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Row {
  readonly month: number;
  readonly post: string;
  readonly kind: string;
  readonly count: number;
}

const HEADER = ['period', 'post', 'kind', 'crossings'];

const row: fc.Arbitrary<Row> = fc.record({
  month: fc.integer({ min: 0, max: 40 }),
  post: fc.constantFrom('Mae Sai', 'แม่สอด', 'Aranya, Prathet', 'O"Smach'),
  kind: fc.constantFrom('people', 'vehicles'),
  count: fc.integer({ min: 0, max: 200_000 }),
});

const asked = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', '--summary', '--index 2021'),
      fc.constantFrom('month', 'quarter', 'half', 'year', 'fiscal-year'),
    )
    .map(
      ([extra, every]) => `trend --every ${every} ${every.endsWith('year') ? extra : extra.replace(/--index.*/, '')}`,
    ),
  fc
    .tuple(fc.constantFrom('3m', '6m', '12m', 'ytd'), fc.constantFrom('', '--against previous', '--against year'))
    .map(([window, against]) => `change --window ${window} ${against}`),
);
const parts = fc.constantFrom('', '--by post', '--by kind', '--by post,kind');

const THAI_MONTHS = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ');
const PERIODS = {
  iso: (year: number, month: number) => `${year}-${String(month + 1).padStart(2, '0')}`,
  thai: (year: number, month: number) => `${THAI_MONTHS[month]} ${year + 543}`,
};

interface Form {
  readonly delimiter?: string;
  readonly end?: string;
  readonly mark?: string;
  readonly columns?: readonly number[];
  readonly period?: keyof typeof PERIODS;
  readonly times?: number;
}

function written(rows: readonly Row[], form: Form): string {
  const { delimiter = ',', end = '\n', mark = '', columns = [0, 1, 2, 3], period = 'iso', times = 1 } = form;
  const fields = ({ month, post, kind, count }: Row) => [
    PERIODS[period](2020 + Math.floor(month / 12), month % 12),
    post,
    kind,
    String(count * times),
  ];
  const quoted = (field = '') =>
    field.includes(delimiter) || field.includes('"') ? `"${field.replaceAll('"', '""')}"` : field;
  const lines = [HEADER, ...rows.map(fields)].map((line) => columns.map((at) => quoted(line[at])).join(delimiter));
  return mark + lines.map((line) => line + end).join('');
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The table, and whether there is one; notes tell of files. */
async function answer(line: string): Promise<{ exit: number; out: string }> {
  const { exit, out } = await run(`border-stats ${line}`);
  return { exit, out };
}

/** The columns that do not change when all values are taken so many times. */
function relative({ exit, out }: { exit: number; out: string }): unknown {
  const [names = [], ...lines] = out.split('\n').map((line) => line.match(/("[^"]*")+|[^,]+|(?<=,|^)(?=,|$)/g) ?? []);
  const kept = [...names.keys()].filter((i) =>
    /^(year_)?(relative_change|change_status)$|^(period|index|flags)$/.test(names[i] ?? ''),
  );
  return [exit, lines.map((line) => kept.map((i) => line[i]))];
}

test('the same records give the same table, however they are written and read', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(row, {
        minLength: 8,
        maxLength: 160,
        selector: ({ month, post, kind }) => `${month} ${post} ${kind}`,
      }),
      asked,
      parts,
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      fc.integer(),
      async (rows, question, by, columns, salt) => {
        const line = `${question} ${by} --measure crossings -f csv`;
        const inOrder = rows.toSorted((a, b) => a.month - b.month);
        const path = file('a.csv', written(inOrder, {}));
        const expected = await answer(`${line} ${path}`);
        expect(expected.exit).not.toBe(70);
        const others = {
          mixed: [...inOrder].sort((a, b) => mixed(a, salt) - mixed(b, salt)),
          columns: written(inOrder, { columns }),
        };
        const same = async (what: string, ...paths: string[]) =>
          expect(await answer(`${line} ${paths.join(' ')}`), what).toEqual(expected);
        await same('by the reference engine', path, '--engine reference');
        await same('rows in another order', file('b.csv', written(others.mixed, {})));
        await same('columns in another order', file('c.csv', others.columns));
        await same('semicolons', file('d.csv', written(inOrder, { delimiter: ';', end: '\r\n', mark: '\uFEFF' })));
        await same('Thai dates', file('e.csv', written(inOrder, { period: 'thai' })));
        const middle = inOrder[inOrder.length >> 1]?.month ?? 0;
        const halves = [inOrder.filter(({ month }) => month < middle), inOrder.filter(({ month }) => month >= middle)];
        if (halves.every(({ length }) => length > 0)) {
          await same('two files', ...halves.map((half, i) => file(`f${i}.csv`, written(half, {}))));
        }
        const tidy = await run(`border-stats tidy --measure crossings -f csv ${path}`);
        await same('made tidy', file('g.csv', tidy.out));
        const tenfold = file('h.csv', written(inOrder, { times: 10 }));
        expect(relative(await answer(`${line} ${tenfold}`)), 'ten times').toEqual(relative(expected));
      },
    ),
    { numRuns: 150, seed: 20250630 },
  );
});

/** An order of its own for each salt. */
const mixed = ({ month, count }: Row, salt: number) => Math.imul(month * 31 + count, 0x9e3779b1) ^ salt;
