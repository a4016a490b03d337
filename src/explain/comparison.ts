import type { Change } from '../analyses/change-between.ts';
import type { Input, Step, Told } from './derivation.ts';
import { difference, quotient } from './step.ts';
import { whyNot } from './why-not.ts';

/** What the change of a comparison is called, its ratio, and why there is none where there is none. */
interface Compared {
  readonly change: string;
  readonly ratio: string;
  readonly of: Change;
}

/** A change from one value to another, or the ratio that it makes; every command that compares has it from here. */
export function comparison(column: string, to: Input, from: Input | null, { change, ratio, of }: Compared): Told {
  const value = column === change ? of.difference : of.ratio;
  const inputs = from ? [to, from] : [to];
  const told = { value, inputs, missing: value === null ? whyNot(of.status) : null };
  if (of.difference === null || !from) return { ...told, steps: [] };
  const [now, base] = [to, from].map(({ role, value: one }) => ({ name: role, value: one })) as [Named, Named];
  const steps: Step[] = [difference(change, now, base)];
  if (column === ratio && of.ratio !== null) steps.push(quotient(ratio, { name: change, value: of.difference }, base));
  return { ...told, steps };
}

type Named = Parameters<typeof difference>[1];

/** A figure that is one value. */
export const level = (input: Input, missing: string | null = null): Told => ({
  value: input.value,
  inputs: [input],
  steps: [],
  missing: input.value === null ? missing : null,
});

/** No figure, and no record to show for it. */
export const none = (missing: string): Told => ({ value: null, inputs: [], steps: [], missing });
