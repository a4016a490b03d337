import type { Explained } from './explained.ts';
import type { FoundRecords } from './found-records.ts';

/** Records of the source that did not go into a figure, and cells that gave no value, by the reason. */
export interface LeftOut {
  readonly reason: string;
  readonly records: number;
  readonly text: string;
  readonly places: readonly { readonly file: string; readonly lines: readonly number[] }[];
}

/** All that was left out: with the records that went in, these are all records of the source. */
export function leftOut({ notBehind, conditions, found }: Explained): LeftOut[] {
  const account: readonly (readonly [reason: string, records: number, text: string])[] = [
    ['others', notBehind.others, 'of other series or periods'],
    ['conditions', notBehind.filtered, `not ${conditions.join(' and ')}`],
    ['late', notBehind.late, 'of periods after --as-of'],
    ['totals', notBehind.totals, 'totals of others'],
    ['no period', notBehind.unreadable, 'their period cannot be read'],
    ['ragged', notBehind.ragged, 'with more or fewer fields than the header'],
  ];
  const all = [...found.values()].flat();
  const rows = account.filter(([, records]) => records > 0);
  return [
    ...rows.map(([reason, records, text]) => ({ reason, records, text, places: [] })),
    ...cells('blank', 'records that went in, without a value', all, ({ blankLines }) => blankLines),
    ...cells(
      'not a number',
      'records that went in, with a cell that cannot be read',
      all,
      ({ rejectedLines }) => rejectedLines,
    ),
  ];
}

type Found = readonly FoundRecords[];

function cells(
  reason: string,
  text: string,
  found: Found,
  linesOf: (one: Found[number]) => readonly number[],
): LeftOut[] {
  const files = [...new Set(found.map(({ file }) => file))];
  const places = files.map((file) => ({
    file,
    lines: found
      .filter((one) => one.file === file)
      .flatMap(linesOf)
      .sort((a, b) => a - b),
  }));
  const records = places.reduce((sum, { lines }) => sum + lines.length, 0);
  return records === 0 ? [] : [{ reason, records, text, places: places.filter(({ lines }) => lines.length > 0) }];
}
