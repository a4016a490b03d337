import type { Announced, Share } from '../analyses/spread.ts';
import { divide, type Exact, multiply, sum } from '../math/exact.ts';
import type { Derivation, Step } from './derivation.ts';
import { digits, quotient, step, termList } from './step.ts';

/** How a figure of an announced sum comes about, from its words alone; null for a column that it does not have. */
export function spreadDerivation(
  column: string,
  at: number,
  shares: readonly Share[],
  { amount, months, unit }: Announced,
): Derivation | null {
  const share = shares[at];
  if (!share) return null;
  const told = (steps: readonly Step[]): Derivation => ({
    value: steps[steps.length - 1]?.value ?? null,
    inputs: [],
    steps,
    missing: null,
    sentence: [`${digits(amount)} ${unit} over ${months} months, of which ${share.months} fall in ${share.period}`],
    facts: ['the sum and the months are those of the announcement; no file is read'],
  });
  const value = shareStep(share, amount, months);
  if (column === 'months') return told([step('months', 'months of the sum that fall in the period', '', share.months)]);
  if (column === 'value') return told([value]);
  if (column === 'share_of_total')
    return told([value, quotient('share_of_total', value, { name: 'sum', value: amount })]);
  if (column !== 'cumulative') return null;
  const due = shares.slice(0, at + 1).map((one) => one.value);
  return told([step('cumulative', 'sum of the values up to this period', termList(due, ' + '), sum(due))]);
}

function shareStep(share: Share, amount: Exact, months: number): Step {
  const numbers = `${digits(amount)} * ${share.months} / ${months}`;
  return step('value', 'sum * months / all months', numbers, divide(multiply(amount, share.months), months));
}
