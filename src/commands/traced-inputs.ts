import type { Tally } from '../engine/engine.ts';
import { inputStep } from '../explain/amount.ts';
import type { Input } from '../explain/derivation.ts';
import type { Behind, TracedInput } from '../explain/explained.ts';
import { factorBetween, type Ledger, measureOf, type OpenLedger, openLedger } from './ledger.ts';
import type { Tallied } from './read-series.ts';
import { recordsBehind } from './records-behind.ts';

/** An input with the ledger that it was found in, and the measure of the question that is read. */
export interface Traced extends TracedInput {
  readonly ledger: OpenLedger;
  readonly at: number | null;
}

/** Finds the tallies behind each input of a figure, and reads the sources again for their records. */
export async function tracedInputs(
  inputs: readonly Input[],
  opened: (name: string) => OpenLedger,
  rows: boolean,
): Promise<Traced[]> {
  const behind = inputs.map((input) => behindInput(input, opened));
  const sources = [...new Set(behind.map(({ ledger }) => ledger.tallied.source))];
  const groups = new Map<string, Omit<Traced, 'found'>[]>();
  for (const one of behind) {
    const id = `${sources.indexOf(one.ledger.tallied.source)} ${one.at}`;
    const group = groups.get(id);
    if (group) group.push(one);
    else groups.set(id, [one]);
  }
  const found = new Map<unknown, Awaited<ReturnType<typeof recordsBehind>>>();
  for (const group of groups.values()) {
    const records = await recordsOf(group, rows);
    for (const one of group) found.set(one, records);
  }
  return behind.map((one) => {
    const records = found.get(one);
    return { ...one, found: new Map(one.behind.map(({ tally }) => [tally, records?.get(tally) ?? []])) };
  });
}

/** The records behind inputs of one measure of one source, which is read once for all of them. */
function recordsOf(group: readonly Omit<Traced, 'found'>[], rows: boolean) {
  const [first] = group as [Omit<Traced, 'found'>];
  const { source, plan, counting } = first.ledger.tallied;
  const tallies = new Set(group.flatMap(({ behind }) => behind.map(({ tally }) => tally)));
  return recordsBehind(source, plan.question, { tallies, measure: first.at, rows, counting });
}

/** Opens each ledger once. An engine may make a tally anew each time it is asked for; here each must stay the same one. */
export function openedLedgers(ledgers: Readonly<Record<string, Ledger>>): (name: string) => OpenLedger {
  const settled = new Map<Tallied['result'], readonly Tally[]>();
  const opened = new Map<string, OpenLedger>();
  return (name) => {
    const ledger = ledgers[name];
    if (!ledger) throw new RangeError(`explain: there is no ledger ${name}`);
    const { result } = ledger.tallied;
    const tallies = settled.get(result) ?? [...result.tallies];
    settled.set(result, tallies);
    const open = opened.get(name) ?? openLedger(ledger, tallies);
    opened.set(name, open);
    return open;
  };
}

function behindInput(input: Input, opened: (name: string) => OpenLedger): Omit<Traced, 'found'> {
  const ledger = opened(input.ledger);
  const { tallied, sorted } = ledger;
  const at = measureOf(ledger, input.series.measure.name);
  const behind = ledger.behind(input).map((one): Behind => {
    const { tally, place } = ledger.originalOf(one.tally);
    const raw = at === null ? tally.records : (tally.measures[at]?.sum ?? 0);
    const remark = tallied.beyond?.remark(place) ?? null;
    return { ...one, tally, factor: factorBetween(raw, one.measured.sum), remark };
  });
  const keys = tallied.plan.question.keys.map(({ column }) => tallied.source.header[column] ?? '@file');
  const { source, target } = sorted;
  return { input, behind, step: inputStep(input, behind), source, target, keys, ledger, at };
}
