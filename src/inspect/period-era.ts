import { type Cadence, type Era, needsEra, type PeriodForm } from '../period/index.ts';
import type { PeriodFacts } from './period-facts.ts';

/** The era that reads the periods of a source as they were read: `auto` where both stand in it, or a year of two digits. */
export function eraOf(periods: PeriodFacts['periods']): Era {
  const eras = new Set(periods.filter(({ ordinal }) => ordinal !== null).map(({ buddhist }) => buddhist));
  const isShort = periods.some(({ ordinal, texts }) => ordinal === null && needsEra(texts.join(' ')));
  return eras.size > 1 || isShort ? 'auto' : eras.has(true) ? 'be' : 'ce';
}

/** Whether it matters for a source when a fiscal year begins. */
export const isFiscalForm = ({ roles }: PeriodForm, { every }: Cadence): boolean =>
  every.startsWith('fiscal') || roles.includes('fiscal-year');
