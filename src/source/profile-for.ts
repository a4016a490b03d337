import { didYouMean } from '../config/nearest.ts';
import { UserError } from '../errors.ts';
import { BUILTIN_PROFILES } from './builtin-profiles.ts';
import { columnList } from './columns.ts';
import { type Hints, inferProfile } from './infer.ts';
import { type NullTokens, nullsIn, nullTokens } from './null-tokens.ts';
import type { MeasureColumn, Profile } from './profile.ts';
import { profileFrom } from './profile-schema.ts';
import type { TableHead } from './table-head.ts';
import { isTidy, PROFILE_COLUMN, tidyUnder } from './tidy-form.ts';

/** A profile that describes a header, and whether the user named it. */
export interface KnownProfile {
  readonly profile: Profile;
  readonly isNamed: boolean;
}

interface ProfileHints extends Omit<Hints, 'nulls'> {
  readonly profile?: string | undefined;
  /** As `--null` gives them. */
  readonly null?: readonly string[] | undefined;
}

/** The profile that the user names, or that the header of a file fits best; null where none does. */
export async function knownProfile(
  file: string,
  { names: header, records }: Pick<TableHead, 'names' | 'records'>,
  options: Pick<ProfileHints, 'profile' | 'date'>,
): Promise<KnownProfile | null> {
  const sample = records.map(({ fields }) => fields);
  if (options.profile !== undefined) {
    if (options.date) throw new UserError('--profile and --date exclude each other', { hint: DATE_OR_PROFILE });
    const profile = await namedProfile(options.profile);
    if (isTidy(header)) return { profile: tidyUnder(profile, header, sample), isNamed: true };
    requireColumns(file, header, profile);
    return { profile, isNamed: true };
  }
  if (isTidy(header) && options.date === undefined) {
    return { profile: tidyUnder(writtenUnder(file, header, sample), header, sample), isNamed: false };
  }
  const known = options.date === undefined ? bestFit(header) : undefined;
  return known === undefined ? null : { profile: builtIn(known), isNamed: false };
}

/** The profile under which a tidy table was written, as its first record names it; that of any tidy table if it names none. */
function writtenUnder(file: string, header: readonly string[], [first]: readonly (readonly string[])[]): Profile {
  const name = first?.[header.indexOf(PROFILE_COLUMN)]?.trim() ?? '';
  const profile = builtin(name === '' ? 'tidy' : name);
  if (profile) return profile;
  throw new UserError(`${file}: was written under profile ${name}, which does not ship with the program`, {
    hint: 'name its file: --profile my.yaml',
  });
}

/** The profile of an export: the one that is known, else one inferred. */
export function profileFor(
  file: string,
  header: readonly string[],
  sample: readonly (readonly string[])[],
  options: ProfileHints,
  known: KnownProfile | null,
): { profile: Profile; notes: string[] } {
  const hints: Hints = {
    ...options,
    nulls: options.null && nullTokens(options.null, header, file),
    date: options.date && columnList(options.date, header),
    measure: options.measure && columnList(options.measure, header),
  };
  if (known === null)
    return hints.anyTable ? inferredOrBare(file, header, sample, hints) : inferProfile(file, header, sample, hints);
  const profile = corrected(known.profile, hints);
  return { profile, notes: known.isNamed ? [] : [`read as ${profile.name}: ${profile.title}`] };
}

/** What can be inferred of a table that need have no measure and no period; what is not known of it, and why, is said. */
function inferredOrBare(
  ...[file, header, sample, hints]: Parameters<typeof inferProfile>
): ReturnType<typeof inferProfile> {
  const attempt = (more: Hints) => {
    try {
      return inferProfile(file, header, sample, { ...hints, ...more });
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
  };
  const whole = attempt({});
  if (!(whole instanceof UserError)) return whole;
  const dated = attempt({ measure: ['records'] });
  if (!(dated instanceof UserError)) {
    return { profile: dated.profile, notes: [...dated.notes, `measures are not checked: ${whole.message}`] };
  }
  const none = { measures: [], shown: [], dimensions: null, labels: {}, flag: undefined, header: [] };
  const bare = { ...(builtin('tidy') as Profile), ...none, name: 'inferred', title: file };
  const notes = [`periods and measures are not checked: ${dated.message}`];
  return { profile: { ...bare, period: { columns: [], roles: [] } }, notes };
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
  const profile = builtin(name);
  if (profile) return profile;
  const names = (BUILTIN_PROFILES as readonly NamedProfile[]).map((candidate) => candidate.name);
  throw new UserError(`there is no profile "${name}"${didYouMean(name, names)}`, {
    hint: `give a YAML file, or one of: ${names.join(', ')}`,
  });
}

function builtin(name: string): Profile | undefined {
  const found = (BUILTIN_PROFILES as readonly NamedProfile[]).find((candidate) => candidate.name === name);
  return found && builtIn(found);
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
  return { ...profile, ...(nulls && withNulls(profile, nulls)), period, measures };
}

const withNulls = (profile: Profile, more: NullTokens): NullTokens => ({
  nulls: [...profile.nulls, ...more.nulls],
  columnNulls: Object.fromEntries(
    [...Object.keys(profile.columnNulls), ...Object.keys(more.columnNulls)].map((column) => [
      column,
      [profile, more].flatMap(({ columnNulls }) => nullsIn({ nulls: [], columnNulls }, column)),
    ]),
  ),
});

function withDecimal(measure: MeasureColumn, decimal: '.' | ','): MeasureColumn {
  const group = decimal === ',' ? ('.' as const) : (',' as const);
  const style = measure.style ?? { flags: false, percent: false, currency: null };
  return { ...measure, style: { ...style, decimal, group } };
}
