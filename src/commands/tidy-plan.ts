import { columnList, columnNamed, columnsAndFile } from '../source/columns.ts';
import type { Source } from '../source/source.ts';
import { isTidy, PROFILE_COLUMN } from '../source/tidy-form.ts';
import { keptApart } from './plan.ts';
import type { RecordPlan } from './record-plan.ts';
import type { SeriesOptions } from './series-options.ts';

/** A column of the source that becomes one of the tidy table. */
export interface Dimension {
  readonly name: string;
  readonly column: number;
  readonly renamed: Readonly<Record<string, string>>;
}

/** Where the measure, its unit and its flag stand in each record, where they do. */
interface LabelColumns {
  readonly name: number | null;
  readonly unit: number | null;
  readonly flag: number | null;
}

/** The dimensions that a tidy table keeps: those asked for with those that must not be lost, or all there are. */
export function tidyDimensions(source: Source, options: SeriesOptions, plan: RecordPlan): Dimension[] {
  const { profile, files } = source;
  const header = columnsAndFile(source.header);
  const file = files[0]?.name ?? '';
  const wanted = columnList(options.by ?? [], header).map((name) => header[columnNamed(name, header, file)] ?? name);
  const names = options.by
    ? [...wanted, ...keptApart(source, wanted, options)]
    : [...(profile.dimensions ?? source.header), ...plan.totals.map(({ name }) => name)];
  const taken = takenColumns(source, plan);
  return [...new Set(names)]
    .filter((name) => name !== '' && header.includes(name) && !taken.has(name))
    .map((name) => ({ name, column: header.indexOf(name), renamed: profile.renamed[name] ?? {} }));
}

/** Columns that become others of the tidy table. */
function takenColumns({ header, profile }: Source, { measures }: RecordPlan): Set<string> {
  const { period, labels, flag } = profile;
  const measured = [...profile.measures, ...measures].map(({ column }) => column);
  const written = isTidy(header) ? [PROFILE_COLUMN] : [];
  const own = [...period.columns, ...measured, labels.name, labels.unit, flag, ...written];
  return new Set(own.filter((name) => name !== null && name !== undefined));
}

export function labelColumns({ header, profile: { labels, flag } }: Source): LabelColumns {
  const at = (name: string | undefined) => (name === undefined || !header.includes(name) ? null : header.indexOf(name));
  return { name: at(labels.name), unit: at(labels.unit), flag: at(flag) };
}

/** The profile that a reader of the table needs to understand it; null where it tells no more than the names do. */
export const writtenUnder = ({ profile: { name } }: Source): string | null =>
  name === 'inferred' || name === 'tidy' ? null : name;
