import type { Exact } from '../math/exact.ts';
import type { Input, Step } from './derivation.ts';

/** A named value that figures are made of, with what it is made of itself. */
export interface Quantity {
  readonly name: string;
  readonly value: Exact | null;
  readonly inputs: readonly Input[];
  readonly steps: readonly Step[];
  readonly facts: readonly string[];
}

/** A quantity that is what its records come to. */
export const quantityOf = (input: Input): Quantity => ({
  name: input.role,
  value: input.value,
  inputs: [input],
  steps: [],
  facts: [],
});

/** What some quantities rest on, in their order; what several rest on, such as the rate of a month, once. */
export const madeOf = (all: readonly Quantity[]): Pick<Quantity, 'inputs' | 'steps' | 'facts'> => ({
  inputs: once(
    all.flatMap(({ inputs }) => inputs),
    inputId,
  ),
  steps: once(
    all.flatMap(({ steps }) => steps),
    ({ formula }) => formula,
  ),
  facts: [...new Set(all.flatMap(({ facts }) => facts))],
});

function once<T>(all: readonly T[], idOf: (one: T) => string): T[] {
  const byId = new Map<string, T>();
  for (const one of all) if (!byId.has(idOf(one))) byId.set(idOf(one), one);
  return [...byId.values()];
}

const inputId = ({ role, ledger, window, series: { key, measure } }: Input): string =>
  JSON.stringify([role, ledger, window, key, measure.name, measure.unit]);

/** A quantity that a line of arithmetic makes of others. */
export const derived = (step: Step, of: readonly Quantity[]): Quantity => {
  const { inputs, steps, facts } = madeOf(of);
  return { name: step.name, value: step.value, inputs, steps: step.value === null ? steps : [...steps, step], facts };
};
