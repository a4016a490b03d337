import { didYouMean } from '../config/nearest.ts';
import type { TallyResult } from '../engine/engine.ts';
import { UserError } from '../errors.ts';
import { columnsOf } from '../series/columns-of.ts';
import { newName } from '../series/group.ts';
import type { Filter } from '../series/plan.ts';
import { columnNamed, columnsAndFile } from '../source/columns.ts';
import type { Source } from '../source/source.ts';
import { askedLabels } from './asked-measures.ts';
import type { Condition, SeriesOptions } from './series-options.ts';

/** A condition with the position of its column in the key, and the name that a value has today. */
export interface KeyedCondition extends Condition {
  readonly key: number;
  readonly today: (value: string) => string;
}

/** The conditions that the user sets, with the columns that they are about; measures that records name are picked so too. */
export function keyedConditions(
  source: Source,
  options: SeriesOptions,
  keyOf: (name: string) => number,
): KeyedCondition[] {
  const { profile, files } = source;
  const header = columnsAndFile(source.header);
  const names = askedLabels(source, options);
  const picked = names === null ? [] : [{ column: profile.labels.name ?? '', values: names, keep: true }];
  return [...(options.where ?? []), ...picked].map((said) => {
    const condition = meant(said, header);
    const column = header[columnNamed(condition.column, header, files[0]?.name ?? '')] ?? '';
    const renamed = profile.renamed[column] ?? {};
    const today = (value: string) => newName(value.trim(), renamed);
    return { ...condition, values: condition.values.map(today), key: keyOf(condition.column), today };
  });
}

/** The reading whose column there is, if the first names none. */
function meant({ otherwise = [], ...first }: Condition, header: readonly string[]): Condition {
  if (header.includes(first.column)) return first;
  return otherwise.find(({ column }) => header.includes(column)) ?? first;
}

export const filterOf = ({ key, values, keep, today }: KeyedCondition): Filter => ({
  key,
  keeps: (value) => values.includes(today(value)) === keep,
});

/** A value that no record has is a slip of the hand, not an empty result. */
export function checkConditions(
  conditions: readonly KeyedCondition[],
  { tallies }: TallyResult,
  { files }: Source,
): void {
  for (const { column, values, key, today } of conditions) {
    const known = new Set(columnsOf(tallies).key(key).texts.map(today));
    const absent = values.find((value) => !known.has(value));
    if (absent === undefined) continue;
    const near = didYouMean(absent, [...known]);
    throw new UserError(`${files[0]?.name}: no record has ${column}=${absent}${near}`, {
      hint: known.size <= 30 ? `its values are: ${[...known].sort().join(', ')}` : undefined,
    });
  }
}
