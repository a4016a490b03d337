import type { Parts } from '../analyses/change.ts';
import type { Break, ChangeOptions } from '../analyses/window-change.ts';
import type { Context } from '../cli/command.ts';
import { UserError } from '../errors.ts';
import { type Note, note } from '../note.ts';
import {
  type Cadence,
  civilDate,
  dateText,
  dayNumber,
  type Every,
  firstDay,
  type Ordinal,
  windowCadence,
  windowDays,
} from '../period/index.ts';
import type { Provenance } from '../report/report.ts';
import { type PartialPolicy, withPartials, withProvisional } from '../series/partial.ts';
import type { SeriesPlan } from '../series/plan.ts';
import { lastOrdinal, type Series, type SeriesSet } from '../series/series.ts';
import { checkTogether } from './check-together.ts';
import { breaksOf } from './declared-breaks.ts';
import { readTallies, seriesOf, type Tallied } from './read-series.ts';
import type { SeriesOptions } from './series-options.ts';
import {
  comparedWindows,
  endingPeriod,
  specsOf,
  toDate,
  type WindowOptions,
  type WindowsAsked,
  windowsAsked,
} from './windows.ts';

export interface CompareOptions extends SeriesOptions, WindowOptions {
  readonly partial?: PartialPolicy;
  readonly lag?: number;
  readonly break?: readonly string[];
  readonly acrossBreaks?: boolean;
  readonly allReadings?: boolean;
}

type Compared = Pick<ChangeOptions, 'current' | 'base' | 'yearBefore' | 'perDay' | 'breaks' | 'acrossBreaks'>;

export interface ComparedSeries {
  readonly parts: Parts;
  readonly windows: Compared;
  readonly asked: WindowsAsked;
  /** The same series by day, where the source has days. */
  readonly daily: () => SeriesSet | null;
  /** The declared breaks that must not be crossed, as periods of a cadence. */
  readonly breaksAt: (at: Cadence) => readonly Break[];
  readonly notes: readonly Note[];
  readonly provenance: Omit<Provenance, 'command'>;
  readonly tallied: Tallied;
  /** How the series were made of the tallies, and the totals over them. */
  readonly plan: SeriesPlan;
  readonly totalPlan: SeriesPlan;
}

/** Reads the series that a comparison needs, on the cadence that its windows need, and resolves the windows. */
export async function compareSeries(
  paths: readonly string[],
  options: CompareOptions,
  context: Context,
): Promise<ComparedSeries> {
  checkTogether(options);
  return comparedSeries(await readTallies(paths, options, context), options);
}

/** The same for records that are tallied already. */
export function comparedSeries(tallied: Tallied, options: CompareOptions): ComparedSeries {
  const read = (how: Partial<SeriesPlan>) =>
    seriesOf(tallied, { ...options, per: undefined }, { ...tallied.plan.series, ...how });
  const native = read({});
  const asked = windowsAsked(options, native.set.cadence.every, tallied.plan.series.fiscal);
  const every = windowCadence(specsOf(asked), native.set.cadence, native.set.finest);
  const partials = options.partial !== undefined && options.partial !== 'withhold';
  const { set, notes, provenance } = every === native.set.cadence.every ? native : read({ every });
  const windows = comparedWindows(asked, endingPeriod(options, set, partials), set.cadence);
  checkLengths(windows, set.cadence, options);
  const breaksAt = (at: Cadence) => (options.acrossBreaks ? [] : breaksOf(options, tallied.source.profile, at));
  const compared: Compared = {
    ...windows,
    perDay: options.per === 'day',
    breaks: breaksAt(set.cadence),
    acrossBreaks: options.acrossBreaks ?? false,
  };
  const daily = () => (set.finest === 'day' ? read({ every: 'day' }).set : null);
  const about = { asked, daily, breaksAt, notes, provenance, tallied };
  if (options.partial === 'to-date' && set.finest !== 'day') {
    throw new UserError('--partial to-date: the source does not go by days', {
      hint: '--partial scaled estimates the rest',
    });
  }
  if (options.partial === 'to-date') return sameDays(tallied, options, set, compared, about);
  const adjusted = (all: SeriesSet) => marked(all, options);
  const totals = totalsOf(tallied, (how) => adjusted(read({ every, ...how }).set));
  return { parts: { set: adjusted(set), ...totals }, windows: compared, ...about, ...plansOf(tallied, every) };
}

