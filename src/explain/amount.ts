import { add, compare, divide, type Exact, multiply, plainText } from '../math/exact.ts';
import { counted } from '../note.ts';
import { emptyCell, merge, statisticOf } from '../series/cell.ts';
import type { Statistic } from '../series/series.ts';
import type { TallyBehind } from '../series/tallies-behind.ts';
import type { Input, Step } from './derivation.ts';
import type { Behind } from './explained.ts';
import { digits, operand, step, textList } from './step.ts';

/** What some tallies amount to; null where none of their records has a value. */
function amountOf(behind: readonly TallyBehind[], statistic: Statistic): Exact | null {
  const cell = emptyCell();
  for (const { measured } of behind) merge(cell, measured);
  return statisticOf(cell, statistic);
}

/**
 * The arithmetic from the tallies behind an input to its value.
 *
 * Throws RangeError where it does not give the value that the table shows: that is a bug, not data.
 */
export function inputStep(input: Input, behind: readonly Behind[]): Step {
  const { role, value, days, scaled, series } = input;
  const { statistic } = series.measure;
  const part = scaled ? behind.filter(({ period }) => period === scaled.ordinal) : [];
  const rest = scaled ? behind.filter(({ period }) => period !== scaled.ordinal) : behind;
  const whole = amountOf(rest, statistic);
  const partial = amountOf(part, statistic);
  const taken = scaled && partial !== null ? divide(multiply(partial, scaled.days), scaled.covered) : null;
  const sum = whole === null || taken === null ? (whole ?? taken) : add(whole, taken);
  const made = sum !== null && days !== null ? divide(sum, days) : sum;
  checkSame(input, made);
  if (value === null) return step(role, 'no value', '', null);
  if (made === null) return step(role, 'no record, which means zero', '', value);
  const over = days === null ? '' : ` / ${counted(days, 'day')}`;
  const records = behind.reduce((all, { measured }) => all + measured.values, 0);
  const words = `${STATISTICS[statistic]} ${series.measure.name} in ${counted(records, 'record')}${over}`;
  const numbers = [
    ...(whole === null ? [] : [wholeText(whole, rest, statistic)]),
    ...(scaled && partial !== null ? [`${operand(partial)} * ${scaled.days} / ${scaled.covered} days`] : []),
  ].join(' + ');
  return step(role, words, days === null ? numbers : `${scaled ? `(${numbers})` : numbers} / ${days}`, value);
}

const STATISTICS: Readonly<Record<Statistic, string>> = {
  sum: 'sum of',
  count: 'number of',
  mean: 'mean of',
  min: 'smallest',
  max: 'largest',
};

/** A sum over several units shows what they are multiplied with: `4,000,000 + 1.5 * 1,000`. */
function wholeText(whole: Exact, behind: readonly Behind[], statistic: Statistic): string {
  if (statistic === 'mean') return quotientOf(behind);
  const factors = [...new Map(behind.map(({ factor }) => [plainText(factor), factor])).values()];
  if (statistic !== 'sum' || factors.every((factor) => compare(factor, 1) === 0)) return digits(whole);
  const terms = factors.map((factor) => {
    const alike = behind.filter((one) => compare(one.factor, factor) === 0);
    const written = divide(amountOf(alike, 'sum') ?? 0, factor);
    return compare(factor, 1) === 0 ? operand(written) : `${operand(written)} * ${digits(factor)}`;
  });
  return textList(terms, ' + ');
}

function quotientOf(behind: readonly TallyBehind[]): string {
  const cell = emptyCell();
  for (const { measured } of behind) merge(cell, measured);
  return `${digits(cell.sum)} / ${digits(cell.values)}`;
}

/** A period without a record may count as zero. */
function checkSame({ role, value }: Input, made: Exact | null): void {
  const same = value === null || made === null ? (value ?? 0) === (made ?? 0) : compare(value, made) === 0;
  if (!same) throw new RangeError(`explain: the records behind ${role} do not give its value`);
}
