import type { Change } from '../analyses/change-between.ts';
import type { Told } from './derivation.ts';
import { madeOf, type Quantity } from './quantity.ts';
import { difference, quotient } from './step.ts';
import { whyNot } from './why-not.ts';

/** What the change of a comparison is called, its ratio, and why there is none where there is none. */
interface Compared {
  readonly change: string;
  readonly ratio: string;
  readonly of: Change;
}

/** A change from one value to another, or the ratio that it makes; every command that compares has it from here. */
export function comparison(column: string, to: Quantity, from: Quantity | null, { change, ratio, of }: Compared): Told {
  const value = column === change ? of.difference : of.ratio;
  const { inputs, steps, facts } = madeOf(from ? [to, from] : [to]);
  const told = { value, inputs, facts, missing: value === null ? whyNot(of.status) : null };
  if (of.difference === null || !from) return { ...told, steps: [] };
  const lines = [...steps, difference(change, to, from)];
  if (column === ratio && of.ratio !== null) lines.push(quotient(ratio, { name: change, value: of.difference }, from));
  return { ...told, steps: lines };
}

/** A figure that is one value. */
export const level = (quantity: Quantity, missing: string | null = null): Told => ({
  ...madeOf([quantity]),
  value: quantity.value,
  missing: quantity.value === null ? missing : null,
});

/** No figure, and no record to show for it. */
export const none = (missing: string): Told => ({ value: null, inputs: [], steps: [], missing });
