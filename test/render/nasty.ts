import { fraction } from '../../src/math/exact.ts';
import type { Cell, Report, Table } from '../../src/report/report.ts';
import { column, dimensionColumn } from '../../src/report/vocabulary.ts';

/** A name, a value, a change, a ratio, flags. */
type Row = readonly [string, Cell, Cell, Cell, readonly string[]];

const ROWS: readonly Row[] = [
  ['Mae Sai | "First", Bridge', 1234567, -1234, fraction(-1n, 3n), []],
  ['น้ำกำ\nที่', fraction(-25n, 2n), 0, 0, ['partial', 'source:a|b']],
  ['東京 🚤', null, null, null, ['missing']],
  ['=HYPERLINK("http://x")', fraction(1n, 10000n), fraction(-1n, 100000n), fraction(-1n, 10000n), []],
  ['\u001B[31mred\u001B]8;;x\u0007\u202E\u009B\r', fraction(9007199254740993n, 1n), 5, 4, []],
  ['<b>&*_`[x](y)', 0, 1, null, []],
];

const table = (names: readonly ('value' | 'change' | 'relative_change' | 'flags')[], rows: Table['rows']): Table => ({
  columns: [dimensionColumn('post'), ...names.map(column)],
  rows,
});

/** A report with everything in it that could break a renderer. */
export const NASTY: Report = {
  title: 'crossings | per *month*\u001B[2J',
  table: table(['value', 'change', 'relative_change', 'flags'], ROWS),
  glance: () => ({
    table: table(['value', 'change', 'relative_change', 'flags'], ROWS),
    sentences: [
      [
        'Mae Sai | "First", Bridge: ',
        { value: 1234567, kind: 'quantity' },
        ' crossings in 2024-02, down ',
        { value: fraction(-1n, 3n), kind: 'ratio' },
        ' (',
        { value: -1234, kind: 'difference' },
        ')',
      ],
    ],
    omitted: 'not shown: earlier periods',
  }),
  notes: [
    { level: 'note', text: 'one <note> with a | in it' },
    { level: 'warning', text: 'a\nwarning' },
  ],
  provenance: { command: 'trend', files: ['a"b.csv'], profile: 'inferred', records: 6, rejected: 0 },
};
