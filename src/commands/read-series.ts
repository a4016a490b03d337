import type { Context } from '../cli/command.ts';
import { prepareEngine } from '../engine/choose-engine.ts';
import type { TallyResult } from '../engine/engine.ts';
import { EXIT, inputError, UserError } from '../errors.ts';
import { type Note, note } from '../note.ts';
import type { Fingerprint, Provenance } from '../report/report.ts';
import { dateOf } from '../series/coverage.ts';
import type { DatedList } from '../series/dated-list.ts';
import { perDay } from '../series/per-day.ts';
import type { SeriesPlan } from '../series/plan.ts';
import type { SeriesSet } from '../series/series.ts';
import type { Tapped } from '../source/fingerprint.ts';
import type { OpenOptions } from '../source/open.ts';
import type { OpenedSource, Source } from '../source/source.ts';
import { askSource, namedFiles, openFiles } from './open-files.ts';
import { type Plan, planOf } from './plan.ts';
import { asideNotes, rejectedRecords, rejectNotes, totalRows } from './reading-notes.ts';
import type { SeriesOptions } from './series-options.ts';
import { sharedSeries } from './sharing.ts';

/** A source with its tallies, from which series of any cadence can be made. */
export interface Tallied<P extends Plan = Plan> {
  readonly source: OpenedSource;
  readonly plan: P;
  readonly result: TallyResult;
  /** For each file the tallies of the whole records that count, where repeats were left out. */
  readonly counting?: readonly TallyResult[] | undefined;
  /** What tells standard input apart, where fingerprints are wanted. */
  readonly stdin?: Tapped | null | undefined;
  readonly fingerprints?: readonly Fingerprint[];
  readonly beyond?: Beyond;
  /** True where other command lines may ask the same tallies. */
  readonly isShared: boolean;
}

/** What is known of the records of a source beyond its columns, such as how far from a line they lie. */
export interface Beyond {
  /** What is counted, as a condition: `within 50 km of THA-MMR`. */
  readonly condition: string;
  /** What is known of the records of a tally, by its place in the list. */
  readonly remark: (place: number) => string | null;
  /** How it is known. */
  readonly facts: readonly string[];
}

export interface ReadSeries {
  readonly set: SeriesSet;
  /** How the series were made of the tallies. */
  readonly plan: SeriesPlan;
  /** What the series were made of. */
  readonly kept: DatedList;
  readonly notes: readonly Note[];
  readonly provenance: Omit<Provenance, 'command'>;
}

/** Files and options in, series out: what every command about series begins with. */
export async function readSeries(
  paths: readonly string[],
  options: SeriesOptions,
  context: Context,
): Promise<ReadSeries> {
  const tallied = await readTallies(paths, options, context);
  return seriesOf(tallied, options, tallied.plan.series);
}

/** Opens the files, checks the options against their columns, and has their records tallied. */
export const readTallies = (paths: readonly string[], options: SeriesOptions, context: Context): Promise<Tallied> =>
  readPlanned(paths, options, context, planOf);

/** The same with a plan of the command's own. */
export async function readPlanned<P extends Plan, O extends SeriesOptions>(
  paths: readonly string[],
  options: O & Pick<OpenOptions, 'again' | 'choose'>,
  context: Context,
  planned: (source: Source, options: O) => P,
): Promise<Tallied<P>> {
  if (options.asOf !== undefined) dateOf(options.asOf);
  const files = namedFiles(paths, context);
  await prepareEngine(files, options);
  const stdin = options.ids || options.explain ? await tappedInput(context) : null;
  const again = options.explain === undefined ? {} : { again: true };
  const opened = await openFiles(files, { ...options, ...again }, { ...context, stdin: stdin?.bytes ?? context.stdin });
  const plan = planned(opened, options);
  const answer = await askSource(opened, { ...plan, period: plan.series.period }, options, context);
  const isShared = context.shared !== undefined;
  return {
    ...answer,
    plan,
    stdin,
    isShared,
    ...(options.ids && { fingerprints: await fingerprintsOf(opened, stdin) }),
  };
}

async function tappedInput({ stdin }: Context): Promise<Tapped> {
  const { tapped } = await import('../source/fingerprint.ts');
  return tapped(stdin);
}

async function fingerprintsOf(source: OpenedSource, stdin: Tapped | null): Promise<Fingerprint[]> {
  const { fingerprints } = await import('./fingerprints.ts');
  return fingerprints(source, stdin);
}

/** The series of a tallied source, with what a reader must know about them. */
export function seriesOf(tallied: Tallied, options: SeriesOptions, how: SeriesPlan): ReadSeries {
  const { source, plan, result, isShared } = tallied;
  const series = sharedSeries(result, how, isShared);
  const { totals, others } = totalRows(series.unreadable);
  const rejected = rejectNotes(source, result.rejects, others);
  if (rejected[0] && series.set.series.every(({ records }) => records.every((count) => count === 0))) {
    throw inputError(`no value can be read: ${rejected[0].text}`, 'name another column with --measure');
  }
  if (options.strict && rejected[0]) throw inputError(rejected[0].text, 'mend the source, or leave out --strict');
  if (series.set.series.length === 0) {
    throw new UserError('no record is left under these conditions', { exitCode: EXIT.tooLittleData });
  }
  return {
    set: options.per === 'day' ? perDay(series.set) : series.set,
    plan: how,
    kept: series.kept,
    notes: [
      ...source.notes,
      ...asideNotes(source, totals),
      ...plan.notes,
      ...series.notes,
      ...caveats(source),
      ...rejected,
    ],
    provenance: {
      files: source.files.map(({ name }) => name),
      profile: source.profile.name,
      records: result.records,
      rejected: rejectedRecords(result, others),
      ...(tallied.fingerprints && { sources: tallied.fingerprints }),
    },
  };
}

const caveats = (source: OpenedSource): Note[] => source.profile.caveats.map(note);
