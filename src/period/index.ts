export { type CivilDate, civilDate, dateText, dayNumber, daysInMonth, isCivilDate } from './civil-date.ts';
export { datedFiscal, type NamedBy } from './dated-fiscal.ts';
export type { Era } from './era.ts';
export * from './period.ts';
export {
  type PeriodColumn,
  type PeriodForm,
  type PeriodRole,
  periodColumn,
  type RawPeriod,
} from './period-column.ts';
export type { PeriodProblem } from './period-problem.ts';
export {
  DATE_ORDERS,
  type DateOrder,
  needsDateOrder,
  needsEra,
  type WrittenPeriod,
  writtenPeriod,
} from './period-text.ts';
export * from './window.ts';
export { writtenRange } from './written-range.ts';
export { zoneMinutes } from './written-time.ts';
