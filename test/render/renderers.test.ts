import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fraction } from '../../src/math/exact.ts';
import csv from '../../src/render/csv.ts';
import { FORMATS, formatOf, RENDERERS } from '../../src/render/index.ts';
import json from '../../src/render/json.ts';
import md from '../../src/render/md.ts';
import ndjson from '../../src/render/ndjson.ts';
import type { Renderer, Style } from '../../src/render/render.ts';
import table from '../../src/render/table.ts';
import { textWidth } from '../../src/render/text-width.ts';
import tsv from '../../src/render/tsv.ts';
import type { Cell, Report } from '../../src/report/report.ts';
import { column, dimensionColumn } from '../../src/report/vocabulary.ts';
import { NASTY } from './nasty.ts';

const PLAIN: Style = { color: false, width: null, toTerminal: false, escapeFormulas: true };

async function text(renderer: Renderer, report: Report = NASTY, style: Partial<Style> = {}): Promise<string> {
  let all = '';
  for await (const piece of renderer(report, { ...PLAIN, ...style })) all += piece;
  return all;
}

/** Controls and marks of direction written out, so that none stands in this file. */
const visible = (rendered: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is written out
  rendered.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202E]/g, (c) => `<${c.charCodeAt(0).toString(16)}>`);

/** A report of one dimension with its value. */
function report(rows: readonly (readonly [string, Cell])[]) {
  const one = { columns: [dimensionColumn('post'), column('value')], rows };
  return { ...NASTY, rows, table: one, glance: () => ({ table: one, sentences: [], omitted: null }) };
}

