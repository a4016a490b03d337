import type { SeizureWindow } from '../analyses/seizure-change.ts';
import { largestShare, type SeizureRow } from '../analyses/seizures.ts';
import { compare, type Exact } from '../math/exact.ts';
import type { Window } from '../period/index.ts';
import { sortedCases } from './case-list.ts';
import type { Input, Step, Told } from './derivation.ts';
import type { SeizedWithin } from './seized-within.ts';
import { difference, digits, quotient, step, termList } from './step.ts';
import { whyNot } from './why-not.ts';

const SUMS = 'the records are sums of cases, whose sizes are not known';

/** The middle of the cases in the order of their size, by which rank they have. */
export function medianOf(
  column: string,
  { group }: SeizureRow,
  of: SeizureWindow | null,
  window: Window | null,
  input: Input | null,
): Told {
  const inputs = input ? [input] : [];
  const median = of?.sizes?.median ?? null;
  if (!window || median === null)
    return { value: null, inputs, steps: [], missing: of && !of.sizes ? SUMS : 'no case has a size' };
  const sizes = sortedCases(group.list, window);
  const ranks = [Math.floor((sizes.length - 1) / 2), Math.floor(sizes.length / 2)] as const;
  const [low, high] = ranks.map((rank) => sizes[rank] ?? 0) as [Exact, Exact];
  const place = ranks[0] === ranks[1] ? `number ${ranks[0] + 1}` : `numbers ${ranks[0] + 1} and ${ranks[1] + 1}`;
  const words = `${place} of ${sizes.length} cases by size (${termList(sizes, '; ')})`;
  const numbers = ranks[0] === ranks[1] ? digits(low) : `(${digits(low)} + ${digits(high)}) / 2`;
  return { value: median, inputs, steps: [step(column, words, numbers, median)], missing: null };
}

export function largestOf(
  column: string,
  { group }: SeizureRow,
  of: SeizureWindow | null,
  { words: { placeOf } }: SeizedWithin,
  input: Input | null,
): Told {
  const inputs = input ? [input] : [];
  const largest = of?.sizes?.largest ?? null;
  if (!largest || !input)
    return { value: null, inputs, steps: [], missing: of && !of.sizes ? SUMS : 'no case has a size' };
  const sizes = sortedCases(group.list, input.window);
  const words = `the largest of ${sizes.length} cases (${termList(sizes, '; ')})`;
  const facts = [`the largest case is at ${placeOf(largest)}`];
  return { value: largest.value, inputs, steps: [step(column, words, '', largest.value)], missing: null, facts };
}

export function shareOf(row: SeizureRow, within: SeizedWithin, input: Input): Told {
  const largest = largestOf('largest_case', row, row.current, within, input);
  const value = largestShare(row.current);
  if (value === null)
    return { ...largest, value, steps: [], missing: largest.missing ?? 'the quantity is not above zero' };
  const top = { name: 'largest_case', value: largest.value };
  const steps = [...largest.steps, quotient('largest_case_share', top, { name: input.role, value: input.value })];
  return { ...largest, value, steps };
}

/** The change once the larger of the two largest cases is left out. */
export function withoutLargest(
  column: string,
  { current, before, change }: SeizureRow,
  inputs: readonly [Input, Input | null],
): Told {
  const of = change.withoutLargest;
  const value = (column === 'without_largest_change' ? of?.difference : of?.ratio) ?? null;
  const [to, from] = inputs;
  const all = from ? [to, from] : [to];
  if (!of || of.difference === null || !from)
    return { value: null, inputs: all, steps: [], missing: of ? whyNot(of.status) : SUMS };
  const [now, then] = [current.sizes?.largest?.value ?? null, before?.sizes?.largest?.value ?? null];
  const isCurrent = now !== null && (then === null || compare(now, then) >= 0);
  const left = isCurrent ? to : from;
  const largest = isCurrent ? now : then;
  const steps: Step[] = [];
  const rest = `${left.role} without its largest case`;
  if (largest !== null)
    steps.push(difference(rest, { name: left.role, value: left.value }, { name: 'largest case', value: largest }));
  const term = (input: Input) =>
    input === left && steps[0] ? { name: rest, value: steps[0].value } : { name: input.role, value: input.value };
  steps.push(difference('without_largest_change', term(to), term(from)));
  if (column !== 'without_largest_change' && value !== null)
    steps.push(quotient(column, { name: 'without_largest_change', value: of.difference }, term(from)));
  return { value, inputs: all, steps, missing: value === null ? whyNot(of.status) : null };
}
