import { inputStep } from '../explain/amount.ts';
import { cautions } from '../explain/cautions.ts';
import type { Derivation, Input } from '../explain/derivation.ts';
import type { Explained, TracedInput } from '../explain/explained.ts';
import { explanationGlance } from '../explain/explanation-glance.ts';
import { explanationTable } from '../explain/explanation-table.ts';
import type { Report } from '../report/report.ts';
import type { ColumnName } from '../report/vocabulary.ts';
import { column } from '../report/vocabulary.ts';
import { keptTallies } from '../series/kept-tallies.ts';
import type { SeriesPlan } from '../series/plan.ts';
import { notBehind, talliesBehind } from '../series/tallies-behind.ts';
import type { ExplainOptions } from './explain-options.ts';
import { fingerprints } from './fingerprints.ts';
import type { Tallied } from './read-series.ts';
import { recordsBehind } from './records-behind.ts';

/** A figure whose derivation is known, with how its series were made. */
export interface Traceable {
  readonly id: string;
  readonly column: ColumnName;
  readonly derivation: Derivation;
  readonly tallied: Tallied;
  /** The plan of the series, and of the totals over them. */
  readonly plan: SeriesPlan;
  readonly totalPlan: SeriesPlan;
  /** True where the values of the series are rates per day, whose units say so. */
  readonly perDay: boolean;
}

const PER_DAY = ' per day';

/** Traces a figure to its records, which are read again, and tells how it comes about. */
export async function explainedFigure(
  asked: Traceable,
  { rows = false }: ExplainOptions,
): Promise<Pick<Report, 'title' | 'table' | 'glance'>> {
  const figure = { ...asked, tallied: settled(asked.tallied) };
  const { tallied, plan, derivation } = figure;
  const { source, result } = tallied;
  const sorted = keptTallies(result, plan);
  const inputs = traced(figure);
  const behind = new Set(inputs.flatMap((input) => input.behind.map(({ tally }) => tally)));
  const measure = measureOf(figure, derivation.inputs[0]);
  const wanted = { tallies: behind, measure: measure?.at ?? null, rows, counting: tallied.counting };
  const explained: Explained = {
    id: figure.id,
    column: column(figure.column),
    derivation,
    inputs,
    found: await recordsBehind(source, tallied.plan.question, wanted),
    source: sorted.source,
    target: sorted.target,
    keys: tallied.plan.question.keys.map(({ column: at }) => source.header[at] ?? '@file'),
    measure: measureText(figure, derivation.inputs[0]),
    cautions: cautions(inputs, { ...sorted, expected: plan.expectsAll(sorted.source.every) }),
    notBehind: notBehind(result, plan, sorted, behind),
    conditions: tallied.plan.conditions.map(
      ({ column: name, values, keep }) => `${name}${keep ? '=' : '!='}${values.join(',')}`,
    ),
    renamed: renamed(plan, inputs),
    files: await fingerprints(source, tallied.stdin ?? null),
    warnings: [],
  };
  return {
    title: figure.id,
    table: explanationTable(explained),
    glance: (most) => explanationGlance(explained, most, rows),
  };
}

/** An engine may make a tally anew each time it is asked for; here each must stay the same one. */
const settled = (tallied: Tallied): Tallied => ({
  ...tallied,
  result: { ...tallied.result, tallies: [...tallied.result.tallies] },
});

/** The inputs with the tallies behind them. */
function traced({ derivation, plan, totalPlan, tallied, perDay }: Traceable): TracedInput[] {
  const parts = talliesBehind(keptTallies(tallied.result, plan), plan);
  const totals = talliesBehind(keptTallies(tallied.result, totalPlan), totalPlan);
  return derivation.inputs.map((input) => {
    const behind = (input.isTotal ? totals : parts)(nameOf(input, perDay), input.window);
    return { input, behind, step: inputStep(input, behind) };
  });
}

function nameOf({ series: { key, measure } }: Input, perDay: boolean) {
  const unit = perDay && measure.unit.endsWith(PER_DAY) ? measure.unit.slice(0, -PER_DAY.length) : measure.unit;
  return { key, measure: { name: measure.name, unit } };
}

/** The measure of a plan that an input is of: a plan of several has each under its own name. */
function measureOf({ plan }: Traceable, input: Input | undefined): SeriesPlan['measures'][number] | undefined {
  const [first] = plan.measures;
  return plan.measures.find(({ measure }) => measure.name === input?.series.measure.name) ?? first;
}

function measureText(figure: Traceable, input: Input | undefined): string {
  const { source, plan } = figure.tallied;
  const at = measureOf(figure, input)?.at ?? null;
  const part = at === null ? undefined : plan.question.measures[at];
  const { name, unit, statistic } = input?.series.measure ?? figure.plan.measures[0]?.measure ?? { name: '', unit: '' };
  if (!part) return `measure ${name}: each record counts as one`;
  return `measure ${name}: ${statistic} of the column ${JSON.stringify(source.header[part.column])}, in ${unit}`;
}

/** Names that the records of the figure have, and under which they are counted. */
function renamed({ by }: SeriesPlan, inputs: readonly TracedInput[]): string[] {
  const texts = by.flatMap(({ name, key, renamed: names }) =>
    inputs.flatMap(({ behind }) =>
      behind.flatMap(({ tally }) => {
        const old = tally.key[key] ?? '';
        return Object.hasOwn(names, old) ? [`${name}: ${old} is counted as ${names[old]}`] : [];
      }),
    ),
  );
  return [...new Set(texts)];
}