describe('one nasty report', () => {
  test('as a table', async () => {
    expect(visible(await text(table))).toMatchInlineSnapshot(`
      "crossings | per *month*\\u{1B}[2J

      post                                                                value    change         %  flags
      Mae Sai | "First", Bridge                                     1,234,567.0  -1,234.0   -33.3 %
      น้ำกำ\\u{A}ที่                                                          -12.5       0.0     0.0 %  partial source:a|b
      東京 🚤                                                                                        missing
      =HYPERLINK("http://x")                                                0.0       0.0     0.0 %
      \\u{1B}[31mred\\u{1B}]8;;x\\u{7}\\u{202E}\\u{9B}\\u{D}  9,007,199,254,740,993.0      +5.0  +400.0 %
      <b>&*_\`[x](y)                                                         0.0      +1.0

      Mae Sai | "First", Bridge: 1,234,567 crossings in 2024-02, down 33.3 % (-1,234)
      not shown: earlier periods
      "
    `);
  });

  test('as CSV', async () => {
    expect(visible(await text(csv))).toMatchInlineSnapshot(`
      "post,value,change,relative_change,flags
      "Mae Sai | ""First"", Bridge",1234567,-1234,-0.333333333333333,
      "น้ำกำ
      ที่",-12.5,0,0,partial source:a|b
      東京 🚤,,,,missing
      "'=HYPERLINK(""http://x"")",0.0001,-0.00001,-0.0001,
      "<1b>[31mred<1b>]8;;x<7><202e><9b><d>",9007199254740993,5,4,
      <b>&*_\`[x](y),0,1,,
      "
    `);
  });

  test('as TSV', async () => {
    expect(visible(await text(tsv))).toMatchInlineSnapshot(`
      "post	value	change	relative_change	flags
      "Mae Sai | ""First"", Bridge"	1234567	-1234	-0.333333333333333	
      "น้ำกำ
      ที่"	-12.5	0	0	partial source:a|b
      東京 🚤				missing
      "'=HYPERLINK(""http://x"")"	0.0001	-0.00001	-0.0001	
      "<1b>[31mred<1b>]8;;x<7><202e><9b><d>"	9007199254740993	5	4	
      <b>&*_\`[x](y)	0	1		
      "
    `);
  });

  test('as JSON', async () => {
    expect(visible(await text(json))).toMatchInlineSnapshot(`
      "{
      "schema": "border-stats/report@1",
      "title": "crossings | per *month*\\u001b[2J",
      "columns": [{"name":"post","kind":"text"},{"name":"value","kind":"quantity","meaning":"the value of the period"},{"name":"change","kind":"difference","meaning":"value minus previous; points for a share"},{"name":"relative_change","kind":"ratio","meaning":"change divided by previous"},{"name":"flags","kind":"list","meaning":"what is special about the value"}],
      "rows": [
      {"post": "Mae Sai | \\"First\\", Bridge", "value": 1234567, "change": -1234, "relative_change": -0.333333333333333, "flags": []},
      {"post": "น้ำกำ\\nที่", "value": -12.5, "change": 0, "relative_change": 0, "flags": ["partial","source:a|b"]},
      {"post": "東京 🚤", "value": null, "change": null, "relative_change": null, "flags": ["missing"]},
      {"post": "=HYPERLINK(\\"http://x\\")", "value": 0.0001, "change": -0.00001, "relative_change": -0.0001, "flags": []},
      {"post": "\\u001b[31mred\\u001b]8;;x\\u0007\\u202e\\u009b\\r", "value": 9007199254740993, "change": 5, "relative_change": 4, "flags": []},
      {"post": "<b>&*_\`[x](y)", "value": 0, "change": 1, "relative_change": null, "flags": []}
      ],
      "notes": [{"level":"note","text":"one <note> with a | in it"},{"level":"warning","text":"a\\nwarning"}],
      "provenance": {"command":"trend","files":["a\\"b.csv"],"profile":"inferred","records":6,"rejected":0}
      }
      "
    `);
  });

  test('as lines of JSON', async () => {
    expect(visible(await text(ndjson))).toMatchInlineSnapshot(`
      "{"post": "Mae Sai | \\"First\\", Bridge", "value": 1234567, "change": -1234, "relative_change": -0.333333333333333, "flags": []}
      {"post": "น้ำกำ\\nที่", "value": -12.5, "change": 0, "relative_change": 0, "flags": ["partial","source:a|b"]}
      {"post": "東京 🚤", "value": null, "change": null, "relative_change": null, "flags": ["missing"]}
      {"post": "=HYPERLINK(\\"http://x\\")", "value": 0.0001, "change": -0.00001, "relative_change": -0.0001, "flags": []}
      {"post": "\\u001b[31mred\\u001b]8;;x\\u0007\\u202e\\u009b\\r", "value": 9007199254740993, "change": 5, "relative_change": 4, "flags": []}
      {"post": "<b>&*_\`[x](y)", "value": 0, "change": 1, "relative_change": null, "flags": []}
      "
    `);
  });

  test('as Markdown', async () => {
    expect(visible(await text(md))).toMatchInlineSnapshot(`
      "**crossings \\| per \\*month\\*\\\\u{1B}\\[2J**

      | post | value | change | % | flags |
      | --- | ---: | ---: | ---: | --- |
      | Mae Sai \\| "First", Bridge | 1,234,567.0 | -1,234.0 | -33.3 % |  |
      | น้ำกำ\\\\u{A}ที่ | -12.5 | 0.0 | 0.0 % | partial source:a\\|b |
      | 東京 🚤 |  |  |  | missing |
      | =HYPERLINK("http://x") | 0.0 | 0.0 | 0.0 % |  |
      | \\\\u{1B}\\[31mred\\\\u{1B}\\]8;;x\\\\u{7}\\\\u{202E}\\\\u{9B}\\\\u{D} | 9,007,199,254,740,993.0 | +5.0 | +400.0 % |  |
      | &lt;b&gt;&amp;\\*\\_\\\`\\[x\\](y) | 0.0 | +1.0 |  |  |

      - Mae Sai \\| "First", Bridge: 1,234,567 crossings in 2024-02, down 33.3 % (-1,234)

      > one &lt;note&gt; with a \\| in it
      >
      > a\\\\u{A}warning
      >
      "
    `);
  });
});

