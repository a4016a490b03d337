import { cautions } from '../explain/cautions.ts';
import type { Derivation, Input } from '../explain/derivation.ts';
import type { Account, Explained } from '../explain/explained.ts';
import { explanationGlance } from '../explain/explanation-glance.ts';
import { explanationTable } from '../explain/explanation-table.ts';
import { compare, type Exact } from '../math/exact.ts';
import type { Cell, Fingerprint, Report } from '../report/report.ts';
import type { ColumnName } from '../report/vocabulary.ts';
import { column } from '../report/vocabulary.ts';
import { expectsAll } from '../series/plan.ts';
import { notBehind } from '../series/tallies-behind.ts';
import type { ExplainOptions } from './explain-options.ts';
import { fingerprints } from './fingerprints.ts';
import type { Ledger, OpenLedger } from './ledger.ts';
import type { Tallied } from './read-series.ts';
import { openedLedgers, type Traced, tracedInputs } from './traced-inputs.ts';

/** A figure whose derivation is known, with where its records are found. */
export interface Traceable {
  readonly id: string;
  readonly column: ColumnName;
  /** What stands in the table. */
  readonly cell: Cell;
  readonly derivation: Derivation;
  /** By the names that inputs have for them, the source of the table first. */
  readonly ledgers: Readonly<Record<string, Ledger>>;
}

/** Traces a figure to its records, which are read again, and tells how it comes about. */
export async function explainedFigure(
  figure: Traceable,
  { rows = false }: ExplainOptions,
): Promise<Pick<Report, 'title' | 'table' | 'glance'>> {
  const { id, derivation, ledgers } = figure;
  checkReproduced(figure);
  const opened = openedLedgers(ledgers);
  const inputs = await tracedInputs(derivation.inputs, opened, rows);
  const [first = ''] = Object.keys(ledgers);
  const used = inputs.length > 0 || first === '' ? inputs.map(({ ledger }) => ledger) : [opened(first)];
  const explained: Explained = {
    id,
    column: column(figure.column),
    derivation,
    inputs,
    measures: measureTexts(inputs, used[0]),
    cautions: cautions(inputs, (one) => within((one as Traced).ledger)),
    accounts: accountsOf(inputs, used),
    renamed: renamed(inputs),
    facts: factsOf(derivation, used),
    files: await filesOf(used),
  };
  return {
    title: id,
    table: explanationTable(explained),
    glance: (most) => explanationGlance(explained, most, rows),
  };
}

/** The arithmetic ends with the figure of the table, or it is a bug. */
function checkReproduced({ id, cell, derivation: { value, steps, inputs } }: Traceable): void {
  const shown = cell as Exact | null;
  const made = steps.length > 0 ? steps[steps.length - 1]?.value : inputs.length === 1 ? inputs[0]?.value : value;
  const isSame = (x: Exact | null | undefined) =>
    x == null || shown === null ? (x ?? null) === shown : compare(x, shown) === 0;
  if (isSame(value) && (value === null || isSame(made))) return;
  throw new RangeError(`explain: the arithmetic of ${id} does not give its figure`);
}

const within = ({ plan, sorted }: OpenLedger) => ({
  covered: sorted.covered,
  expected: expectsAll(plan, sorted.source.every),
});

/** For each source what of it did not go in. */
function accountsOf(inputs: readonly Traced[], used: readonly OpenLedger[]): Account[] {
  const sources = new Map(used.toReversed().map((ledger) => [ledger.tallied.source, ledger]));
  return [...sources].toReversed().map(([source, ledger]) => {
    const own = inputs.filter((one) => one.ledger.tallied.source === source);
    const behind = new Set(own.flatMap((one) => one.behind.flatMap(({ tally }) => ledger.ownOf(tally) ?? [])));
    const { plan, sorted, result, tallied } = ledger;
    return {
      of: sources.size > 1 ? source.files.map(({ name }) => name).join(', ') : '',
      notBehind: notBehind(result, plan, sorted, behind),
      conditions: conditionsOf(tallied),
    };
  });
}

/** What the derivation says, and what is known of the records of its sources, each once. */
function factsOf({ facts = [] }: Derivation, used: readonly OpenLedger[]): string[] {
  return [...new Set([...facts, ...used.flatMap(({ tallied }) => tallied.beyond?.facts ?? [])])];
}

function conditionsOf({ plan, beyond }: Tallied): string[] {
  const asked = plan.conditions.map(({ column: at, values, keep }) => `${at}${keep ? '=' : '!='}${values.join(',')}`);
  return beyond ? [...asked, beyond.condition] : asked;
}

function measureTexts(inputs: readonly Traced[], first: OpenLedger | undefined): string[] {
  const texts = inputs.map(({ input, at, ledger }) => measureText(ledger.tallied, at, input.series.measure));
  const known = first?.plan.measures[0];
  if (texts.length > 0 || !first || !known) return [...new Set(texts)];
  return [measureText(first.tallied, known.at, known.measure)];
}

function measureText(
  { source, plan }: Tallied,
  at: number | null,
  { name, unit, statistic }: Input['series']['measure'],
): string {
  const part = at === null ? undefined : plan.question.measures[at];
  if (!part) return `measure ${name}: each record counts as one`;
  return `measure ${name}: ${statistic} of the column ${JSON.stringify(source.header[part.column])}, in ${unit}`;
}

/** Names that the records of the figure have, and under which they are counted. */
function renamed(inputs: readonly Traced[]): string[] {
  const texts = inputs.flatMap(({ behind, ledger }) =>
    ledger.plan.by.flatMap(({ name, key, renamed: names }) =>
      behind.flatMap(({ tally }) => {
        const old = tally.key[key] ?? '';
        return Object.hasOwn(names, old) ? [`${name}: ${old} is counted as ${names[old]}`] : [];
      }),
    ),
  );
  return [...new Set(texts)];
}

async function filesOf(used: readonly OpenLedger[]): Promise<Fingerprint[]> {
  const sources = new Map(used.map(({ tallied }) => [tallied.source, tallied.stdin ?? null]));
  const files: Fingerprint[] = [];
  for (const [source, stdin] of sources) files.push(...(await fingerprints(source, stdin)));
  return files;
}
