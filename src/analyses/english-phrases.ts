import { EVIDENCE } from './evidence.ts';
import type { Phrases, Reason } from './quotable-change.ts';

const WHY: Readonly<Record<Reason, string>> = {
  break: 'a break in the series lies between',
  part: 'the current window is only part covered',
  'base-part': 'the base window is only part covered',
  'base-missing': 'there is no value',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A comparison in English. */
export const ENGLISH: Phrases = {
  subject: (measure, parts) => capital(parts.length > 0 ? `${measure} (${parts.join(', ')})` : measure),
  unit: (unit) => unit,
  none: (subject, now) => `${subject}: no value ${now}.`,
  level: (subject, amount, now) => [`${subject} came to `, ...amount, ` ${now}.`],
  unchanged: (subject, amount, now, before) => [`${subject} were unchanged at `, ...amount, ` ${now}, as ${before}.`],
  moved: (subject, isRise, by) => [`${subject} ${isRise ? 'rose' : 'fell'} by `, ...by],
  fromTo: (base, before, amount, now) => [' from ', base, ` ${before} to `, ...amount, ` ${now}.`],
  percent: (value) => [{ value, kind: 'ratio' }],
  points: ({ value }) => [{ value, kind: 'quantity' }, ' percentage points'],
  notCompared: (base, before, why) => [
    'It is not compared with ',
    ...(base ? [base, ` ${before}`] : [`the figure ${before}`]),
    `: ${WHY[why]}.`,
  ],
  interval: (level, low, high, evidence) => [
    `The ${level} % interval of the change is ${high ? '' : 'from '}`,
    low,
    ...(high ? [' to ', high] : [' upwards']),
    `: ${EVIDENCE[evidence]}.`,
  ],
  year: (isRise, value, base) => [
    'Against the same window a year before it is ',
    ...(isRise === null ? ['unchanged'] : [isRise ? 'up ' : 'down ', { value, kind: 'ratio' as const }]),
    ' from ',
    base,
    '.',
  ],
  estimate: 'A part of a period stands in it.',
};
