import { readFile } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { BUILTIN_PROFILES } from './builtin-profiles.ts';
import { columnList } from './columns.ts';
import { type Hints, inferProfile } from './infer.ts';
import { didYouMean } from './nearest.ts';
import type { Profile } from './profile.ts';
import { profileFrom } from './profile-schema.ts';

/** The profile of an export: the one the user names, else the one its header fits best, else one inferred. */
export async function profileFor(
  file: string,
  header: readonly string[],
  sample: readonly (readonly string[])[],
  options: Hints & { readonly profile?: string | undefined },
): Promise<{ profile: Profile; notes: string[] }> {
  const hints = {
    ...options,
    date: options.date && columnList(options.date, header),
    measure: options.measure && columnList(options.measure, header),
  };
  if (options.profile !== undefined) {
    const profile = await namedProfile(options.profile);
    requireColumns(file, header, profile);
    return { profile: corrected(profile, hints), notes: [] };
  }
  const known = hints.date === undefined ? bestFit(header) : undefined;
  if (known === undefined) return inferProfile(file, header, sample, hints);
  const profile = corrected(profileFrom(known, known.name), hints);
  return { profile, notes: [`read as ${profile.name}: ${profile.title}`] };
}

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
  if (profile) return profileFrom(profile, name);
  const names = known.map((candidate) => candidate.name);
  throw new UserError(`there is no profile "${name}"${didYouMean(name, names)}`, {
    hint: `give a YAML file, or one of: ${names.join(', ')}`,
  });
}

async function profileFile(path: string): Promise<Profile> {
  const { parse } = await import('yaml');
  try {
    return profileFrom(parse(await readFile(path, 'utf8')), path);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(`${path}: ${(cause as Error).message.split('\n')[0]}`, { cause });
  }
}

function requireColumns(file: string, header: readonly string[], profile: Profile): void {
  const missing = profile.header.find((column) => !header.includes(column));
  if (missing === undefined) return;
  throw new UserError(`${file}: the header has no column "${missing}", which profile ${profile.name} needs`, {
    hint: `the columns are: ${header.join(', ')}`,
  });
}

/** A profile with what the user says about the writing of its dates. */
function corrected(profile: Profile, { order, era, zone }: Hints): Profile {
  const period = { ...profile.period, order: order ?? profile.period.order, era: era ?? profile.period.era, zone };
  return { ...profile, period };
}
