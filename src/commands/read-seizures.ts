import type { Context } from '../cli/command.ts';
import type { TallyResult } from '../engine/engine.ts';
import { UserError } from '../errors.ts';
import { cadence, type Every } from '../period/index.ts';
import { type SeizureGroup, seizureGroups } from '../series/cases.ts';
import { type Converter, convertedTallies, converter } from '../series/converted-tallies.ts';
import { keptByAll } from '../series/filter.ts';
import { CASES_NAME, isCaseCount, seizedTallies } from '../series/seized-tallies.ts';
import type { Unit } from '../units/unit-table.ts';
import type { Ledger } from './ledger.ts';
import { type ReadSeries, readPlanned, seriesOf, type Tallied } from './read-series.ts';
import { numbersOf, type SeizureColumnOptions } from './seizure-columns.ts';
import { type SeizurePlan, seizurePlan } from './seizure-plan.ts';
import type { SeriesOptions } from './series-options.ts';

export type SeizureOptions = SeriesOptions & SeizureColumnOptions & { readonly again?: boolean };

export interface ReadSeizures {
  readonly tallied: Tallied<SeizurePlan>;
  /** True where records are sums of cases. */
  readonly sums: boolean;
  /** What was seized by item and unit, cut into periods of a length; into those of the source if not given. */
  cut(every: Every | null): SeizureGroups;
  /** The same of all that can be turned into a unit, and how. */
  into(unit: Unit, every: Every | null): SeizuresInto;
}

interface SeizuresInto {
  readonly totals: readonly SeizureGroup[];
  readonly convert: Converter;
  readonly ledger: Ledger;
}

export interface SeizureGroups {
  readonly read: ReadSeries;
  readonly groups: readonly SeizureGroup[];
  /** Where the records behind them are found. */
  readonly ledger: Ledger;
}

/** Files and options in, what was seized out. */
export async function readSeizures(
  paths: readonly string[],
  options: SeizureOptions,
  context: Context,
): Promise<ReadSeizures> {
  const measure = numbersOf(options);
  const tallied = await readPlanned(
    paths,
    { ...options, ...(measure && { measure }), stat: 'sum' },
    context,
    seizurePlan,
  );
  const { series } = tallied.plan;
  checkLabels(tallied);
  const seized = seizedTallies(tallied.result, tallied.plan.keys);
  const { keys } = tallied.plan;
  const measureAt = (name: string) => (name === CASES_NAME && keys.records !== 'labelled' ? keys.cases : keys.quantity);
  const cut = (result: TallyResult, every: Every | null): SeizureGroups => {
    const plan = { ...series, every };
    const read = seriesOf({ ...tallied, result }, options, plan);
    const source = cadence(read.set.finest, plan.period.form.fiscal);
    const groups = seizureGroups(read.set, read.kept, plan, source);
    return { read, groups, ledger: { tallied, plan, result, measureAt } };
  };
  return {
    tallied,
    sums: seized.sums,
    cut: (every) => cut(seized.result, every),
    into(unit, every) {
      const convert = converter(unit);
      const { groups, ledger } = cut(convertedTallies(seized.result, unit, convert), every);
      return { convert, ledger, totals: groups.filter((group) => group.unit === unit.name) };
    },
  };
}

/** Quantities of unlike measures are not added up because their units are the same. */
function checkLabels({ plan, result, source }: Tallied<SeizurePlan>): void {
  const { label, unit } = plan.keys;
  if (label === null) return;
  const isKept = keptByAll(plan.series.filters);
  const kept = result.tallies.filter(({ key }) => isKept(key));
  const quantities = kept.filter((tally) => !isCaseCount(tally, plan.keys, tally.key[unit ?? -1] ?? ''));
  const labels = [...new Set(quantities.map(({ key }) => key[label] ?? ''))];
  if (labels.length <= 1) return;
  const column = source.profile.labels.name;
  throw new UserError(`${source.files[0]?.name}: ${column} names several measures: ${labels.join(', ')}`, {
    hint: `pick one, such as --measure ${JSON.stringify(labels[0])}`,
  });
}
