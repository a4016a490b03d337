import { type Ordinal, periodText } from '../period/index.ts';
import type { Profile } from '../source/profile.ts';
import { type Decided, decided } from './decision.ts';
import type { PeriodFacts } from './period-facts.ts';

const one = decided(null);

/** What the user says of the writing of dates. */
export interface SaidOfDates {
  readonly dateOrder?: string | undefined;
  readonly era?: string | undefined;
}

/** How the periods are read. */
export function periodDecisions(
  { period: { columns, ...form } }: Pick<Profile, 'period'>,
  said: SaidOfDates,
  { column, at, ordinals, periods }: PeriodFacts,
): Decided[] {
  const text = (ordinal: Ordinal | undefined) => (ordinal === undefined ? '' : periodText(ordinal, at));
  const read = periods.filter(({ ordinal }) => ordinal !== null);
  const [sample] = read;
  const example = sample ? `${JSON.stringify(sample.texts.join(' '))} is ${text(sample.ordinal ?? undefined)}` : '';
  const range = `${text(ordinals[0])}…${text(ordinals[ordinals.length - 1])}`;
  const isMonth =
    column.every === 'month' && column.decisions.find((decision) => decision.includes('first of a month'));
  return [
    one('period', columns.join(' and '), example, '--date'),
    one('periods', column.every, form.every ? 'as the profile says' : isMonth || 'as they are written', '--every'),
    one('covered', range, `${ordinals.length} periods with records`, null),
    ...(column.order === null ? [] : [one('date order', column.order, orderReason(said, form.order), '--date-order')]),
    one('era', ...eraOf(periods, said.era ?? form.era), '--era'),
  ];
}

function orderReason({ dateOrder }: SaidOfDates, own: string | undefined): string {
  if (dateOrder !== undefined) return 'named by --date-order';
  return own === undefined ? 'the only order that fits the whole column' : 'as the profile says';
}

/** The era of the written years, by records. */
function eraOf(periods: PeriodFacts['periods'], named: string | undefined): [value: string, reason: string] {
  const read = periods.filter(({ ordinal }) => ordinal !== null);
  const records = (buddhist: boolean) =>
    read.filter((one) => one.buddhist === buddhist).reduce((sum, one) => sum + one.records, 0);
  const [be, ce] = [records(true), records(false)];
  const counts = be > 0 && ce > 0 ? `${be} records are Buddhist, ${ce} of the common era` : 'by the size of the years';
  return [
    be === 0 ? 'common' : ce === 0 ? 'Buddhist' : 'both',
    named === undefined ? counts : `${counts}; --era ${named}`,
  ];
}