function marked(set: SeriesSet, { partial, lag }: CompareOptions): SeriesSet {
  const whole = partial === 'scaled' || partial === 'include' ? withPartials(set, partial) : set;
  return lag === undefined ? whole : withProvisional(whole, lagBegins(set, lag));
}

/** The first of the last so many periods. */
const lagBegins = ({ series }: SeriesSet, lag: number): Ordinal =>
  series.reduce((latest, one) => Math.max(latest, lastOrdinal(one)), Number.NEGATIVE_INFINITY) - lag + 1;

/** How series of a cadence are made of the tallies, and the totals over those that may be added up. */
function plansOf({ plan, source }: Tallied, every: Every): Pick<ComparedSeries, 'plan' | 'totalPlan'> {
  const made = { ...plan.series, every };
  return {
    plan: made,
    totalPlan: { ...made, by: made.by.filter(({ name }) => source.profile.separate.includes(name)) },
  };
}

/** The totals of the groups, where there are several and their values may be added up. */
function totalsOf({ plan, source }: Tallied, read: (how: Partial<SeriesPlan>) => SeriesSet): Omit<Parts, 'set'> {
  const { by } = plan.series;
  const apart = by.filter(({ name }) => source.profile.separate.includes(name));
  const none = { totals: [], apart: [], totalOf: () => undefined };
  if (apart.length === by.length) return none;
  const totals = read({ by: apart }).series.filter(
    ({ measure }) => measure.statistic === 'sum' || measure.statistic === 'count',
  );
  const positions = apart.map(({ name }) => by.findIndex((one) => one.name === name));
  const id = (series: Series, key: readonly (string | undefined)[]) =>
    JSON.stringify([series.measure.name, series.measure.unit, key]);
  const byId = new Map(totals.map((total) => [id(total, total.key), total]));
  return {
    totals,
    apart: positions,
    totalOf: (series) =>
      byId.get(
        id(
          series,
          positions.map((at) => series.key[at]),
        ),
      ),
  };
}

/** Both windows day by day, up to where the source ends. */
function sameDays(
  tallied: Tallied,
  options: CompareOptions,
  set: SeriesSet,
  windows: Compared,
  about: Omit<ComparedSeries, 'parts' | 'windows' | 'plan' | 'totalPlan'>,
): ComparedSeries {
  const { lag } = options;
  const days = toDate(windows, set.covered, set.cadence);
  const provisional = lag === undefined ? null : dayNumber(firstDay(lagBegins(set, lag), set.cadence));
  const read = (how: Partial<SeriesPlan>) => {
    const plan = { ...tallied.plan.series, ...how, every: 'day' } as const;
    const daily = seriesOf(tallied, { ...options, per: undefined }, plan).set;
    return provisional === null ? daily : withProvisional(daily, provisional);
  };
  const daily = read({});
  const [now, before] = [days.current, days.base].map(({ last }) => dateText(civilDate(last)));
  const text = `both windows end on the same day: ${now} and ${before}`;
  return {
    parts: { set: daily, ...totalsOf(tallied, read) },
    windows: { ...windows, ...days, yearBefore: null, breaks: about.breaksAt(daily.cadence) },
    ...about,
    ...plansOf(tallied, 'day'),
    notes: [...about.notes, note(text)],
  };
}

/** Windows of unlike length compare only as rates; fiscal years of six and of twelve months are unlike too. */
export function checkLengths(
  { current, base }: Pick<Compared, 'current' | 'base'>,
  at: Cadence,
  { per }: Pick<CompareOptions, 'per'>,
): void {
  if (per === 'day') return;
  const [now, before] = [current, base].map(({ first, last }) => last - first + 1);
  const [days, daysBefore] = [current, base].map((window) => windowDays(window, at)) as [number, number];
  const isLeap = at.every === 'day' && Math.abs(days - daysBefore) === 1;
  const isAlike = (now === before || isLeap) && days * 5 >= daysBefore * 4 && daysBefore * 5 >= days * 4;
  if (isAlike) return;
  const lengths = now === before ? `${days} and ${daysBefore} days` : `${now} and ${before} periods`;
  throw new UserError(`the windows have ${lengths}`, {
    hint: 'compare rates with --per day, or windows of one length',
  });
}