/** Every text that a cell may hold, controls and lone surrogates among them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', ',', '\n', '\r', '\t', '=', '+', '-', '@', "'", ';', '|', 'น้ำ', '\u001B', ' ', '1'),
  }),
);
const anyFigure: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.maxSafeInteger(),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
    .map(([n, d]) => fraction(n, d)),
);
const anyReport = fc.array(fc.tuple(anyText, anyFigure), { maxLength: 5 }).map(report);

describe('CSV and TSV', () => {
  test.each([
    ['csv', csv, ','],
    ['tsv', tsv, '\t'],
  ] as const)('%s reads back as it was, whatever is in its cells', async (_, renderer, delimiter) => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (one) => {
        const read: string[][] = parse(await text(renderer, one, { escapeFormulas: false }), {
          delimiter,
          relax_column_count: false,
        });
        const cells = [...one.rows].map((row) => String(row[0]));
        expect(read.map((fields) => fields[0])).toEqual(['post', ...cells]);
        expect(read.every((fields) => fields.length === 2)).toBe(true);
      }),
    );
  });

  test('text that starts a formula gets an apostrophe', async () => {
    const cells = ["=cmd|'/C calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=1'];
    const read: string[][] = parse(await text(csv, report(cells.map((cell) => [cell, 1] as const))));
    expect(read.slice(1).map(([cell]) => cell)).toEqual(cells.map((cell) => `'${cell}`));
  });

  test('numbers and text that reads as one are left alone', async () => {
    const cells = ['-12.5', '+3.1', '−4 %', '-4 %', '+1,234', 'Mae Sai', '1=1', 'a-b'];
    const read: string[][] = parse(await text(csv, report(cells.map((cell) => [cell, fraction(-25n, 2n)] as const))));
    expect(read.slice(1)).toEqual(cells.map((cell) => [cell, '-12.5']));
  });

  test('formulas stay where the user wants them to', async () => {
    expect(await text(csv, report([['=1+1', 1]]), { escapeFormulas: false })).toBe('post,value\n=1+1,1\n');
  });

  test('no cell of text begins as a formula unless it is a number', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (one) => {
        const read: string[][] = parse(await text(csv, one));
        const formulas = read.map(([cell = '']) => cell).filter((cell) => /^[=+\-@\t\r\n]./s.test(cell));
        expect(formulas.filter((cell) => !/^[+-][\d.,]+ ?%?$/.test(cell))).toEqual([]);
      }),
    );
  });

  test('many rows come in several pieces with one header', async () => {
    const rows = Array.from({ length: 2500 }, (_, i) => [`post ${i}`, i] as const);
    const pieces: string[] = [];
    for await (const piece of csv(report(rows), PLAIN)) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join('').split('\n')).toHaveLength(2502);
  });
});

test('rows that come one after the other are rendered as those that are there', async () => {
  const rows = [['Mae Sai', 5] as const, ['เชียงแสน', null] as const];
  async function* streamed() {
    yield* rows;
  }
  const whole = report(rows);
  const { columns } = whole.table;
  for (const renderer of [csv, json, ndjson]) {
    expect(await text(renderer, { ...whole, table: { columns, rows: streamed() } })).toBe(await text(renderer, whole));
  }
});

describe('JSON', () => {
  test('always parses, with every text and figure as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (one) => {
        const parsed = JSON.parse(await text(json, one)) as { rows: { post: string; value: number | null }[] };
        const cells = [...one.rows].map((row) => String(row[0]));
        expect(parsed.rows.map(({ post }) => post)).toEqual(cells);
        const lines = (await text(ndjson, one)).split('\n').slice(0, -1);
        expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(parsed.rows);
      }),
    );
  });

  test('holds no NaN, no Infinity, no -0 and no exponent', async () => {
    const rows = [0, -1, null, fraction(-1n, 10n ** 12n), fraction(10n ** 30n, 1n), fraction(1n, 3n)];
    const lines = await text(ndjson, report(rows.map((value) => ['x', value] as const)));
    expect(lines.match(/"value": (.*)}/g)).toEqual([
      '"value": 0}',
      '"value": -1}',
      '"value": null}',
      '"value": -0.000000000001}',
      '"value": 1000000000000000000000000000000}',
      '"value": 0.333333333333333}',
    ]);
  });
});

/** Controls, marks of direction and separators of lines, all of which a terminal could act on; line ends are ours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSAFE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/;

describe('on a terminal', () => {
  test('no control and no mark of direction ever arrives', async () => {
    expect(await text(table)).not.toMatch(UNSAFE);
    await fc.assert(
      fc.asyncProperty(anyReport, async (one) => {
        expect(await text(table, one)).not.toMatch(UNSAFE);
        expect(await text(md, one)).not.toMatch(UNSAFE);
      }),
    );
  });

  test('what was a control is shown as its code', async () => {
    const shown = await text(table, report([['\u001B[2J\u009B\u202E\r', 1]]));
    expect(shown).toContain('\\u{1B}[2J\\u{9B}\\u{202E}\\u{D}');
  });

  test('columns line up under Thai marks and wide letters', async () => {
    const names = ['น้ำ', 'กำ', 'ที่', '東京', 'Mae Sai', '🚤', 'é', 'e\u0301'];
    const lines = (await text(table, report(names.map((name) => [name, 5] as const)))).split('\n').slice(2, 11);
    expect(new Set(lines.map(textWidth))).toEqual(new Set([textWidth('Mae Sai  value')]));
  });

  test('a name of marks without a letter shifts no cell', async () => {
    const lines = (
      await text(
        table,
        report([
          ['\u0E49', 1],
          ['Mae Sai', 2],
        ]),
      )
    ).split('\n');
    expect(lines[4]).toBe('Mae Sai      2');
    expect(lines[3]?.replace('\u0E49', '')).toBe('             1');
  });

  test('the letter that cells are laid out with may stand in a cell', async () => {
    const lines = (
      await text(
        table,
        report([
          ['\uE000\uE000', 1],
          ['Mae Sai', 2],
        ]),
      )
    ).split('\n');
    expect(lines.slice(3, 5)).toEqual(['\uE000\uE000           1', 'Mae Sai      2']);
  });

  test('a narrow one loses columns by their rank, and says which', async () => {
    const narrow = await text(table, NASTY, { width: 30 });
    expect(narrow).toContain('not shown');
    expect(narrow.split('\n').filter((line) => line.startsWith('  ')).length).toBeGreaterThan(0);
  });

  test('colour changes nothing but colour', async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colours begin with one
    const bare = (await text(table, NASTY, { color: true })).replace(/\u001B\[\d+m/g, '');
    expect(bare).toBe(await text(table));
  });
});

describe('the width of a text', () => {
  test.each([
    ['น้ำ', 2],
    ['กำ', 2],
    ['ที่', 1],
    ['ป้องกัน', 5],
    ['東京', 4],
    ['e\u0301', 1],
    ['Mae Sai', 7],
    ['', 0],
    ['a\u200Bb', 2],
  ])('%s takes %i columns', (name, width) => {
    expect(textWidth(name)).toBe(width);
  });
});

describe('formats', () => {
  test('each has a renderer', async () => {
    for (const format of FORMATS) expect(typeof (await RENDERERS[format]()).default).toBe('function');
  });

  test('are known by the ending of a file, in any case', async () => {
    const files = [
      'a.csv',
      'a.TSV',
      'a.json',
      'a.jsonl',
      'a.ndjson',
      'a.md',
      'a.markdown',
      'a.txt',
      'a.b/c',
      'a',
      '.csv',
    ];
    expect(files.map((file) => formatOf(file, FORMATS))).toEqual([
      'csv',
      'tsv',
      'json',
      'ndjson',
      'ndjson',
      'md',
      'md',
      'table',
      undefined,
      undefined,
      'csv',
    ]);
  });
});
