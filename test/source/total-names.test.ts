import { expect, it } from 'vitest';
import { isTotal } from '../../src/source/column-kind.ts';

it.each(['Total', 'Grand total', 'World', 'รวม', 'ทั้งหมด', 'ทั่วประเทศ'])('takes %s for the total of others', (name) => {
  expect(isTotal(name)).toBe(true);
});

it.each(['Total Petroleum', 'World Bank', 'รวมใจ', 'Mae Sot'])('takes %s for a part', (name) => {
  expect(isTotal(name)).toBe(false);
});
