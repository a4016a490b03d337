import { negate, sign } from '../math/exact.ts';
import { type Cadence, periodText, type Window, windowText } from '../period/index.ts';
import type { Figure, Sentence } from '../report/report.ts';
import { unitWords } from '../units/unit-words.ts';
import type { Change } from './change-between.ts';
import { largestShare, type SeizureRow } from './seizures.ts';
import type { SeizureWords } from './seizures-table.ts';

type Words = (string | Figure)[];

/** One window of one group in words: how many cases and how much, what changed, and how far one case makes the change. */
export function seizureSentence(row: SeizureRow, words: SeizureWords): Sentence {
  const { group, current, window, base } = row;
  const name = [...group.key, row.isTotal ? 'all units together' : ''].filter((part) => part !== '').join(', ');
  const start = name === '' ? '' : `${name}: `;
  const at = windowName(window, words);
  if (current.quantity.value === null && current.cases.value === null) return [`${start}no value in ${at}`];
  const compared = base ? windowName(base, words) : '';
  return [start, ...amounts(row), ` in ${at}`, ...changed(row, compared), ...effects(row), ...largest(row, words)];
}

const windowName = (window: Window, { windows, cadence }: { windows: boolean; cadence: Cadence }): string =>
  windows ? windowText(window, cadence) : periodText(window.first, cadence);

/** `12 cases, 3,400 tablets`. */
function amounts({ group, current }: SeizureRow): Words {
  const { cases, quantity } = current;
  const number: Words =
    cases.value === null ? [] : [{ value: cases.value, kind: 'quantity' }, cases.value === 1 ? ' case' : ' cases'];
  if (quantity.value === null) return [...number, ' without a quantity'];
  const unit = quantity.value === 1 ? group.unit : unitWords(group.unit);
  return [...number, ...(number.length > 0 ? [', '] : []), { value: quantity.value, kind: 'quantity' }, ` ${unit}`];
}

function changed({ before, change }: SeizureRow, base: string): Words {
  const { cases, quantity } = change;
  if (quantity.status === 'no-earlier-period' || quantity.status === 'no-counterpart') return [];
  if (quantity.difference === null) return [`; not compared with ${base}: ${because(quantity)}`];
  const words: Words = ['; quantity ', ...moved(quantity)];
  const from = before?.quantity.value;
  if (from != null) words.push(' from ', { value: from, kind: 'quantity' }, ` in ${base}`);
  const casesFrom = before?.cases.value;
  if (cases.difference === null || casesFrom == null) return words;
  return [...words, ', cases ', ...moved(cases), ' from ', { value: casesFrom, kind: 'quantity' }];
}

function because({ status }: Change): string {
  if (status === 'break') return 'a break in the series lies between';
  if (status === 'unequal-periods') return 'it is of another length';
  if (status === 'missing' || status === 'base-missing') return 'one of them has no value';
  return 'one of them is only part covered';
}

function moved({ difference, ratio }: Change): Words {
  const value = difference ?? 0;
  if (sign(value) === 0) return ['unchanged'];
  const direction = sign(value) > 0 ? 'up ' : 'down ';
  if (ratio === null) return [direction, 'by ', { value: sign(value) < 0 ? negate(value) : value, kind: 'quantity' }];
  return [direction, { value: ratio, kind: 'ratio' }, ' (', { value, kind: 'difference' }, ')'];
}

function effects({ change: { effects: found } }: SeizureRow): Words {
  if (!found) return [];
  return [
    ': ',
    { value: found.number, kind: 'difference' },
    ' by the number of cases, ',
    { value: found.size, kind: 'difference' },
    ' by their size',
  ];
}

/** Which case is the largest, and what is left of the change without the largest of both windows. */
function largest({ current, change }: SeizureRow, { placeOf, windows }: SeizureWords): Words {
  const found = current.sizes?.largest;
  const share = largestShare(current);
  if (!found || share === null || current.cases.value === 1) return [];
  const words: Words = [
    '; the largest case, ',
    { value: found.value, kind: 'quantity' },
    ' (',
    placeOf(found),
    '), is ',
    { value: share, kind: 'share' },
    ' of the quantity',
  ];
  const without = change.withoutLargest;
  if (!without || without.difference === null || change.quantity.difference === null) return words;
  return [
    ...words,
    `; without the largest case of both ${windows ? 'windows' : 'periods'} the quantity is `,
    ...moved(without),
  ];
}
