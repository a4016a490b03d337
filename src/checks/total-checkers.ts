import { add, compare, type Exact, negate, plainText, sign, subtract } from '../math/exact.ts';
import type { ReadCell } from '../source/cell.ts';
import type { Place } from '../source/place.ts';
import { type Checker, each, type Finding } from './finding.ts';

/** A column of figures. */
export interface FigureColumn {
  readonly name: string;
  readonly at: number;
  read(cell: string): ReadCell | null;
}

/** One column must be the sum of others, in each record; one with a cell that holds no number is passed over. */
export function columnTotalChecker(total: FigureColumn, parts: readonly FigureColumn[], tolerance: Exact): Checker {
  return each(({ fields, place, ragged }) => {
    if (ragged !== null) return [];
    const cells = [total, ...parts].map((one) => one.read(fields[one.at] ?? '')?.value ?? null);
    const [whole = null, ...rest] = cells;
    if (whole === null || rest.includes(null)) return [];
    const sum = (rest as Exact[]).reduce(add, 0);
    const names = parts.map(({ name }) => name).join(' + ');
    const problem = `${names} is ${plainText(sum)}`;
    return differs(whole, sum, tolerance) ? [found(place, total.name, fields[total.at] ?? '', problem)] : [];
  });
}

interface Sums {
  total: Exact | null;
  parts: Exact | null;
  place: Place;
  cell: string;
}

/** One value of a column must be the sum of the others, among records that are alike in `by`. */
export function valueTotalChecker(
  column: { readonly name: string; readonly at: number; readonly total: string },
  of: FigureColumn,
  by: readonly number[],
  tolerance: Exact,
): Checker {
  const groups = new Map<string, Sums>();
  return {
    record({ fields, place, ragged, period }) {
      const value = ragged === null ? (of.read(fields[of.at] ?? '')?.value ?? null) : null;
      if (value === null || period === null) return [];
      const id = JSON.stringify([period.text, ...by.map((at) => fields[at] ?? '')]);
      const sums = groups.get(id) ?? { total: null, parts: null, place, cell: '' };
      groups.set(id, sums);
      if ((fields[column.at] ?? '').trim() === column.total) {
        Object.assign(sums, { total: add(sums.total ?? 0, value), place, cell: fields[of.at] ?? '' });
      } else sums.parts = add(sums.parts ?? 0, value);
      return [];
    },
    *end() {
      for (const { total, parts, place, cell } of groups.values()) {
        if (total === null || parts === null || !differs(total, parts, tolerance)) continue;
        yield found(place, of.name, cell, `the others of ${column.name} add up to ${plainText(parts)}`);
      }
    },
  };
}

function differs(total: Exact, sum: Exact, tolerance: Exact): boolean {
  const difference = subtract(total, sum);
  return compare(sign(difference) < 0 ? negate(difference) : difference, tolerance) > 0;
}

const found = (place: Place, column: string, cell: string, problem: string): Finding => ({
  ...{ place, column, cell, problem },
  rule: 'total',
  severity: 'error',
});
