import type { Claim, ClaimSource } from '../claims/claim.ts';
import type { Evidence, Picked } from '../claims/evidence.ts';
import type { Context } from '../cli/command.ts';
import { EXIT, UserError } from '../errors.ts';
import type { Cadence } from '../period/index.ts';
import { todayIn } from '../series/filter.ts';
import type { SeriesSet } from '../series/series.ts';
import { claimOptions } from './claim-options.ts';
import { claimedPath } from './claims-input.ts';
import { breaksOf } from './declared-breaks.ts';
import { type ReadSeries, readTallies, seriesOf, type Tallied } from './read-series.ts';
import type { SeriesOptions } from './series-options.ts';

/** Which file stands for one that a claim names: the file itself, or an edition of it; a text says why there is none. */
export type FileFor = (path: string, claim: Claim) => Promise<{ readonly path: string } | string>;

/** The data of claims, each source read once for all that ask the same of it. */
export interface ClaimReader {
  /** The data of a claim, or why there are none. */
  evidence(claim: Claim, folder: string): Promise<Evidence | string>;
  /** All that was read, for notes and provenance. */
  readonly read: readonly ReadSeries[];
}

export function claimReader(fileFor: FileFor, context: Context): ClaimReader {
  const known = new Map<string, Promise<Known>>();
  const read: ReadSeries[] = [];
  const readOnce = (paths: readonly string[], options: SeriesOptions) => {
    const key = JSON.stringify([paths, options]);
    const found = known.get(key) ?? readKnown(paths, options, context);
    known.set(key, found);
    return found;
  };
  const evidence = async (claim: Claim, folder: string) => {
    if (claim.source === null) return 'no source is named';
    const paths = await pathsOf(claim, claim.source, folder, fileFor);
    if (typeof paths === 'string') return paths;
    const source = { ...claim.source, options: withFolder(claim.source.options, folder) };
    const part = await readOnce(paths, claimOptions(claim, source, true));
    if (!read.includes(part.native)) read.push(part.native);
    const whole = claim.place.length === 0 ? null : await readOnce(paths, claimOptions(claim, source, false));
    return evidenceOf(part, whole?.native.set ?? null);
  };
  return { read, evidence: (claim, folder) => evidence(claim, folder).catch((error: unknown) => amiss(error, claim)) };
}

/** What one source gives under one set of options, for all claims that ask it. */
interface Known {
  readonly native: ReadSeries;
  readonly daily: () => SeriesSet | null;
  readonly picked: readonly Picked[];
  readonly breaksAt: Evidence['breaksAt'];
}

async function readKnown(paths: readonly string[], options: SeriesOptions, context: Context): Promise<Known> {
  const tallied = await readTallies(paths, options, context);
  const { plan, source } = tallied;
  const native = seriesOf(tallied, options, plan.series);
  let days: SeriesSet | undefined;
  const daily = () => {
    days ??= seriesOf(tallied, options, { ...plan.series, every: 'day' }).set;
    return days;
  };
  return {
    native,
    daily: () => (native.set.finest === 'day' ? daily() : null),
    picked: pickedOf(tallied),
    breaksAt: (at: Cadence) => breaksOf({}, source.profile, at),
  };
}

/** One series, or why it is not one. */
function evidenceOf({ native: { set }, daily, picked, breaksAt }: Known, whole: SeriesSet | null): Evidence | string {
  const manifold = [set, whole].find((one) => one && one.series.length > 1);
  if (!manifold) return { set, daily, whole, picked, breaksAt };
  const names = manifold.series.slice(0, 5).map(({ key, measure }) => [...key, measure.name, measure.unit].join(' '));
  return `the source gives ${manifold.series.length} series (${names.join('; ')}${manifold.series.length > 5 ? '; …' : ''}): pick one with where`;
}

/** The columns of which some values are picked, with all others that they have. */
function pickedOf({ plan, result }: Tallied): readonly Picked[] {
  return plan.conditions
    .filter(({ keep }) => keep)
    .map((condition): Picked => {
      const { column, values, key } = condition;
      const all = new Set<string>();
      for (const tally of result.tallies) all.add(todayIn(condition, tally.key[key] ?? ''));
      return { column, values, others: [...all].filter((value) => !values.includes(value)).sort() };
    });
}

async function pathsOf(
  claim: Claim,
  source: ClaimSource,
  folder: string,
  fileFor: FileFor,
): Promise<string[] | string> {
  const paths: string[] = [];
  for (const file of source.files) {
    if (file === '-') throw new UserError('a source is a file, not standard input');
    const found = await fileFor(claimedPath(file, folder), claim);
    if (typeof found === 'string') return found;
    paths.push(found.path);
  }
  return paths;
}

/** A profile in a file lies beside the claims too. */
function withFolder(options: ClaimSource['options'], folder: string): ClaimSource['options'] {
  const { profile } = options;
  return typeof profile === 'string' && /\.ya?ml$/i.test(profile)
    ? { ...options, profile: claimedPath(profile, folder) }
    : options;
}

/** Where there is too little data, that is the finding; any other mistake is the claim's, and its place is named. */
function amiss(error: unknown, claim: Claim): string {
  if (!(error instanceof UserError)) throw error;
  if (error.exitCode === EXIT.tooLittleData) return error.message;
  throw new UserError(`${claim.at}: ${error.message}`, { hint: error.hint, exitCode: error.exitCode, cause: error });
}
