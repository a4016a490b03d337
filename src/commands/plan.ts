import type { Question } from '../engine/engine.ts';
import { UserError } from '../errors.ts';
import { type Note, note, warning } from '../note.ts';
import { type FiscalYear, OCTOBER_FISCAL_YEAR } from '../period/index.ts';
import { defaultStatistic, type SeriesPlan } from '../series/plan.ts';
import type { Measure } from '../series/series.ts';
import { columnList, columnNamed, columnsAndFile } from '../source/columns.ts';
import { fiscalCalendar } from '../source/fiscal-calendars.ts';
import { RECORDS } from '../source/infer-measure.ts';
import type { MeasureColumn, Profile } from '../source/profile.ts';
import type { Source } from '../source/source.ts';
import { isTidy, PROFILE_COLUMN, tidyFlags } from '../source/tidy-form.ts';
import { askedMeasures, labelMeanings } from './asked-measures.ts';
import { filterOf, type KeyedCondition, keyedConditions } from './conditions.ts';
import { keyRing } from './key-ring.ts';
import { measureParts } from './measure-parts.ts';
import type { Condition, SeriesOptions } from './series-options.ts';

/** A question for the engine, and how its tallies are to be understood. */
export interface Plan {
  readonly question: Question;
  readonly series: SeriesPlan;
  readonly conditions: readonly KeyedCondition[];
  /** Where in the key the columns stand that a command needs besides, in its order. */
  readonly besides: readonly number[];
  readonly notes: readonly Note[];
}

/** Turns options into a question: columns are found here, before any record is read. */
export function planOf(source: Source, options: SeriesOptions, besides: readonly string[] = []): Plan {
  const { profile } = source;
  const header = columnsAndFile(source.header);
  const file = source.files[0]?.name ?? '';
  const { keys, keyOf } = keyRing(source);
  const period = profile.period.columns.map(keyOf);
  const conditions = keyedConditions(source, options, keyOf);
  const wanted = columnList(options.by ?? [], header).map((name) => header[columnNamed(name, header, file)] ?? name);
  const measures = askedMeasures(source, options);
  const labels = labelColumns(source, measures, options);
  const apart = keptApart(source, wanted, options);
  const by = [...new Set([...wanted, ...apart])]
    .filter((name) => name !== labels.name && name !== labels.unit)
    .map((name) => ({
      name,
      key: keyOf(name),
      renamed: Object.hasOwn(profile.renamed, name) ? (profile.renamed[name] ?? {}) : {},
    }));
  if (isTidy(header) && header.includes(PROFILE_COLUMN)) keyOf(PROFILE_COLUMN);
  const labelKey = (name: string | undefined) => (name === undefined ? null : keyOf(name));
  const { columns, parts } = measureParts(source, measures);
  const series: SeriesPlan = {
    period: { keys: period, form: profile.period, place: periodPlace(source) },
    by,
    filters: conditions.map(filterOf),
    totals: totalsOf(source, by, conditions).map(([name, values]) => ({ name, key: keyOf(name), values })),
    labels: {
      name: labelKey(labels.name),
      unit: labelKey(labels.unit),
      ...labelMeanings(source, options, (measure) => measured(measure, options)),
    },
    flag: profile.flag === undefined ? null : keyOf(profile.flag),
    ...(isTidy(header) && { flagsIn: tidyFlags }),
    openEnd: profile.openEnd,
    unpublishedIsZero: profile.unpublishedIsZero,
    measures: measures.map(({ column, name, unit, kind }) => ({
      measure: measured({ name, unit, kind }, options),
      at: column === null ? null : columns.indexOf(column),
    })),
    every: options.every ?? null,
    fiscal: fiscalOf(options) ?? profile.period.fiscal ?? OCTOBER_FISCAL_YEAR,
    gaps: options.gaps ?? profile.absent ?? 'missing',
    expectsDays: (options.gaps ?? profile.absent ?? 'zero') !== 'zero',
    absentIsZero: (options.gaps ?? profile.absent) === 'zero',
    asOf: options.asOf ?? null,
  };
  return {
    question: { keys, measures: parts },
    series,
    conditions,
    besides: besides.map(keyOf),
    notes: [...apartNotes(apart), ...unitNotes(source, labels, options)],
  };
}

