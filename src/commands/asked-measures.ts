import { didYouMean } from '../config/nearest.ts';
import { UserError } from '../errors.ts';
import type { Label, LabelPlan } from '../series/plan.ts';
import type { Measure } from '../series/series.ts';
import { columnList } from '../source/columns.ts';
import { kindBy, RECORDS } from '../source/infer-measure.ts';
import { labelKind } from '../source/label-kind.ts';
import type { MeasureColumn } from '../source/profile.ts';
import type { Source } from '../source/source.ts';
import { isTidy } from '../source/tidy-form.ts';
import type { SeriesOptions } from './series-options.ts';

/** The measures asked for by name or column; those that the profile shows when none is named. */
export function askedMeasures({ header, profile, files }: Source, { measure }: SeriesOptions): MeasureColumn[] {
  if (!measure || isTidy(header)) return profile.measures.filter(({ name }) => profile.shown.includes(name));
  const known = profile.measures.flatMap(({ name, column }) => (column === null ? [name] : [name, column]));
  const found = columnList(measure, [...header, ...known]).map((wanted) => {
    const meant = measureNamed(profile.measures, wanted);
    if (meant) return meant;
    if (wanted === RECORDS.name) return RECORDS;
    throw new UserError(`${files[0]?.name}: there is no measure "${wanted}"${didYouMean(wanted, known)}`, {
      hint: `the measures are: ${profile.measures.map(({ name }) => name).join(', ')}, records`,
    });
  });
  return [...new Set(found)];
}

/** The measures asked for in a tidy table, whose records name theirs; null where none is or the table is no tidy one. */
export function askedLabels({ header, profile }: Source, { measure }: SeriesOptions): string[] | null {
  if (!measure || !isTidy(header)) return null;
  const { measures = [] } = profile.labels;
  const known = measures.flatMap(({ name, column }) => [name, ...(column === null ? [] : [column])]);
  return columnList(measure, known).map((wanted) => measureNamed(measures, wanted)?.name ?? wanted);
}

/** What the labels of the records mean, and which come first. */
export function labelMeanings(
  source: Source,
  options: SeriesOptions,
  measured: (measure: Omit<Measure, 'statistic'>) => Measure,
): Pick<LabelPlan, 'measureOf' | 'order' | 'shown'> {
  if (!isTidy(source.header)) return {};
  const { measures = [], shown } = source.profile.labels;
  const measureOf = ({ name, unit }: Label, figures: readonly string[]) => {
    const known = measures.find((one) => one.name === name);
    const label = { name: name ?? '', unit: unit ?? known?.unit ?? '' };
    const kind = known?.kind ?? labelKind(label, figures) ?? kindBy(source.files[0]?.name ?? '', label.name, options);
    return measured({ ...label, kind });
  };
  const asked = askedLabels(source, options);
  const order = asked ?? measures.map(({ name }) => name);
  return { measureOf, order, ...(asked === null && shown && { shown }) };
}

const measureNamed = (measures: readonly MeasureColumn[], wanted: string): MeasureColumn | undefined =>
  measures.find(({ name, column }) => [name, column].some((text) => text?.toLowerCase() === wanted.toLowerCase()));
