import { describe, expect, it } from 'vitest';
import { draftedWide } from '../../src/source/drafted-wide.ts';
import type { Wide } from '../../src/source/wide.ts';

const wide: Wide = {
  kept: [0],
  column: 'period',
  measures: ['value'],
  parts: [
    { text: '2023', columns: [1] },
    { text: '2024', columns: [2] },
  ],
  emptyIsAbsent: false,
  without: [],
};

describe('draftedWide', () => {
  it('reads the years of other editions too', () => {
    expect(draftedWide(wide, ['place', '2023', '2024'])?.measures).toEqual({ value: '(\\d{4})' });
  });

  it('takes in no column that is none of them', () => {
    const beside = { ...wide, kept: [0, 3] };
    expect(draftedWide(beside, ['place', '2023', '2024', '1000'])?.measures).toEqual({ value: '(2023|2024)' });
  });

  it('is null where the text is not in the name as it is understood', () => {
    const months = { ...wide, parts: wide.parts.map((part) => ({ ...part, text: `Jan ${part.text}` })) };
    expect(draftedWide(months, ['place', 'Jan_2023', 'Jan_2024'])).toBeNull();
  });
});
