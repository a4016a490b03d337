import { createHash } from 'node:crypto';
import type { Place } from '../source/place.ts';
import type { Checker, Finding } from './finding.ts';

/** Columns whose values together must not come twice. */
export function uniqueChecker(
  names: readonly string[],
  columns: readonly number[],
  placeText: (place: Place) => string,
): Checker {
  const seen = new Map<string, Place>();
  return {
    record({ fields, place, ragged }) {
      if (ragged !== null) return [];
      const values = columns.map((at) => (fields[at] ?? '').trim());
      const id = digest(values);
      const first = seen.get(id);
      if (first === undefined) seen.set(id, place);
      const problem = first && `the same as at ${placeText(first)}`;
      return problem === undefined ? [] : [finding(place, names.join(', '), values.join(', '), 'unique', problem)];
    },
    end: () => [],
  };
}

/** Records that repeat an earlier one in every column: counted, and told with the first of them. */
export function identicalChecker(severity: Finding['severity']): Checker {
  const seen = new Set<string>();
  let [repeats, first]: [number, Place | null] = [0, null];
  return {
    record({ fields, place }) {
      const before = seen.size;
      if (seen.add(digest(fields)).size > before) return [];
      repeats++;
      first ??= place;
      return [];
    },
    end() {
      if (first === null) return [];
      const problem = `${repeats === 1 ? 'one record repeats' : `${repeats} records repeat`} an earlier one in every column, the first here`;
      return [{ ...finding(first, '', '', 'identical', problem), severity }];
    },
  };
}

/** Sixteen bytes for any record, so that many of them fit into memory. */
const digest = (values: readonly string[]): string => createHash('md5').update(JSON.stringify(values)).digest('base64');

const finding = (place: Place, column: string, cell: string, rule: string, problem: string): Finding => ({
  ...{ place, column, cell, rule, problem },
  severity: 'error',
});
