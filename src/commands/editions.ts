import type { Context } from '../cli/command.ts';
import { UserError } from '../errors.ts';
import type { Note } from '../note.ts';
import type { Provenance } from '../report/report.ts';
import type { SeriesSet } from '../series/series.ts';
import { type ReadSeries, readTallies, seriesOf, type Tallied } from './read-series.ts';
import type { SeriesOptions } from './series-options.ts';

/** The series of an edition, with what they were made of. */
export interface Edition extends ReadSeries {
  readonly tallied: Tallied;
}

/** The series of two editions of one export, read in one way. */
export interface Editions {
  readonly old: SeriesSet;
  readonly now: SeriesSet;
  readonly both: { readonly old: Edition; readonly now: Edition };
  readonly notes: readonly Note[];
  readonly provenance: Omit<Provenance, 'command'>;
}

export async function readEditions(
  oldPath: string,
  nowPath: string,
  options: SeriesOptions,
  context: Context,
): Promise<Editions> {
  const old = await readEdition(oldPath, options, context);
  const now = await readEdition(nowPath, options, context);
  const [before, after] = [old, now].map(({ set }) => set.cadence.every);
  if (before !== after) {
    throw new UserError(`${oldPath} goes by ${before}, ${nowPath} by ${after}`, { hint: 'choose with --every' });
  }
  return {
    old: old.set,
    now: now.set,
    both: { old, now },
    notes: notesOf([old, now]),
    provenance: provenanceOf([old, now]),
  };
}

/** Standard input is one stream, and cannot be two editions. */
export async function readEdition(path: string, options: SeriesOptions, context: Context): Promise<Edition> {
  if (path === '-') throw new UserError('an edition cannot be standard input', { hint: 'name a file' });
  const tallied = await readTallies([path], options, context);
  return { ...seriesOf(tallied, options, tallied.plan.series), tallied };
}

/** What is to be known of several editions, each thing once. */
export function notesOf(editions: readonly ReadSeries[]): Note[] {
  const all = editions.flatMap(({ notes }) => notes);
  return all.filter(({ text }, i) => all.findIndex((other) => other.text === text) === i);
}

export function provenanceOf(editions: readonly ReadSeries[]): Omit<Provenance, 'command'> {
  const all = editions.map(({ provenance }) => provenance);
  const sources = all.flatMap((one) => one.sources ?? []);
  const total = (count: (one: (typeof all)[number]) => number) => all.reduce((sum, one) => sum + count(one), 0);
  return {
    files: all.flatMap(({ files }) => files),
    profile: [...new Set(all.map(({ profile }) => profile))].join(', '),
    records: total(({ records }) => records),
    rejected: total(({ rejected }) => rejected),
    ...(sources.length > 0 && { sources }),
  };
}
