import { expect, it } from 'vitest';
import { tableHead } from '../../src/source/table-head.ts';

const headOf = (text: string) =>
  tableHead(text.split('\n').map((line, i) => ({ fields: line.split(','), line: i + 1, afterBlank: false })));

it('sets lines of comment aside, with a comma in them too', () => {
  const head = headOf('# printed, by the office\n# of crossings, in persons\nmonth,n\n2024-01,1\n2024-02,2');
  expect(head?.names).toEqual(['month', 'n']);
  expect(head?.preamble.map(({ line }) => line)).toEqual([1, 2]);
});

it('keeps a header that begins with a number sign', () => {
  expect(headOf('# of cases,month\n3,2024-01\n4,2024-02')?.names).toEqual(['# of cases', 'month']);
  expect(headOf('# month,post\n2024-01,Mae Sot\n2024-02,Mae Sai')?.names).toEqual(['# month', 'post']);
});
