import { UserError } from '../errors.ts';
import { OCTOBER_FISCAL_YEAR } from '../period/index.ts';
import { BUILTIN_PROFILES } from '../source/builtin-profiles.ts';
import { draftedWide } from '../source/drafted-wide.ts';
import type { PeriodColumns, Profile } from '../source/profile.ts';
import type { Reading } from '../source/reading.ts';
import type { OpenedSource } from '../source/source.ts';
import { isTidy } from '../source/tidy-form.ts';
import type { Inspection } from './inspection.ts';
import { eraOf, isFiscalForm } from './period-era.ts';
import type { PeriodFacts } from './period-facts.ts';

/** The profile that reads a source as it was read here, with nothing left to be inferred; an error where there is none. */
export function draftedProfile(source: OpenedSource | null, { periods, undecided }: Inspection): Profile {
  const [open] = undecided;
  if (open) throw new UserError(`no profile is drafted yet: ${open.text}`, { hint: open.hint });
  if (source === null || periods === null) {
    throw new UserError('no profile is drafted: there are too many distinct records for memory', {
      hint: 'raise --max-memory, or draft it from a part of the file',
    });
  }
  const { profile, readings } = source;
  if (isTidy(source.header)) throw new UserError('no profile is drafted: a tidy table is read without one');
  if (profile.name !== 'inferred') {
    throw new UserError(`no profile is drafted: ${profile.name} describes this export already`, {
      hint: 'imitate that one, or name columns with --date and --measure, as if no profile knew it',
    });
  }
  const [first] = readings;
  const wide = first?.wide ? widePatterns(readings) : undefined;
  const across = new Set(first?.wide?.parts.flatMap(({ columns }) => columns) ?? []);
  const header = (first?.names ?? []).filter((name, i) => name !== '' && !across.has(i));
  return {
    ...profile,
    name: nameOf(source),
    title: source.files[0]?.name.split('/').pop() ?? '',
    header: [...new Set(header)],
    period: pinnedPeriod(profile.period, periods),
    ...(wide && { wide }),
  };
}

/** One set of patterns for all files. */
function widePatterns(readings: readonly Reading[]) {
  const drafted = readings.map(({ wide, names }) => wide && draftedWide(wide, names));
  const [first] = drafted;
  if (first && drafted.every((one) => JSON.stringify(one) === JSON.stringify(first))) return first;
  throw new UserError('no profile is drafted: no pattern tells the columns that are values of one dimension', {
    hint: 'write one by hand: `wide` has a pattern for each measure, as in data/profiles/ecb-rates.yaml',
  });
}

/** A zone is no part of a profile: it is named beside it. */
function pinnedPeriod({ zone: _, ...period }: PeriodColumns, { column, at, periods }: PeriodFacts): PeriodColumns {
  return {
    ...period,
    every: column.every,
    order: column.order ?? undefined,
    era: period.era ?? eraOf(periods),
    fiscal: period.fiscal ?? (isFiscalForm(period, at) ? OCTOBER_FISCAL_YEAR : undefined),
  };
}

/** After the file, but never as a profile that ships with the program. */
function nameOf({ files }: OpenedSource): string {
  const file = files[0]?.name.replace(/\[.*$/, '').split('/').pop() ?? '';
  const name = file
    .replace(/(?<=.)\.[\w.]*$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const isTaken = BUILTIN_PROFILES.some((known) => (known as { name: string }).name === name) || name === 'inferred';
  return isTaken || name === '' ? [name, 'draft'].filter((part) => part !== '').join('-') : name;
}
