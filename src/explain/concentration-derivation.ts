import { type ConcentrationPlace, concentration } from '../analyses/concentration.ts';
import { divide, type Exact, multiply, sign, sum } from '../math/exact.ts';
import { counted } from '../note.ts';
import { periodText } from '../period/index.ts';
import type { Series } from '../series/series.ts';
import { level } from './comparison.ts';
import type { Derivation, Told } from './derivation.ts';
import { derived, madeOf, type Quantity } from './quantity.ts';
import { digits, quotient, step, textList } from './step.ts';
import { flowQuantity, type TradeOrigins } from './trade-quantity.ts';

/** How a figure of how concentrated a flow is comes about; null for a column that it does not have. */
export function concentrationDerivation(
  column: string,
  place: ConcentrationPlace,
  within: TradeOrigins,
): Derivation | null {
  const { total, parts, ordinal } = place;
  const { set } = within;
  const found = concentration(parts, ordinal);
  const text = `${total.measure.name} in ${periodText(ordinal, set.cadence)}: shared by ${counted(found?.parts ?? 0, 'part')}`;
  const told =
    column === 'value' ? level(flowQuantity('value', total, ordinal, within)) : toldOf(column, place, within);
  if (!told) return null;
  const missing = told.value === null ? 'no part has a value, or one is below zero' : null;
  return { ...told, missing, sentence: [text] };
}

function toldOf(column: string, { parts, ordinal }: ConcentrationPlace, within: TradeOrigins): Told | null {
  const found = concentration(parts, ordinal);
  const nameOf = ({ key }: Series) => key.slice(within.set.apart).join(', ');
  const all = parts
    .map((part) => flowQuantity(nameOf(part), part, ordinal, within))
    .filter(({ value }) => value !== null && sign(value) !== 0);
  const about = { ...madeOf(all), missing: null };
  if (column === 'part_count') {
    const line = step('part_count', 'number of parts whose value is not zero', '', found?.parts ?? 0);
    return { ...about, value: found?.parts ?? 0, steps: [...about.steps, line] };
  }
  if (!found) return FIGURES.includes(column) ? { ...about, value: null, steps: [] } : null;
  const values = all.map(({ value }) => value ?? 0);
  const whole = derived(step('sum of the parts', '', textList(values.map(digits), ' + '), sum(values)), all);
  if (column === 'largest_share') {
    const largest = all.find(({ name }) => name === nameOf(found.largest)) as Quantity;
    return { ...derived(quotient('largest_share', largest, whole), [whole]), missing: null };
  }
  const hhi = derived(squares(values, whole.value ?? 1), [whole]);
  if (column === 'hhi') return { ...hhi, missing: null };
  if (column !== 'equal_parts') return null;
  return { ...derived(quotient('equal_parts', { name: '1', value: 1 }, hhi), [hhi]), missing: null };
}

const FIGURES = ['hhi', 'equal_parts', 'largest_share'];

function squares(values: readonly Exact[], whole: Exact) {
  const terms = values.map((value) => `${digits(value)} * ${digits(value)}`);
  const numbers = `(${textList(terms, ' + ')}) / (${digits(whole)} * ${digits(whole)})`;
  const made = divide(sum(values.map((value) => multiply(value, value))), multiply(whole, whole));
  return step('hhi', 'sum of the squares of the parts / square of their sum', numbers, made);
}
