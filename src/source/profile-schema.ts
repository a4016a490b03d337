import * as v from 'valibot';
import { checked } from '../config/checked.ts';
import type { ConfigFile } from '../config/yaml-file.ts';
import { UserError } from '../errors.ts';
import { DATE_ORDERS, EVERY } from '../period/index.ts';
import { DEFAULT_NULLS, type Profile, type TradeProfile } from './profile.ts';
import { RulesFile, rulesOf } from './rules-schema.ts';

export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

const text = v.pipe(v.string(), v.nonEmpty());
const list = v.array(text);

/** Which columns together tell a period. */
const PERIOD_ROLES = [['text'], ['year'], ['fiscal-year'], ['month', 'year'], ['fiscal-year', 'month']];

const Fiscal = v.strictObject({ start: v.picklist(MONTHS), named_by: v.picklist(['end', 'start']) });

const Period = v.strictObject({
  columns: v.record(text, v.picklist(['text', 'year', 'fiscal-year', 'month'])),
  every: v.optional(v.picklist(EVERY)),
  order: v.optional(v.picklist(DATE_ORDERS)),
  era: v.optional(v.picklist(['auto', 'ce', 'be'])),
  fiscal: v.optional(Fiscal),
});

const Numbers = v.strictObject({
  decimal: v.optional(v.picklist(['point', 'comma']), 'point'),
  group: v.optional(v.picklist(['', ',', '.', ' ', "'"]), ''),
  flags: v.optional(v.boolean(), false),
  percent: v.optional(v.boolean(), false),
  currency: v.optional(text),
});

const Measure = v.strictObject({
  name: v.optional(text),
  unit: text,
  kind: v.picklist(['count', 'amount', 'rate', 'share']),
  scientific: v.optional(v.boolean(), false),
  numbers: v.optional(Numbers),
});

const Wide = v.strictObject({
  column: text,
  measures: v.record(text, text),
  empty: v.optional(v.picklist(['blank', 'absent']), 'blank'),
  without: v.optional(list, []),
});

const Trade = v.strictObject({
  columns: v.optional(
    v.strictObject({
      flow: v.optional(text),
      reporter: v.optional(text),
      reporter_code: v.optional(text),
      partner: v.optional(text),
      partner_code: v.optional(text),
      commodity: v.optional(text),
      classification: v.optional(text),
    }),
    {},
  ),
  reporter: v.optional(text),
  quantities: v.optional(
    v.array(v.strictObject({ measure: text, column: v.optional(text), unit: v.optional(text) })),
    [],
  ),
  valuation: v.optional(v.strictObject({ exports: v.optional(text), imports: v.optional(text) }), {}),
});

const Coordinates = v.strictObject({
  latitude: v.optional(text),
  longitude: v.optional(text),
  point: v.optional(text),
  precision: v.optional(text),
});

/** A profile as it is written in YAML. */
const ProfileFile = v.strictObject({
  name: text,
  title: text,
  header: list,
  period: Period,
  measures: v.record(text, Measure),
  shown: v.optional(list),
  dimensions: v.optional(list),
  separate: v.optional(list, []),
  labels: v.optional(v.strictObject({ name: v.optional(text), unit: v.optional(text) }), {}),
  seizures: v.optional(v.strictObject({ item: v.optional(text), quantity: text, cases: text })),
  open_end: v.optional(v.boolean(), false),
  coordinates: v.optional(Coordinates),
  flag: v.optional(text),
  nulls: v.optional(v.array(v.string()), [...DEFAULT_NULLS]),
  column_nulls: v.optional(v.record(text, v.array(v.string())), {}),
  absent: v.optional(v.picklist(['zero', 'missing'])),
  renamed: v.optional(v.record(text, v.record(text, text)), {}),
  totals: v.optional(v.record(text, list), {}),
  wide: v.optional(Wide),
  rules: v.optional(RulesFile),
  breaks: v.optional(v.record(text, text), {}),
  trade: v.optional(Trade),
  unpublished: v.optional(v.picklist(['zero'])),
  caveats: v.optional(list, []),
});

const IMITATE = 'the profiles that ship with the program, in data/profiles, are examples to imitate';

/** Makes a profile of what a YAML file holds. */
export function profileFrom(written: ConfigFile): Profile {
  const file = checked(ProfileFile, written, IMITATE);
  const measures = Object.entries(file.measures).map(([column, measure]) => ({
    column: column === 'records' ? null : column,
    name: measure.name ?? column,
    unit: measure.unit,
    kind: measure.kind,
    scientific: measure.scientific,
    ...(measure.numbers && { style: numberStyleOf(measure.numbers) }),
  }));
  const roles = Object.values(file.period.columns);
  if (!PERIOD_ROLES.some((kinds) => kinds.join() === roles.toSorted().join())) {
    const place = written.placeOf(['period', 'columns']);
    throw new UserError(`${place}: period.columns: is not one text, nor a year or fiscal-year with or without a month`);
  }
  const names = measures.map(({ name }) => name);
  checkMeasures(written, 'shown', file.shown ?? [], names);
  if (file.seizures) checkMeasures(written, 'seizures', [file.seizures.quantity, file.seizures.cases], names);
  return {
    ...file,
    period: {
      ...file.period,
      columns: Object.keys(file.period.columns),
      roles,
      fiscal: file.period.fiscal && fiscalYear(file.period.fiscal),
    },
    measures,
    trade: file.trade && tradeProfile(file.trade),
    unpublishedIsZero: file.unpublished === 'zero',
    rules: file.rules && rulesOf(file.rules, `profile ${file.name}`),
    openEnd: file.open_end,
    columnNulls: file.column_nulls,
    shown: file.shown ?? names,
    dimensions: file.dimensions ?? null,
  };
}

function checkMeasures(written: ConfigFile, key: string, wanted: readonly string[], names: readonly string[]): void {
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new UserError(`${written.placeOf([key])}: ${key}: there is no measure "${unknown}"`, {
    hint: `the measures are: ${names.join(', ')}`,
  });
}

const numberStyleOf = ({ decimal, currency, ...style }: v.InferOutput<typeof Numbers>) => ({
  ...style,
  decimal: decimal === 'comma' ? (',' as const) : ('.' as const),
  currency: currency ?? null,
});

function tradeProfile({ columns, ...trade }: v.InferOutput<typeof Trade>): TradeProfile {
  const { reporter_code: reporterCode, partner_code: partnerCode, ...others } = columns;
  return { ...trade, columns: { ...others, reporterCode, partnerCode } as TradeProfile['columns'] };
}

const fiscalYear = ({ start, named_by }: v.InferOutput<typeof Fiscal>) => ({
  startMonth: MONTHS.indexOf(start) + 1,
  namedBy: named_by,
});
