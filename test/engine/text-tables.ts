import type { Question } from '../../src/engine/engine.ts';
import { DEFAULT_NULLS } from '../../src/source/profile.ts';
import type { Asked } from './table.ts';

const bytes = (text: string) => Buffer.from(text);

const measure = (column: number, nulls = DEFAULT_NULLS, scientific = false) => ({ column, nulls, scientific });

/** Ports, kinds and counts: three columns, keyed by the first two. */
const asked = (text: string | Uint8Array, question: Partial<Question> = {}, delimiter = ','): Asked => ({
  files: [typeof text === 'string' ? bytes(text) : text],
  delimiter,
  width: 3,
  question: { keys: [{ column: 0 }, { column: 1 }], measures: [measure(2)], ...question },
});

const HEADER = 'port,kind,count\n';

/** Texts with every quirk, and a question about each. */
export const CASES: Readonly<Record<string, Asked>> = {
  'plain records': asked(`${HEADER}Mae Sot,trucks,5\nMae Sai,cars,7\nMae Sot,trucks,6\n`),
  'no newline at the end': asked(`${HEADER}Mae Sot,trucks,5\nMae Sai,cars,7`),
  'a header alone': asked('port,kind,count'),
  'carriage returns and a mark': asked('\ufeffport,kind,count\r\nMae Sot,trucks,5\r\nMae Sai,cars,7\r\n'),
  'returns alone': asked('port,kind,count\rMae Sot,trucks,5\rMae Sai,cars,7\r'),
  'line feeds among returns': asked('port,kind,count\r\nMae Sot,trucks,5\nMae Sai,cars,7\r\nA,b,1\r\n'),
  'returns among line feeds': asked(`${HEADER}Mae Sot,trucks,5\r\nMae Sai,cars,7\n\r\nA,b,x\n`),
  'a line end on both sides of a border': asked(`${HEADER}${'a'.repeat(43)},b,1\r\na,b,x`),
  'quoted fields': asked(`${HEADER}"Mae Sot",trucks,"1,234"\nMae Sot,"tru""cks",6\n"Mae Sot","trucks",7\n`),
  'newlines in quotes': asked(`${HEADER}"Mae\nSot",trucks,5\n"Mae\nSot",cars,x\n"a\r\nb",c,y\nd,e,z\n`),
  'returns and line feeds in quotes': asked('port,kind,count\r\n"a\r\nb",c,y\r\nd,"e",z\r\n"",f,\r\n'),
  'quotes in unquoted fields': asked(`${HEADER}6" pipe,tr"uc"ks,5\nMae Sot,trucks,x"1\n"a",b,3\n`),
  'quoted fields that go on': asked(`${HEADER}"Mae" Sot,"a""b"c,5\n"Mae" Sot,"a"\0b,5\n"x"\ry,b,1\n`),
  'a quote never closed': asked(`${HEADER}Mae Sot,trucks,5\n\n\n"Mae Sai,cars,7\nA,b,1\n`),
  'blank lines': asked(`\n  \n,,\n${HEADER}\n   \n,,\n" ","",\nMae Sot,trucks,5\n\u00a0\n`),
  'too few and too many fields': asked(`${HEADER}Mae Sot,trucks\nMae Sai,cars,7,8\nA,b,1,,""\n"q,r",s\nB,c,2,\n`),
  'numbers of all kinds': asked(
    `${HEADER}a,b,0\na,b,-5\na,b,+7\na,b,"1,234,567.25"\na,b,.5\na,b,5.\na,b,12,3\na,b, 8 \na,b,00012\na,b,−4\na,b,1e3\n` +
      'a,b,"1,23"\na,b,"12,345"\na,b,"1234,567"\na,b,",123"\na,b,"1,234."\na,b,-\na,b,N/A\na,b,..\na,b,–\na,b,\na,b,"-1,234.5"\n',
  ),
  'numbers of many digits': asked(
    `${HEADER}a,b,123456789012345678901234567890\na,b,0.000000000000000001\na,b,999999999999999999\na,c,-999999999999999999\n` +
      'a,b,0.30000000000000004\na,c,9007199254740993\na,c,-9007199254740993\na,d,1234567.891\na,d,12345678\na,d,123456789\n',
  ),
  'scientific numbers': asked(`${HEADER}a,b,2.2e-05\na,b,1E3\na,b,1e\n`, { measures: [measure(2, [''], true)] }),
  'null tokens that look like numbers': asked(`${HEADER}a,b,0\na,b,00\na,b,-1\na,b,"-1"\na,b,\n`, {
    measures: [measure(2, ['0', '-1'])],
  }),
  'several measures, one twice, and a key': asked(`${HEADER}a,3,5\na,x,6\nb,3.5,y\n`, {
    keys: [{ column: 1 }],
    measures: [measure(2), measure(1), measure(1)],
  }),
  'no keys and no measures': asked(`${HEADER}a,3,5\na,x,6\n`, { keys: [], measures: [] }),
  'slices of keys': asked(`${HEADER}2024-01-05,b,1\n2024-01-06,b,2\n2024-0,c,3\n"2024-01-07",b,x\n`, {
    keys: [
      { column: 0, length: 7 },
      { column: 1, length: 0 },
    ],
  }),
  'slices of text in other scripts': asked(`${HEADER}แม่สอด,b,1\nแม่สาย,b,2\na😀b,c,3\na😁c,c,4\na😀,c,5\n`, {
    keys: [{ column: 0, length: 2 }],
  }),
  semicolons: asked('port;kind;count\nMae Sot;a,b;"1,5"\nMae Sot;"a;b";1,500\n', {}, ';'),
  'a tab': asked('port\tkind\tcount\n Mae Sot\t\t5\n\t\t\n\tx\t1\n', {}, '\t'),
  'a delimiter of two bytes': asked('port§kind§count\nMae Sot§a§5\n', {}, '§'),
  'bytes that are no UTF-8': asked(Buffer.concat([bytes(`${HEADER}a,b,1\nc,`), Buffer.of(0xa1), bytes(',1\n')])),
  'a character cut short at the end': asked(Buffer.concat([bytes(`${HEADER}a,b,1\nc,d,`), Buffer.of(0xe0, 0xb9)])),
  'two files': {
    ...asked(`${HEADER}b,b,1\na,b,x\n`),
    files: [bytes(`${HEADER}b,b,1\na,b,x\n`), bytes(`${HEADER}c,b,y\nb,b,2`)],
  },
};
