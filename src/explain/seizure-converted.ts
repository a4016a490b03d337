import type { Conversions } from '../analyses/converted-quantity.ts';
import type { SeizureRow } from '../analyses/seizures.ts';
import { sum } from '../math/exact.ts';
import type { SeizureGroup } from '../series/cases.ts';
import { windowValue } from '../series/window-value.ts';
import type { Told } from './derivation.ts';
import { PARTS, windowInput } from './input.ts';
import type { SeizedWithin } from './seized-within.ts';
import { digits, product, step, termList } from './step.ts';

const FACTORS = { converted_quantity: 'factor', converted_low: 'low', converted_high: 'high' } as const;

/** A quantity in another unit, or the sum of those of all units. */
export function seizureConverted(
  column: keyof typeof FACTORS,
  row: SeizureRow,
  within: SeizedWithin,
  conversions: Conversions,
): Told {
  const side = FACTORS[column];
  const found = row.converted;
  const value = found && { factor: found.value, low: found.low, high: found.high }[side];
  const parts = row.isTotal ? within.partsOf(row) : [row.group];
  const told = parts
    .map((part) => convertedPart(part, row, within, conversions, side))
    .filter(({ step }) => step.value !== null);
  const inputs = told.map(({ input }) => input);
  const facts = [...new Set(told.flatMap(({ fact }) => fact))];
  if (value === null) return { value, inputs, steps: [], missing: whyNoConversion(row, column, conversions), facts };
  const steps = told.map(({ step: one }) => one);
  if (row.isTotal) {
    const values = steps.map((one) => one.value ?? 0);
    steps.push(step(column, 'sum over the units', termList(values, ' + '), sum(values)));
  }
  return { value, inputs, steps, missing: null, facts };
}

function convertedPart(
  part: SeizureGroup,
  row: SeizureRow,
  { set }: SeizedWithin,
  conversions: Conversions,
  side: 'factor' | 'low' | 'high',
) {
  const { value } = windowValue(part.quantity, row.window);
  const role = row.isTotal ? `seized_quantity in ${part.unit}` : 'seized_quantity';
  const input = windowInput(role, { series: part.quantity, value, ledger: PARTS }, row.window, set, false);
  const found = conversions.convert(part.key.at(-1) ?? '', part.unit);
  const factor = found?.[side] ?? null;
  const name = row.isTotal ? `${part.unit} in ${conversions.unit}` : COLUMN_OF[side];
  const one = product(name, { name: role, value }, { name: `${conversions.unit} per ${part.unit}`, value: factor });
  const fact = found ? [found.scope ?? `${digits(found.factor)} ${conversions.unit} are 1 ${part.unit}, exactly`] : [];
  return { input, step: one, fact };
}

const COLUMN_OF = { factor: 'converted_quantity', low: 'converted_low', high: 'converted_high' } as const;

function whyNoConversion(row: SeizureRow, column: string, conversions: Conversions): string {
  if (row.converted?.how === 'none') return `nothing says how much ${conversions.unit} ${row.group.unit} are`;
  if (row.converted?.value === null) return 'there is no quantity';
  return `the source of the estimate gives no range (${column})`;
}
