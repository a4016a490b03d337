import type { Question } from '../engine/engine.ts';
import type { SeriesPlan } from '../series/plan.ts';
import { columnList, columnsAndFile, FILE_COLUMN } from '../source/columns.ts';
import type { MeasureColumn } from '../source/profile.ts';
import type { Source } from '../source/source.ts';
import { isTidy, PROFILE_COLUMN } from '../source/tidy-form.ts';
import { askedMeasures } from './asked-measures.ts';
import { type KeyedCondition, keyedConditions } from './conditions.ts';
import { keyRing } from './key-ring.ts';
import { measureParts } from './measure-parts.ts';
import { periodPlace } from './plan.ts';
import type { SeriesOptions } from './series-options.ts';

/** What is asked of the whole source before its records are read one by one. */
export interface RecordPlan {
  readonly question: Question;
  readonly period: SeriesPlan['period'];
  readonly conditions: readonly KeyedCondition[];
  /** Columns with totals among their values, with their positions in the key. */
  readonly totals: readonly { readonly name: string; readonly key: number; readonly values: readonly string[] }[];
  readonly measures: readonly MeasureColumn[];
}

/** True where the file of each record is to be among its dimensions. */
export const keepsFiles = ({ header }: Source, { by = [] }: SeriesOptions): boolean =>
  columnList(by, columnsAndFile(header)).some((name) => name.toLowerCase() === FILE_COLUMN && !header.includes(name));

/** The question that tells of every record whether it counts, of which period it is, and what cannot be read. */
export function recordPlan(source: Source, options: SeriesOptions): RecordPlan {
  const { header, profile } = source;
  const { keys, keyOf } = keyRing(source);
  const period = { keys: profile.period.columns.map(keyOf), form: profile.period, place: periodPlace(source) };
  const conditions = keyedConditions(source, options, keyOf);
  const totals = Object.entries(profile.totals)
    .filter(([name]) => header.includes(name))
    .map(([name, values]) => ({ name, key: keyOf(name), values }));
  if (keepsFiles(source, options)) keyOf(FILE_COLUMN);
  if (isTidy(header) && header.includes(PROFILE_COLUMN)) keyOf(PROFILE_COLUMN);
  const measures = options.measure ? askedMeasures(source, options) : profile.measures;
  return { question: { keys, measures: measureParts(source, measures).parts }, period, conditions, totals, measures };
}
