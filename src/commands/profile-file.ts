import { isDeepStrictEqual } from 'node:util';
import { commentedYaml } from '../config/commented-yaml.ts';
import { yamlFile } from '../config/yaml-file.ts';
import { UserError } from '../errors.ts';
import { draftedProfile } from '../inspect/drafted-profile.ts';
import type { Inspection } from '../inspect/inspection.ts';
import type { Said } from '../inspect/pinned.ts';
import { profileQuestions } from '../inspect/profile-questions.ts';
import { type Note, note, warning } from '../note.ts';
import type { ReportFile } from '../report/report.ts';
import type { Profile } from '../source/profile.ts';
import { profileFrom } from '../source/profile-schema.ts';
import type { OpenedSource } from '../source/source.ts';
import { writtenProfile } from '../source/written-profile.ts';

/** `--write-profile`: the decisions about a source as a profile, with comments where only a person can decide. */
export function profileFile(
  path: string,
  source: OpenedSource | null,
  found: Inspection,
  said: Said,
): { readonly files: readonly ReportFile[]; readonly notes: readonly Note[] } {
  const profile = draftedProfile(source, found);
  const { beside, ...comments } = profileQuestions(profile, source as OpenedSource, found, said);
  const first = [
    `Drafted from ${profile.title} by border-stats inspect --write-profile. A comment asks for what only a person can say: delete it then.`,
  ];
  const text = commentedYaml(writtenProfile(profile), { first, ...comments });
  requireSame(profile, profileFrom(yamlFile(path, text)));
  const told = note(`${path}: a draft, to be read with --profile ${path}; its comments ask for what is to be decided`);
  const lost = warning(`${path} does not hold ${beside.join(' ')}, which no profile does: give it again`);
  return { files: [{ path, pieces: pieces(text) }], notes: beside.length > 0 ? [told, lost] : [told] };
}

async function* pieces(text: string) {
  yield text;
}

/** A draft that would read otherwise is none. */
function requireSame(wanted: Profile, read: Profile): void {
  const keys = ['period', 'measures', 'shown', 'dimensions', 'separate', 'labels', 'wide', 'totals', 'nulls'] as const;
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
  const other = [...keys, 'columnNulls' as const].find(
    (key) => !isDeepStrictEqual(plain(wanted[key]), plain(read[key])),
  );
  if (other === undefined) return;
  throw new UserError(`no profile is drafted: with the names of these columns, YAML cannot say its ${other}`, {
    hint: 'rename columns whose names are numbers, or `records`',
  });
}
