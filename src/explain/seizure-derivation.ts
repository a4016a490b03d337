import { seizureSentence } from '../analyses/seizure-sentence.ts';
import type { SeizureRow } from '../analyses/seizures.ts';
import { comparison, level, none } from './comparison.ts';
import type { Derivation, Input, Told } from './derivation.ts';
import { PARTS, TOTALS, windowInput } from './input.ts';
import { type Quantity, quantityOf } from './quantity.ts';
import type { SeizedWithin } from './seized-within.ts';
import { seizureConverted } from './seizure-converted.ts';
import { seizureEffects } from './seizure-effects.ts';
import { largestOf, medianOf, shareOf, withoutLargest } from './seizure-sizes.ts';
import { whyNot } from './why-not.ts';

type Of = 'cases' | 'quantity';

/** The columns that are the value of one window. */
const LEVELS: Readonly<Record<string, readonly [of: Of, at: 'current' | 'before']>> = {
  case_count: ['cases', 'current'],
  base_case_count: ['cases', 'before'],
  seized_quantity: ['quantity', 'current'],
  base_seized_quantity: ['quantity', 'before'],
};

const ROLES = {
  cases: { current: 'case_count', before: 'base_case_count' },
  quantity: { current: 'seized_quantity', before: 'base_seized_quantity' },
} as const;

/** The columns that compare two windows, with what they call the change and its ratio. */
const CHANGES: Readonly<Record<string, readonly [of: Of, change: string, ratio: string]>> = {
  case_change: ['cases', 'case_change', 'case_relative_change'],
  case_relative_change: ['cases', 'case_change', 'case_relative_change'],
  quantity_change: ['quantity', 'quantity_change', 'quantity_relative_change'],
  quantity_relative_change: ['quantity', 'quantity_change', 'quantity_relative_change'],
};

/** How a figure of `seizures` comes about; null for a column that it does not have. */
export function seizureDerivation(column: string, row: SeizureRow, within: SeizedWithin): Derivation | null {
  const told = toldOf(column, row, within);
  return told && { ...told, sentence: seizureSentence(row, within.words) };
}

function toldOf(column: string, row: SeizureRow, within: SeizedWithin): Told | null {
  const inputOf = (of: Of, at: 'current' | 'before'): Input | null => seizedInput(of, at, row, within);
  const levels = LEVELS[column];
  if (levels) return levelOf(inputOf(...levels), row);
  const changes = CHANGES[column];
  if (changes) {
    const [of, change, ratio] = changes;
    return comparison(column, quantityOf(inputOf(of, 'current') as Input), asQuantity(inputOf(of, 'before')), {
      change,
      ratio,
      of: row.change[of],
    });
  }
  switch (column) {
    case 'median_case':
      return medianOf(column, row, row.current, row.window, inputOf('quantity', 'current'));
    case 'base_median_case':
      return medianOf(column, row, row.before, row.base, inputOf('quantity', 'before'));
    case 'largest_case':
      return largestOf(column, row, row.current, within, inputOf('quantity', 'current'));
    case 'base_largest_case':
      return largestOf(column, row, row.before, within, inputOf('quantity', 'before'));
    case 'largest_case_share':
      return shareOf(row, within, inputOf('quantity', 'current') as Input);
    case 'without_largest_change':
    case 'without_largest_relative_change':
      return withoutLargest(column, row, [inputOf('quantity', 'current') as Input, inputOf('quantity', 'before')]);
    case 'number_effect':
    case 'size_effect':
      return seizureEffects(column, row.change, [
        inputOf('cases', 'current'),
        inputOf('cases', 'before'),
        inputOf('quantity', 'current'),
        inputOf('quantity', 'before'),
      ]);
    case 'converted_quantity':
    case 'converted_low':
    case 'converted_high':
      return within.conversions && seizureConverted(column, row, within, within.conversions);
    default:
      return null;
  }
}

function seizedInput(
  of: Of,
  at: 'current' | 'before',
  { group, isTotal, window, base, current, before }: SeizureRow,
  { set }: SeizedWithin,
): Input | null {
  const [own, found] = at === 'current' ? [window, current] : [base, before];
  if (!own || !found) return null;
  const value = found[of].value;
  return windowInput(ROLES[of][at], { series: group[of], value, ledger: isTotal ? TOTALS : PARTS }, own, set, false);
}

function levelOf(input: Input | null, { change }: SeizureRow): Told {
  if (!input) return none(whyNot(change.quantity.status) ?? 'there is no such window');
  return level(quantityOf(input), 'the records of the window have no value, or there is none');
}

const asQuantity = (input: Input | null): Quantity | null => input && quantityOf(input);
