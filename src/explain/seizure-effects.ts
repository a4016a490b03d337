import type { SeizureChange } from '../analyses/seizure-change.ts';
import { add, type Exact } from '../math/exact.ts';
import type { Input, Step, Told } from './derivation.ts';
import { difference, product, quotient } from './step.ts';
import { whyNot } from './why-not.ts';

/** What the number of cases made of a change in quantity, and what their mean size. */
export function seizureEffects(
  column: string,
  { effects: found, quantity }: SeizureChange,
  given: readonly (Input | null)[],
): Told {
  const inputs = given.filter((input) => input !== null);
  if (!found) {
    const why = whyNot(quantity.status) ?? 'one of the windows has no case, and so no mean size';
    return { value: null, inputs, steps: [], missing: why };
  }
  const [number1, number0, total1, total0] = inputs.map(
    ({ role, value }): Term => ({ name: role, value: value ?? 0 }),
  ) as Terms;
  const size1 = quotient('mean size', total1, number1);
  const size0 = quotient('mean size before', total0, number0);
  const of = (one: Step) => ({ name: one.name, value: one.value ?? 0 });
  const isNumber = column === 'number_effect';
  const more = isNumber ? difference('more cases', number1, number0) : difference('larger cases', of(size1), of(size0));
  const [x, y] = isNumber ? [of(size0), of(size1)] : [number0, number1];
  const both = { name: `(${x.name} + ${y.name})`, value: add(x.value, y.value) };
  const mean = quotient('mean of both', both, { name: '2', value: 2 });
  const steps = [size1, size0, more, mean, product(column, of(more), of(mean))];
  return { value: isNumber ? found.number : found.size, inputs, steps, missing: null };
}

type Term = { readonly name: string; readonly value: Exact };
type Terms = [Term, Term, Term, Term];
