import fc from 'fast-check';
import type { KeyPart, MeasurePart } from '../../src/engine/engine.ts';
import type { Asked } from './table.ts';

const WIDTH = 4;

const word = fc.constantFrom(
  'a',
  'b',
  'Mae Sot',
  'แม่สอด',
  '😀x',
  '"',
  '""',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\u00a0',
  '-',
  '.',
);
const digits = fc.constantFrom(
  '0',
  '5',
  '17',
  '1234567',
  '12345678',
  '123456789',
  '999999999999999999',
  '1,234',
  '1,23',
  '0,125',
);
const number = fc
  .tuple(
    fc.constantFrom('', '-', '+', ' ', '−'),
    digits,
    fc.constantFrom('', '.5', '.25', '.', '.000000000000000001', 'e3'),
  )
  .map((parts) => parts.join(''));
const field = fc.oneof(
  { weight: 4, arbitrary: number },
  { weight: 2, arbitrary: fc.constantFrom('', 'x', 'y', 'N/A', '-1') },
  { weight: 2, arbitrary: fc.array(word, { maxLength: 4 }).map((words) => words.join('')) },
);

type Written = (text: string) => string;
/** Quoted as it should be, not quoted, or quoted wrongly. */
const written: fc.Arbitrary<Written> = fc.oneof(
  { weight: 6, arbitrary: fc.constant((text: string) => (/["\r\n,;|]/.test(text) ? quoted(text) : text)) },
  { weight: 3, arbitrary: fc.constant(quoted) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      (text: string) => text,
      (text: string) => `${quoted(text)}z`,
      (text: string) => `"${text}`,
    ),
  },
);
const neat: fc.Arbitrary<Written> = fc.constantFrom(quoted, (text: string) =>
  /["\r\n,;|]/.test(text) ? quoted(text) : text,
);

const recordOf = (how: fc.Arbitrary<Written>) =>
  fc.tuple(
    fc.oneof(
      { weight: 9, arbitrary: fc.array(fc.tuple(field, how), { minLength: WIDTH, maxLength: WIDTH }) },
      { weight: 1, arbitrary: fc.array(fc.tuple(field, how), { maxLength: WIDTH + 2 }) },
    ),
    fc.constantFrom('\n', '\n', '\n', '\r\n', '\r\n', '\r', '\n\n'),
  );

const key: fc.Arbitrary<KeyPart> = fc.record({
  column: fc.nat(WIDTH - 1),
  length: fc.constantFrom(undefined, undefined, 0, 1, 2, 7),
});
const measure: fc.Arbitrary<MeasurePart> = fc.record({
  column: fc.nat(WIDTH - 1),
  nulls: fc.constantFrom(['', '-', 'N/A'], [], ['0', '-1', ''], [' x ', '17']),
  scientific: fc.boolean(),
});

/** Any table at all: half of them written by the book, the rest with quotes where they should not be. */
export const anyTable: fc.Arbitrary<Asked> = fc
  .record({
    delimiter: fc.constantFrom(',', ',', ';', '\t', '|', ' '),
    mark: fc.boolean(),
    lineEnd: fc.constantFrom(undefined, '\n', '\r\n'),
    last: fc.boolean(),
    files: fc.array(
      fc.oneof(fc.array(recordOf(written), { maxLength: 30 }), fc.array(recordOf(neat), { maxLength: 60 })),
      { minLength: 1, maxLength: 2 },
    ),
    keys: fc.array(key, { maxLength: 3 }),
    measures: fc.array(measure, { maxLength: 2 }),
  })
  .map(({ delimiter, mark, lineEnd, last, files, keys, measures }) => ({
    files: files.map((records) => {
      const lines = records.map(([fields, end]) => [
        fields.map(([text, how]) => how(text)).join(delimiter),
        lineEnd ?? end,
      ]);
      const text = `${mark ? '\ufeff' : ''}${['h1', 'h2', 'h3', 'h4'].join(delimiter)}${lineEnd ?? '\n'}${lines.flat().join('')}`;
      return Buffer.from(last ? text : text.replace(/[\r\n]+$/, ''));
    }),
    delimiter,
    width: WIDTH,
    question: { keys, measures },
  }));

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** How the kernel may be run; nothing of it may show. */
export const anyRun = fc.record({
  block: fc.constantFrom(64, 128, 192, 1024, 65536),
  threads: fc.constantFrom(1, 1, 1, 2, 3, 4),
  piece: fc.constantFrom(undefined, undefined, 1, 7, 64, 500),
});