/** The columns that tell the period, for messages about them. */
export const periodPlace = ({ files, profile: { period } }: Source): string =>
  `${files[0]?.name ?? ''}: ${period.columns.length > 1 ? 'columns' : 'column'} ${period.columns.join(' and ')}`;

/** The columns with totals among their values; of no concern where each value is shown, or some are picked. Those that are left out by name pick no others. */
export function totalsOf(
  { header, profile }: Source,
  by: readonly { readonly name: string }[],
  conditions: readonly Condition[],
): [string, readonly string[]][] {
  const picked = [
    ...by.map(({ name }) => name),
    ...conditions.filter(({ keep }) => keep).map(({ column }) => column),
  ].map((name) => name.toLowerCase());
  return Object.entries(profile.totals).filter(
    ([name]) => header.includes(name) && !picked.includes(name.toLowerCase()),
  );
}

/** A measure with its statistic; numbers of records are counts, whatever is in them. */
function measured({ name, unit, kind }: Omit<Measure, 'statistic'>, { stat, per }: SeriesOptions): Measure {
  const statistic = stat ?? defaultStatistic(kind);
  if (per !== undefined && statistic !== 'sum' && statistic !== 'count') {
    throw new UserError(`--per day: ${name} is not summed over a period`, { hint: 'leave out --per day' });
  }
  return statistic === 'count'
    ? { name, unit: RECORDS.unit, kind: 'count', statistic }
    : { name, unit, kind, statistic };
}

/** The columns that name measure and unit record by record: of no concern where records are only counted. */
function labelColumns(source: Source, measures: readonly MeasureColumn[], options: SeriesOptions): Profile['labels'] {
  if (measures.every(({ column }) => column === null)) return {};
  const summed = summedOver(options, source);
  const kept = (name: string | undefined) => (name !== undefined && summed(name) ? undefined : name);
  const name = kept(source.profile.labels.name);
  return options.stat === 'count' ? { name } : { name, unit: kept(source.profile.labels.unit) };
}

/** Columns whose values must not be added up, unless one value was picked or the user says so. */
export function keptApart(source: Source, by: readonly string[], options: SeriesOptions): string[] {
  const picked = pickedColumns(options);
  const summed = summedOver(options, source);
  return source.profile.separate.filter(
    (name) => !by.includes(name) && !picked.includes(name.toLowerCase()) && !summed(name),
  );
}

/** Columns of which one value is picked. */
function pickedColumns({ where = [] }: SeriesOptions): string[] {
  return where.flatMap(({ column, values, keep }) => (keep && values.length === 1 ? [column.toLowerCase()] : []));
}

/** Tells whether the user wants a column added up all the same. */
function summedOver({ sumOver = [] }: SeriesOptions, { header, files }: Source): (name: string) => boolean {
  const summed = columnList(sumOver, header).map((name) => header[columnNamed(name, header, files[0]?.name ?? '')]);
  return (name) => summed.includes(name);
}

function apartNotes(apart: readonly string[]): Note[] {
  return apart.map((name) =>
    note(
      `one series per ${name}: its values are not to be added up (--sum-over ${JSON.stringify(name)} does it all the same)`,
    ),
  );
}

/** The fiscal year that the user names, for reading and for cutting. */
export function fiscalOf({ fiscal, fiscalStart }: SeriesOptions): FiscalYear | undefined {
  if (fiscal === undefined) return fiscalStart;
  if (fiscalStart === undefined) return fiscalCalendar(fiscal);
  throw new UserError('--fiscal and --fiscal-start exclude each other');
}

/** Amounts of several units are said to be kept apart, or added up at the user's risk. */
function unitNotes({ profile }: Source, { unit }: Profile['labels'], options: SeriesOptions): Note[] {
  const { unit: column } = profile.labels;
  if (column === undefined || options.stat === 'count') return [];
  if (unit !== undefined)
    return pickedColumns(options).includes(unit.toLowerCase())
      ? []
      : [note(`amounts are kept apart by their unit, which ${column} names`)];
  return options.sumOver === undefined
    ? []
    : [warning(`amounts of different units are added up, as --sum-over ${column} says`)];
}
