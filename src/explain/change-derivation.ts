import type { ChangeRow, Parts } from '../analyses/change.ts';
import { changeSentence } from '../analyses/change-sentence.ts';
import type { ChangeOptions, WindowChange } from '../analyses/window-change.ts';
import { windowChange } from '../analyses/window-change.ts';
import { type Exact, subtract } from '../math/exact.ts';
import { lengthInDays, type Window } from '../period/index.ts';
import { valueAt } from '../series/series.ts';
import { comparison, level, none } from './comparison.ts';
import type { Derivation, Input, Told } from './derivation.ts';
import { PARTS, TOTALS, windowInput } from './input.ts';
import { quantityOf } from './quantity.ts';
import { difference, digits, quotient, step } from './step.ts';
import { whyNot } from './why-not.ts';

/** What a figure of a comparison is derived within. */
export interface Compared {
  readonly parts: Parts;
  readonly options: ChangeOptions;
  readonly rows: readonly ChangeRow[];
}

/** How a figure of `change` comes about, from its row; null for a column that it does not have. */
export function changeDerivation(
  column: string,
  row: ChangeRow,
  value: Exact | null,
  all: Compared,
): Derivation | null {
  const told = toldOf(column, row, value, all);
  return told && { ...told, sentence: changeSentence(row, all.rows, all.parts.set.cadence, all.options) };
}

function toldOf(column: string, row: ChangeRow, value: Exact | null, all: Compared): Told | null {
  const { options } = all;
  const current = inputOf('current', row, row.current.value, options.current, all);
  const base = inputOf('base', row, row.base.value, options.base, all);
  const yearBefore = options.yearBefore && row.year;
  switch (column) {
    case 'current':
      return level(quantityOf(current), noneOf(row.current));
    case 'base':
      return level(quantityOf(base), noneOf(row.base));
    case 'periods':
    case 'missing':
      return counted(column, value, current, row.current);
    case 'base_periods':
    case 'base_missing':
      return counted(column, value, base, row.base);
    case 'change':
    case 'relative_change':
      return comparison(column, quantityOf(current), quantityOf(base), {
        change: 'change',
        ratio: 'relative_change',
        of: row.change,
      });
    case 'year_before':
    case 'year_change':
    case 'year_relative_change': {
      if (!yearBefore || !options.yearBefore) return none(NO_YEAR);
      const before = inputOf('year_before', row, yearBefore.base.value, options.yearBefore, all);
      if (column === 'year_before') return level(quantityOf(before), noneOf(yearBefore.base));
      const names = { change: 'year_change', ratio: 'year_relative_change' };
      return comparison(column, quantityOf(current), quantityOf(before), { ...names, of: yearBefore.change });
    }
    case 'ratio_low':
    case 'ratio_high':
    case 'p_value':
    case 'dispersion':
      return estimated(column, [base, current], row, value, all);
    case 'contribution':
    case 'rank':
      return contributed(column, [base, current], row, value, all);
    default:
      return null;
  }
}

const NO_YEAR = 'the base is the same window a year before already, or there is no such window';

const inputOf = (
  role: string,
  row: ChangeRow,
  value: Exact | null,
  window: Window,
  { parts, options }: Compared,
): Input => {
  const of = { series: row.series, value, ledger: row.isTotal ? TOTALS : PARTS };
  return windowInput(role, of, window, parts.set, options.perDay);
};

const noneOf = ({ missing, periods }: WindowChange['base']): string => `${missing} of ${periods} periods have no value`;

function counted(column: string, value: Exact | null, input: Input, { flags }: WindowChange['base']): Told {
  const words = column.endsWith('missing') ? 'number of periods without a value' : 'number of periods of the window';
  const flagged = flags.length > 0 ? `${words} (flags: ${flags.join(', ')})` : words;
  return { value, inputs: [input], steps: [step(column, flagged, '', value)], missing: null };
}

/** An interval: the counts of each period, from which the method makes it. */
function estimated(
  column: string,
  [base, current]: readonly [Input, Input],
  row: ChangeRow,
  value: Exact | null,
  { parts, options }: Compared,
): Told {
  const inputs = [current, base];
  const { interval } = row;
  if (!interval) return { value, inputs, steps: [], missing: noInterval(row, options) };
  const { cadence } = parts.set;
  const list = ({ series, window, role }: Input) => {
    const ordinals = Array.from({ length: window.last - window.first + 1 }, (_, i) => window.first + i);
    const exposure = options.perDay ? `, of ${ordinals.map((at) => lengthInDays(at, cadence)).join('; ')} days` : '';
    return `${role} ${ordinals.map((at) => digits(valueAt(series, at))).join('; ')}${exposure}`;
  };
  const level = `confidence ${options.confidence}`;
  const words = `${interval.method}(${list(current)} | ${list(base)} | ${level})`;
  const missing = value === null ? `${interval.method} gives none (${interval.status})` : null;
  return { value, inputs, steps: [step(column, words, '', value)], missing };
}

function noInterval({ series, change }: ChangeRow, { interval }: ChangeOptions): string {
  if (interval === 'none') return '--interval none leaves it out';
  if (series.measure.kind !== 'count') return `${series.measure.name} is no count, which intervals are about`;
  return whyNot(change.status) ?? 'a period of the windows has no count for its whole length';
}

/** What a part adds to the change of its total, in parts of the total's base. */
function contributed(
  column: string,
  [base, current]: readonly [Input, Input],
  row: ChangeRow,
  value: Exact | null,
  all: Compared,
): Told {
  const { parts, options, rows } = all;
  if (row.isTotal && column === 'contribution')
    return comparison(column, quantityOf(current), quantityOf(base), {
      change: 'change',
      ratio: 'contribution',
      of: row.change,
    });
  const total = parts.totalOf(row.series);
  if (!total || row.isTotal)
    return { value, inputs: [], steps: [], missing: row.isTotal ? 'a total has no rank' : NO_TOTAL };
  const whole = windowChange(total, options, parts.set.cadence, { ...options, interval: 'none' });
  const of = windowInput(
    'total_base',
    { series: total, value: whole.base.value, ledger: TOTALS },
    options.base,
    parts.set,
    options.perDay,
  );
  const inputs = [current, base, of];
  if (row.contribution === null) return { value, inputs, steps: [], missing: whyNot(whole.change.status) ?? NO_TOTAL };
  const amount = subtract(current.value ?? 0, base.value ?? 0);
  const zero = (input: Input) => ({ name: input.role, value: input.value ?? 0 });
  const steps = [
    difference('change', zero(current), zero(base)),
    quotient('contribution', { name: 'change', value: amount }, { name: 'total_base', value: of.value }),
  ];
  const others = rows.filter((one) => !one.isTotal && one.rank !== null && parts.totalOf(one.series) === total).length;
  const words = `place by size of the contribution, whatever its sign, among ${others} parts`;
  if (column === 'rank') steps.push(step('rank', words, '', value));
  return { value, inputs, steps, missing: null };
}

const NO_TOTAL = 'there is no total of several parts, or its base is not above zero';
