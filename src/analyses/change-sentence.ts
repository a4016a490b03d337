import { approximate, type Exact, multiply, negate, plainText, sign, subtract } from '../math/exact.ts';
import { type Cadence, windowText } from '../period/index.ts';
import type { Figure, Sentence } from '../report/report.ts';
import type { ChangeRow } from './change.ts';
import { EVIDENCE, evidenceOf } from './evidence.ts';
import { seriesName } from './row-key.ts';
import type { ChangeOptions } from './window-change.ts';

type Words = (string | Figure)[];

/** A comparison in words: both windows, base and current, what was recorded, and what it is evidence of. */
export function changeSentence(
  row: ChangeRow,
  all: readonly ChangeRow[],
  cadence: Cadence,
  options: ChangeOptions,
): Sentence {
  const { current, base, change } = row;
  const start = seriesName(
    row.key,
    row.series,
    all.map(({ series }) => series),
  );
  const [now, before] = [options.current, options.base].map((window) => windowText(window, cadence));
  if (current.value === null) return [`${start}no value in ${now}`];
  const words: Words = [start, quantity(current.value), ` ${row.unit} in ${now}, `];
  if (base.value === null) return [...words, `no value in ${before} to compare with`];
  if (change.difference === null)
    return [...words, 'not compared with ', quantity(base.value), ` in ${before}: ${because(row)}`];
  return [
    ...words,
    ...moved(row),
    ' from ',
    quantity(base.value),
    ` in ${before}`,
    ...evidence(row, options.confidence),
    ...yearEarlier(row),
  ];
}

const quantity = (value: Exact): Figure => ({ value, kind: 'quantity' });

function because({ change }: ChangeRow): string {
  if (change.status === 'break') return 'a break in the series lies between';
  return change.status === 'part' ? 'the current window is only part covered' : 'the base window is only part covered';
}

function moved({ change: { difference, ratio, status } }: ChangeRow): Words {
  const value = difference ?? 0;
  if (sign(value) === 0) return ['unchanged'];
  const direction = sign(value) > 0 ? 'up ' : 'down ';
  if (status === 'points') return [direction, { value, kind: 'points' }];
  if (ratio === null) return [direction, 'by ', quantity(sign(value) < 0 ? negate(value) : value)];
  return [direction, { value: ratio, kind: 'ratio' }, ' (', { value, kind: 'difference' }, ')'];
}

/** The recorded change is what it is; the interval says whether the underlying rate can have stood still. */
function evidence(row: ChangeRow, confidence: number): Words {
  const { interval } = row;
  const verdict = evidenceOf(row);
  if (!interval || interval.low === null || verdict === null) return [];
  const limit = (ratio: number): Figure => ({ value: subtract(approximate(ratio), 1), kind: 'signed-ratio' });
  const high: Words = interval.high === null ? ['no upper limit'] : [limit(interval.high)];
  return [
    `; ${plainText(multiply(approximate(confidence), 100))} % interval `,
    limit(interval.low),
    ' to ',
    ...high,
    `: ${EVIDENCE[verdict]}`,
  ];
}

function yearEarlier({ year }: ChangeRow): Words {
  if (!year || year.base.value === null || year.change.ratio === null) return [];
  const ratio = year.change.ratio;
  const words: Words =
    sign(ratio) === 0 ? ['unchanged'] : [sign(ratio) > 0 ? 'up ' : 'down ', { value: ratio, kind: 'ratio' }];
  return ['; on the same window a year before ', ...words, ' from ', quantity(year.base.value)];
}
