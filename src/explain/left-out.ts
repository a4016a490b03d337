import type { Account, Explained } from './explained.ts';
import type { FoundRecords } from './found-records.ts';

/** Records of the source that did not go into a figure, and cells that gave no value, by the reason. */
export interface LeftOut {
  readonly reason: string;
  readonly what: 'record' | 'cell';
  readonly count: number;
  readonly text: string;
  readonly places: readonly { readonly file: string; readonly lines: readonly number[] }[];
}

/** All that was left out: with the records that went in, these are all records of the source. */
export function leftOut({ accounts, inputs }: Explained): LeftOut[] {
  const all = inputs.flatMap(({ found }) => [...found.values()].flat());
  return [
    ...accounts.flatMap(recordsOf),
    ...cells('blank', 'without a value, of the records that went in', all, ({ blankLines }) => blankLines),
    ...cells('not a number', 'not a number, of the records that went in', all, ({ rejectedLines }) => rejectedLines),
  ];
}

/** Records of one source that are not behind the figure. */
function recordsOf({ of, notBehind, conditions }: Account): LeftOut[] {
  const account: readonly (readonly [reason: string, records: number, text: string])[] = [
    ['others', notBehind.others, 'of other series or periods'],
    ['conditions', notBehind.filtered, `which are not ${conditions.join(' and ')}`],
    ['late', notBehind.late, 'of periods after --as-of'],
    ['totals', notBehind.totals, 'which are totals of others'],
    ['no period', notBehind.unreadable, 'whose period cannot be read'],
    ['repeated', notBehind.repeated, 'which repeat another, and count once'],
    ['ragged', notBehind.ragged, 'with more or fewer fields than the header'],
  ];
  const where = of === '' ? '' : `of ${of} `;
  return account.flatMap(([reason, records, text]) =>
    records > 0 ? [{ reason, what: 'record', count: records, text: where + text, places: [] }] : [],
  );
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
    lines: [...new Set(found.filter((one) => one.file === file).flatMap(linesOf))].sort((a, b) => a - b),
  }));
  const count = places.reduce((sum, { lines }) => sum + lines.length, 0);
  return count === 0
    ? []
    : [{ reason, what: 'cell', count, text, places: places.filter(({ lines }) => lines.length > 0) }];
}
