import type { NumberStyle } from './number-style.ts';
import type { MeasureColumn, PeriodColumns, Profile } from './profile.ts';
import { MONTHS } from './profile-schema.ts';

/** An inferred profile as YAML holds it, by keys in the order in which people read them: the inverse of `profileFrom`. */
export function writtenProfile(profile: Profile): Readonly<Record<string, unknown>> {
  const { name, title, header, wide, period, measures, shown, dimensions, separate, labels, nulls } = profile;
  return withoutEmpty({
    name,
    title,
    header,
    wide: wide && withoutEmpty({ ...wide, empty: undefined }),
    period: writtenPeriod(period),
    measures: Object.fromEntries(measures.map((measure) => [measure.column ?? 'records', writtenMeasure(measure)])),
    shown: shown.length < measures.length ? shown : undefined,
    dimensions: dimensions ?? undefined,
    separate,
    labels: withoutEmpty(labels),
    totals: profile.totals,
    absent: profile.absent,
    nulls,
    column_nulls: profile.columnNulls,
  });
}

function writtenPeriod({ columns, roles, every, order, era, fiscal }: PeriodColumns) {
  return withoutEmpty({
    columns: Object.fromEntries(columns.map((name, i) => [name, roles[i]])),
    every,
    order,
    era,
    fiscal: fiscal && { start: MONTHS[fiscal.startMonth - 1], named_by: fiscal.namedBy },
  });
}

function writtenMeasure({ column, name, unit, kind, scientific, style }: MeasureColumn) {
  return withoutEmpty({
    name: name === (column ?? 'records') ? undefined : name,
    unit,
    kind,
    scientific: scientific || undefined,
    numbers: style && writtenStyle(style),
  });
}

const writtenStyle = ({ decimal, group, flags, percent, currency }: NumberStyle) =>
  withoutEmpty({
    decimal: decimal === ',' ? 'comma' : 'point',
    group: group === '' ? undefined : group,
    flags: flags || undefined,
    percent: percent || undefined,
    currency: currency ?? undefined,
  });

/** Keys that say something: an empty list or map is what a key that is not there means, except of `header` and `dimensions`. */
const withoutEmpty = (value: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(value).filter(
      ([key, one]) =>
        one !== undefined &&
        (key === 'header' || key === 'dimensions' || typeof one !== 'object' || Object.keys(one ?? {}).length > 0),
    ),
  );
