import * as v from 'valibot';
import { checked } from '../config/checked.ts';
import type { ConfigFile } from '../config/yaml-file.ts';
import { CELL_TYPES, type Rules } from './rules.ts';

const text = v.pipe(v.string(), v.nonEmpty());
const list = v.array(text);
const figure = v.pipe(v.union([v.number(), text]), v.transform(String));
/** Codes in YAML may look like numbers. */
const code = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String));

const Cell = v.strictObject({
  type: v.optional(v.picklist(CELL_TYPES)),
  required: v.optional(v.boolean(), false),
  min: v.optional(figure),
  max: v.optional(figure),
  above: v.optional(figure),
  below: v.optional(figure),
  in: v.optional(v.array(code)),
  pattern: v.optional(v.pipe(text, v.check(isPattern, 'is not a regular expression'))),
  min_length: v.optional(v.number()),
  max_length: v.optional(v.number()),
});

const Total = v.union(
  [
    v.strictObject({ total: text, parts: list, tolerance: v.optional(figure, '0') }),
    v.strictObject({ column: text, total: text, of: text, tolerance: v.optional(figure, '0') }),
  ],
  'is neither {total, parts} nor {column, total, of}',
);

/** Rules as they are written in YAML, in a file of their own or in a profile. */
export const RulesFile = v.strictObject({
  columns: v.optional(list, []),
  cells: v.optional(v.record(text, Cell), {}),
  unique: v.optional(v.array(list), []),
  complete: v.optional(v.strictObject({ by: v.optional(list, []) })),
  totals: v.optional(v.array(Total), []),
  no_future: v.optional(v.boolean(), false),
  identical: v.optional(v.picklist(['allow', 'warn', 'error']), 'warn'),
});

/** Makes rules of what a YAML file holds. */
export const rulesFrom = (written: ConfigFile, name: string): Rules => rulesOf(checked(RulesFile, written, HINT), name);

export function rulesOf(file: v.InferOutput<typeof RulesFile>, name: string): Rules {
  const cells = Object.entries(file.cells).map(([column, { min_length, max_length, ...rule }]) => [
    column,
    { ...rule, minLength: min_length, maxLength: max_length },
  ]);
  return {
    ...{ name, columns: file.columns, unique: file.unique, totals: file.totals, identical: file.identical },
    cells: Object.fromEntries(cells),
    complete: file.complete?.by ?? null,
    noFuture: file.no_future,
  };
}

const HINT = 'rules are: columns, cells, unique, complete, totals, no_future, identical';

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
