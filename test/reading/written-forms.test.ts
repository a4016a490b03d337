import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Program } from '../../src/cli/command.ts';
import { readSeries } from '../../src/commands/read-series.ts';
import tidy from '../../src/commands/tidy.ts';
import { type Exact, toNumber } from '../../src/math/exact.ts';
import { periodText } from '../../src/period/index.ts';

interface Row {
  readonly month: number;
  readonly port: string;
  readonly cents: number;
}

const THAI_MONTHS = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ');
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const thai = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0xe50 + Number(digit)));
const two = (n: number) => String(n).padStart(2, '0');

/** Ways of writing a month; `ascii` ones can stand in any encoding. */
const PERIODS = {
  iso: (year: number, month: number) => `${year}-${two(month)}`,
  english: (year: number, month: number) => `${MONTHS[month - 1]} ${year}`,
  imf: (year: number, month: number) => `${year}M${two(month)}`,
  buddhist: (year: number, month: number) => `${two(month)}/${year + 543}`,
  thaiDigits: (year: number, month: number) => thai(`${year + 543}-${two(month)}`),
  thaiNames: (year: number, month: number) => `${THAI_MONTHS[month - 1]} ${(year + 543) % 100}`,
};

/** Ways of writing a number of cents as a decimal. */
const NUMBERS = {
  plain: (cents: number) => marked(cents, '', '.'),
  english: (cents: number) => marked(cents, ',', '.'),
  german: (cents: number) => marked(cents, '.', ','),
  french: (cents: number) => marked(cents, '\u00A0', ','),
  swiss: (cents: number) => marked(cents, "'", '.'),
  accounting: (cents: number) => (cents < 0 ? `(${marked(-cents, ',', '.')})` : marked(cents, ',', '.')),
  baht: (cents: number) => `${marked(cents, ',', '.')} THB`,
};

function marked(cents: number, group: string, decimal: string): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
  return `${cents < 0 ? '-' : ''}${whole}${decimal}${digits.slice(-2)}`;
}

const form = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  end: fc.constantFrom('\n', '\r\n'),
  quoted: fc.boolean(),
  period: fc.constantFrom(...(Object.keys(PERIODS) as (keyof typeof PERIODS)[])),
  number: fc.constantFrom(...(Object.keys(NUMBERS) as (keyof typeof NUMBERS)[])),
  encoding: fc.constantFrom('utf8', 'marked', 'utf16le', 'utf16be', 'windows-874'),
  wide: fc.boolean(),
  title: fc.boolean(),
  notes: fc.boolean(),
  gzip: fc.boolean(),
});

type Form = typeof form extends fc.Arbitrary<infer F> ? F : never;

const rows = fc.uniqueArray(
  fc.record({
    month: fc.integer({ min: 2020 * 12, max: 2024 * 12 }),
    port: fc.constantFrom('แม่สาย', 'เชียงของ', 'Mae Sot', 'Ranong'),
    cents: fc.integer({ min: -9_999_999_99, max: 9_999_999_99 }),
  }),
  { minLength: 4, maxLength: 12, selector: ({ month, port }) => `${month} ${port}` },
);

function written(table: readonly Row[], form: Form): Buffer {
  const period = (month: number) => PERIODS[form.period](Math.floor(month / 12), (month % 12) + 1);
  const number = NUMBERS[form.number];
  const months = [...new Set(table.map(({ month }) => month))];
  const ports = [...new Set(table.map(({ port }) => port))];
  const cell = (month: number, port: string) => table.find((row) => row.month === month && row.port === port);
  const wide = [
    ['port', ...months.map(period)],
    ...ports.map((port) => [port, ...months.map((month) => number(cell(month, port)?.cents ?? 0))]),
  ];
  const long = [['month', 'port', 'value'], ...table.map((row) => [period(row.month), row.port, number(row.cents)])];
  const lines = (isWide(form, table) ? wide : long).map((fields) =>
    fields.map((field) => quote(field, form)).join(form.delimiter),
  );
  const before = form.title ? ['Table 1', ''] : [];
  const after = form.notes ? ['', 'Source: invented'] : [];
  return encoded([...before, ...lines, ...after, ''].join(form.end), form);
}

/** Fewer than three columns of periods are no wide table. */
const isWide = ({ wide }: Form, table: readonly Row[]) => wide && new Set(table.map(({ month }) => month)).size >= 3;

const quote = (field: string, { delimiter, quoted }: Form) =>
  quoted || field.includes(delimiter) ? `"${field.replaceAll('"', '""')}"` : field;

function encoded(text: string, { encoding, gzip }: Form): Buffer {
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
  const bytes = {
    utf8: () => Buffer.from(text),
    marked: () => Buffer.from(`\uFEFF${text}`),
    utf16le: () => little,
    utf16be: () => Buffer.from(little).swap16(),
    'windows-874': () => Buffer.from([...text].map((letter) => thaiByte(letter.charCodeAt(0)))),
  }[encoding]();
  return gzip ? gzipSync(bytes, { level: 1 }) : bytes;
}

const thaiByte = (code: number) => (code >= 0xe00 ? code - 0xe00 + 0xa0 : code);

async function* piped(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 97) yield bytes.subarray(at, at + 97);
}

/** The rows of the tidy table, by port and month; those without a figure left out. */
async function tidied(bytes: Buffer): Promise<Record<string, number>> {
  const stdin = piped(bytes);
  const context = { stdin, stdinIsTerminal: false, progress: <T>(_: string, work: Promise<T>) => work };
  const options = { by: ['port'], measure: ['value'] };
  const { table } = await tidy.run([], options, { ...context, program: {} as Program });
  const [period, port, value] = ['period', 'port', 'value'].map((name) =>
    table.columns.findIndex((column) => column.name === name),
  ) as [number, number, number];
  const found: Record<string, number> = {};
  for await (const row of table.rows) {
    const cents = Math.round(toNumber((row[value] ?? 0) as Exact) * 100);
    if (cents !== 0) found[`${row[port]} ${row[period]}`] = cents;
  }
  return found;
}

async function read(bytes: Buffer): Promise<Record<string, number>> {
  const stdin = piped(bytes);
  const options = { by: ['port'], measure: ['value'] };
  const { set } = await readSeries([], options, { stdin, stdinIsTerminal: false, progress: (_, work) => work });
  return Object.fromEntries(
    set.series.flatMap(({ key, first, values }) =>
      values.flatMap((value, i) => {
        const cents = value === null ? 0 : Math.round(toNumber(value) * 100);
        return cents === 0 ? [] : [[`${key[0]} ${periodText(first + i, set.cadence)}`, cents]];
      }),
    ),
  );
}

test('a table reads back to the same figures and the same tidy rows, in whatever form it is written', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(rows, form, async (table, form) => {
      const expected = table.flatMap(({ month, port, cents }) => {
        return cents === 0 ? [] : [[`${port} ${Math.floor(month / 12)}-${two((month % 12) + 1)}`, cents]];
      });
      expect(await read(written(table, form))).toEqual(Object.fromEntries(expected));
      expect(await tidied(written(table, form))).toEqual(Object.fromEntries(expected));
    }),
    { numRuns: 200, seed: 20250630 },
  );
});
