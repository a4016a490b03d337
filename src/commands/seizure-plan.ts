import type { KeyPart } from '../engine/engine.ts';
import type { Filter } from '../series/filter.ts';
import { itemKey } from '../series/seized-names.ts';
import { CASES, CASES_NAME, isCaseUnit, QUANTITY, type SeizedKeys } from '../series/seized-tallies.ts';
import { columnNamed } from '../source/columns.ts';
import type { Source } from '../source/source.ts';
import { isTidy } from '../source/tidy-form.ts';
import { columnUnit } from '../units/column-unit.ts';
import { unitNamed } from '../units/unit-named.ts';
import { filterOf, type KeyedCondition } from './conditions.ts';
import { type Plan, planOf } from './plan.ts';
import { type SeizureColumnOptions, type SeizureColumns, seizureColumns } from './seizure-columns.ts';
import type { SeriesOptions } from './series-options.ts';

export interface SeizurePlan extends Plan {
  readonly columns: SeizureColumns;
  readonly keys: SeizedKeys;
}

type Options = SeriesOptions & SeizureColumnOptions;

/** The question about seizures: by item, unit and quantity as they are written, so that each size of case is known. */
export function seizurePlan(source: Source, options: Options): SeizurePlan {
  const columns = seizureColumns(source, options);
  const { item, unit, quantity, cases } = columns;
  const { measure: _, ...others } = options;
  const counted = typeof cases === 'object' ? [cases.name] : [];
  const plan = planOf(unlabelled(source), {
    ...others,
    by: [...(options.by ?? []), ...(item === null ? [] : [item])],
    ...(!isTidy(source.header) && { measure: [quantity.name, ...counted] }),
  });
  const keys: KeyPart[] = [...plan.question.keys];
  const keyOf = (name: string | null): number | null => {
    if (name === null) return null;
    const column = columnNamed(name, source.header, '');
    const known = keys.findIndex((part) => part.column === column);
    return known >= 0 ? known : keys.push({ column }) - 1;
  };
  const { renamed } = source.profile;
  const by = plan.series.by.filter(({ name }) => name !== item);
  const at = plan.series.measures.map((measure) => measure.at ?? 0);
  const seized: SeizedKeys = {
    item: keyOf(item),
    unit: keyOf(unit),
    fixedUnit: fixedUnit(quantity),
    label: keyOf(source.profile.labels.name ?? null),
    caseLabel: columns.labels.cases,
    renamed: { item: renamed[item ?? ''] ?? {}, unit: renamed[unit ?? ''] ?? {} },
    by: by.map(({ key }) => key),
    quantity: at[0] ?? 0,
    cases: typeof cases === 'object' ? (at[1] ?? 0) : null,
    records: cases === 'records' ? 'cases' : cases === 'labelled' ? cases : 'sums',
  };
  keyOf(quantity.column);
  const conditions = plan.conditions.map((one) => understood(one, seized));
  return {
    ...plan,
    columns,
    keys: seized,
    question: { ...plan.question, keys },
    conditions,
    series: {
      ...plan.series,
      filters: [...conditions.map(filterOf), ...labelFilter(columns, seized)],
      by: [...by, { name: 'item', key: keys.length, renamed: {} }],
      labels: { name: null, unit: keys.length + 1 },
      measures: [
        { measure: { name: quantity.name, unit: '', kind: 'amount', statistic: 'sum' }, at: QUANTITY },
        { measure: { name: CASES_NAME, unit: '', kind: 'count', statistic: 'sum' }, at: CASES },
      ],
    },
  };
}

/** The column of units is understood here, and not told apart text by text. */
const unlabelled = (source: Source): Source => ({ ...source, profile: { ...source.profile, labels: {} } });

/** Of a tidy table the quantities that are asked for, and the numbers of cases. */
function labelFilter({ labels, cases }: SeizureColumns, { label }: SeizedKeys): Filter[] {
  if (label === null || labels.quantity === null) return [];
  const names = [labels.quantity, labels.cases].filter((name) => name !== null);
  const byUnit = cases === 'labelled' && labels.cases === null;
  if (!byUnit) return [{ key: label, values: names, keep: true }];
  return [{ key: label, values: [...names, CASES_NAME], keep: true, meant: caseLabel }];
}

/** One name for all labels that are units of cases. */
const caseLabel = (text: string): string => (isCaseUnit(text) ? CASES_NAME : text);

/** What the name of the column tells, or the profile. */
function fixedUnit({ column, unit }: SeizureColumns['quantity']): string {
  return unitNamed(unit)?.name ?? columnUnit(column ?? '')?.name ?? unit;
}

/** A condition on the item or the unit holds under each of its names. */
function understood(condition: KeyedCondition, { item, unit }: SeizedKeys): KeyedCondition {
  const name = condition.key === item ? itemKey : condition.key === unit ? unitName : null;
  if (name === null) return condition;
  return { ...condition, values: condition.values.map(name), meant: name };
}

const unitName = (text: string): string => unitNamed(text)?.name ?? text;
