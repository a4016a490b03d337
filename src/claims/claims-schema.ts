import * as v from 'valibot';
import { checked } from '../config/checked.ts';
import { didYouMean } from '../config/nearest.ts';
import type { ConfigFile } from '../config/yaml-file.ts';
import { UserError } from '../errors.ts';
import { GAP_POLICIES } from '../series/plan.ts';
import { STATISTICS } from '../series/series.ts';
import type { Claim, ClaimSource } from './claim.ts';
import { isWindow } from './claim-window.ts';

const text = v.pipe(v.string(), v.nonEmpty());
const list = v.array(text);
/** One text or several: the shape is known before it is checked, so that messages name what is wrong. */
const texts = v.lazy((input) => (Array.isArray(input) ? list : text));
const words = v.union([text, v.number()]);
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day as 2025-06-30'));

const notation = '6m, 2024, 2024-Q1, 2025-01..2025-06, since 2024-01, ytd or last year';
const window = v.pipe(
  words,
  v.check(
    (input) => isWindow(String(input)),
    ({ input }) => `"${input}" is no window: write ${notation}`,
  ),
);
const against = v.pipe(
  words,
  v.check(
    (input) => ['previous', 'year'].includes(String(input)) || isWindow(String(input)),
    ({ input }) => `"${input}" is nothing to compare with: write previous, year, or a window such as 2024-H1`,
  ),
);

const Described = v.strictObject({
  files: texts,
  profile: v.optional(text),
  date: v.optional(texts),
  date_order: v.optional(v.picklist(['dmy', 'mdy', 'ymd'])),
  era: v.optional(v.picklist(['auto', 'ce', 'be'])),
  decimal: v.optional(v.picklist(['point', 'comma'])),
  null: v.optional(texts),
  encoding: v.optional(text),
  sheet: v.optional(text),
  delimiter: v.optional(text),
  fiscal: v.optional(text),
  gaps: v.optional(v.picklist(GAP_POLICIES)),
  sum_over: v.optional(texts),
});

const Source = v.lazy((input) => {
  if (Array.isArray(input)) return list;
  return typeof input === 'object' && input !== null ? Described : text;
});

const ClaimEntry = v.strictObject({
  id: v.optional(words),
  sentence: v.optional(text),
  source: v.optional(Source),
  measure: v.optional(text),
  stat: v.optional(v.picklist(STATISTICS)),
  where: v.optional(texts, []),
  place: v.optional(texts, []),
  window: v.optional(window),
  against: v.optional(against),
  unit: v.optional(text),
  as_of: v.optional(day),
  published: v.optional(day),
  reported: v.optional(words),
});

const ClaimsFile = v.strictObject({ sources: v.optional(v.record(text, Source), {}), claims: v.array(ClaimEntry) });

type Entry = v.InferOutput<typeof ClaimEntry>;
type SourceEntry = v.InferOutput<typeof Source>;

const HINT =
  'a claim has a sentence, a source, and what the sentence does not say: measure, where, window, against, unit, as_of';

/** The claims of a YAML file: a list, or `claims` with named `sources` beside it. */
export function claimsFrom(file: ConfigFile): Claim[] {
  const isList = Array.isArray(file.value);
  const placeOf = (path: readonly (string | number)[]) => file.placeOf(isList ? path.slice(1) : path);
  const value = isList ? { claims: file.value } : file.value;
  const { claims, sources } = checked(ClaimsFile, { value, placeOf }, HINT);
  const found = claims.map((entry, i) => claimOf(entry, `claim-${i + 1}`, placeOf(['claims', i]), sources, null));
  checkIds(found);
  return found;
}

/** One claim that stands alone, as in a comment; `sentence` is what it stands beside. */
export function claimFrom(file: ConfigFile, id: string, sentence: string | null): Claim {
  return claimOf(checked(ClaimEntry, file, HINT), id, file.placeOf([]), {}, sentence);
}

/** Ids name claims in reports, so no two are alike. */
export function checkIds(claims: readonly Claim[]): void {
  const seen = new Map<string, Claim>();
  for (const claim of claims) {
    const first = seen.get(claim.id);
    if (first) throw new UserError(`${claim.at}: id: "${claim.id}" is the claim of ${first.at} too`);
    seen.set(claim.id, claim);
  }
}

function claimOf(
  entry: Entry,
  id: string,
  at: string,
  sources: Readonly<Record<string, SourceEntry>>,
  beside: string | null,
): Claim {
  const sentence = entry.sentence ?? beside;
  if (sentence === null) throw new UserError(`${at}: sentence: is missing`, { hint: HINT });
  return {
    id: String(entry.id ?? id),
    sentence,
    at,
    source: entry.source === undefined ? null : sourceOf(entry.source, sources, at),
    measure: entry.measure ?? null,
    stat: entry.stat ?? null,
    where: listed(entry.where),
    place: listed(entry.place),
    window: entry.window === undefined ? null : String(entry.window),
    against: entry.against === undefined ? null : String(entry.against),
    unit: entry.unit ?? null,
    asOf: entry.as_of ?? entry.published ?? null,
    reported: entry.reported === undefined ? null : String(entry.reported),
  };
}

const listed = (texts: string | readonly string[]): readonly string[] => (typeof texts === 'string' ? [texts] : texts);

/** A source by its name, or by its files. */
function sourceOf(entry: SourceEntry, sources: Readonly<Record<string, SourceEntry>>, at: string): ClaimSource {
  const names = Object.keys(sources);
  if (typeof entry === 'string' && names.length > 0 && !names.includes(entry) && !/[./\\]/.test(entry))
    throw new UserError(`${at}: source: no source is named "${entry}"${didYouMean(entry, names)}`, {
      hint: `sources are: ${names.join(', ')}; a file is written with its ending`,
    });
  const named = typeof entry === 'string' && Object.hasOwn(sources, entry) ? (sources[entry] ?? entry) : entry;
  if (typeof named === 'string' || Array.isArray(named)) return { files: listed(named), options: {} };
  const { files, ...options } = named;
  const given = Object.entries(options).filter((one): one is [string, string | string[]] => one[1] !== undefined);
  return { files: listed(files), options: Object.fromEntries(given) };
}
