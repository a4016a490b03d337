import { UserError } from '../errors.ts';
import { BUILTIN_PROFILES } from './builtin-profiles.ts';
import { columnList } from './columns.ts';
import { type Hints, inferProfile } from './infer.ts';
import { didYouMean } from './nearest.ts';
import type { MeasureColumn, Profile } from './profile.ts';
import { profileFrom } from './profile-schema.ts';

/** A profile that describes a header, and whether the user named it. */
export interface KnownProfile {
  readonly profile: Profile;
  readonly isNamed: boolean;
}

type ProfileHints = Hints & { readonly profile?: string | undefined };

/** The profile that the user names, or that the header of a file fits best; null where none does. */
export async function knownProfile(
  file: string,
  header: readonly string[],
  options: ProfileHints,
): Promise<KnownProfile | null> {
  if (options.profile !== undefined) {
    if (options.date) throw new UserError('--profile and --date exclude each other', { hint: DATE_OR_PROFILE });
    const profile = await namedProfile(options.profile);
    requireColumns(file, header, profile);
    return { profile, isNamed: true };
  }
  const known = options.date === undefined ? bestFit(header) : undefined;
  return known === undefined ? null : { profile: builtIn(known), isNamed: false };
}

/** The profile of an export: the one that is known, else one inferred. */
export function profileFor(
  file: string,
  header: readonly string[],
  sample: readonly (readonly string[])[],
  options: ProfileHints,
  known: KnownProfile | null,
): { profile: Profile; notes: string[] } {
  const hints = {
    ...options,
    date: options.date && columnList(options.date, header),
    measure: options.measure && columnList(options.measure, header),
  };
  if (known === null) return inferProfile(file, header, sample, hints);
  const profile = corrected(known.profile, hints);
  return { profile, notes: known.isNamed ? [] : [`read as ${profile.name}: ${profile.title}`] };
}

const DATE_OR_PROFILE = 'a profile names the columns of the period; leave one of them out';

interface NamedProfile {
  readonly name: string;
  readonly header: readonly string[];
}

/** The built-in profile whose header columns are all there; of several, the one that names the most. */
function bestFit(header: readonly string[]): NamedProfile | undefined {
  const fitting = (BUILTIN_PROFILES as readonly NamedProfile[]).filter((profile) =>
    profile.header.every((column) => header.includes(column)),
  );
  return fitting.reduce<NamedProfile | undefined>(
    (best, profile) => (best && best.header.length >= profile.header.length ? best : profile),
    undefined,
  );
}

async function namedProfile(name: string): Promise<Profile> {
  if (/\.ya?ml$/i.test(name)) return profileFile(name);
  const known = BUILTIN_PROFILES as readonly NamedProfile[];
  const profile = known.find((candidate) => candidate.name === name);
  if (profile) return builtIn(profile);
  const names = known.map((candidate) => candidate.name);
  throw new UserError(`there is no profile "${name}"${didYouMean(name, names)}`, {
    hint: `give a YAML file, or one of: ${names.join(', ')}`,
  });
}

const builtIn = (profile: NamedProfile): Profile => profileFrom({ value: profile, placeOf: () => profile.name });

async function profileFile(path: string): Promise<Profile> {
  const { readYaml } = await import('../config/read-yaml.ts');
  return profileFrom(await readYaml(path));
}

function requireColumns(file: string, header: readonly string[], profile: Profile): void {
  const missing = profile.header.find((column) => !header.includes(column));
  if (missing === undefined) return;
  throw new UserError(`${file}: the header has no column "${missing}", which profile ${profile.name} needs`, {
    hint: `the columns are: ${header.join(', ')}`,
  });
}

/** A profile with what the user says about the writing of its dates and numbers; its own fiscal year stays. */
function corrected(profile: Profile, { order, era, zone, fiscal, decimal, nulls }: Hints): Profile {
  const own = profile.period;
  const period = { ...own, order: order ?? own.order, era: era ?? own.era, fiscal: own.fiscal ?? fiscal, zone };
  const measures = decimal === undefined ? profile.measures : profile.measures.map((one) => withDecimal(one, decimal));
  return { ...profile, period, measures, nulls: [...profile.nulls, ...(nulls ?? [])] };
}

function withDecimal(measure: MeasureColumn, decimal: '.' | ','): MeasureColumn {
  const group = decimal === ',' ? ('.' as const) : (',' as const);
  const style = measure.style ?? { flags: false, percent: false, currency: null };
  return { ...measure, style: { ...style, decimal, group } };
}
