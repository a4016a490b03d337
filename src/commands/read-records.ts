import type { Context } from '../cli/command.ts';
import type { Tally, TallyResult } from '../engine/engine.ts';
import { type Note, note } from '../note.ts';
import { type Cadence, cadence, type Ordinal, periodText } from '../period/index.ts';
import type { Provenance } from '../report/report.ts';
import type { Dated } from '../series/dated-list.ts';
import { datedTallies, type UnreadablePeriod } from '../series/dated-tallies.ts';
import { openSource } from '../source/open.ts';
import type { Place } from '../source/place.ts';
import type { OpenedSource, Source } from '../source/source.ts';
import { filterOf } from './conditions.ts';
import { askSource, namedFiles, readingHints } from './open-files.ts';
import { asideNotes, rejectedRecords, rejectNotes, totalRows } from './reading-notes.ts';
import { type RecordPlan, recordPlan } from './record-plan.ts';
import type { SeriesOptions } from './series-options.ts';

/** What its key tells of a record. */
export interface RecordFacts {
  readonly ordinal: Ordinal;
  /** The period as this program writes it. */
  readonly period: string;
  /** The columns whose value makes it a total of others. */
  readonly totals: readonly string[];
}

/** A source of which is known, before its records are read one by one, which of them count and what they mean. */
export interface ReadRecords {
  readonly source: OpenedSource;
  readonly plan: RecordPlan;
  readonly result: TallyResult;
  readonly cadence: Cadence;
  /** The tallies that the conditions keep, with their periods. */
  readonly kept: readonly Dated[];
  /** What could not be read as a period, beside rows that say that they are totals. */
  readonly unreadable: readonly UnreadablePeriod[];
  /** Null for a record that the conditions leave out, or whose period cannot be read. */
  factsOf(fields: readonly string[], place: Place): RecordFacts | null;
  /** What could not be read; a person is warned of it, or refused. */
  readonly rejected: readonly Note[];
  readonly notes: readonly Note[];
  readonly provenance: Omit<Provenance, 'command'>;
}

/** Where no column tells a period. */
const UNDATED = { source: cadence('month'), kept: [], unreadable: [], decisions: [] };

/** Reads all records once, so that each is understood as all of them together decide. `anyTable` takes one without periods too. */
export async function readRecords(
  paths: readonly string[],
  options: SeriesOptions,
  context: Context,
  anyTable = false,
): Promise<ReadRecords> {
  const files = namedFiles(paths, context);
  const how = { ...readingHints(options), again: true, kindIsOpen: true, anyTable };
  const opened = await openSource(files, how, context.stdin);
  const plan = recordPlan(opened, options);
  const { source, result } = await askSource(opened, plan, options, context);
  const {
    source: at,
    kept,
    unreadable,
    decisions,
  } = plan.period.keys.length === 0 ? UNDATED : keptRecords(result, plan);
  const { totals, others } = totalRows(unreadable);
  const rejected = rejectNotes(source, result.rejects, others);
  return {
    ...{ source, plan, result, cadence: at, kept, rejected, unreadable: others },
    factsOf: factsByKey(kept, plan, at, source),
    notes: [...source.notes, ...asideNotes(source, totals), ...decisions.map(note)],
    provenance: {
      files: source.files.map(({ name }) => name),
      profile: source.profile.name,
      records: result.records,
      rejected: rejectedRecords(result, others),
    },
  };
}

function keptRecords({ tallies }: TallyResult, { period, conditions }: RecordPlan) {
  const filters = conditions.map(filterOf);
  const { dated, ...told } = datedTallies(tallies, period, filters);
  return { ...told, kept: [...dated.under(filters)] };
}

/** Facts are worked out once per distinct key. */
function factsByKey(
  kept: readonly Dated[],
  plan: RecordPlan,
  at: Cadence,
  { header, files }: Source,
): ReadRecords['factsOf'] {
  const columns = plan.question.keys.map(({ column }) => column);
  const known = new Map<string, RecordFacts>();
  const mixed = plan.totals.filter((totals) => kept.some(({ tally }) => !isTotalOf(totals, tally)));
  for (const { tally, ordinal } of kept) {
    const totals = mixed.filter((one) => isTotalOf(one, tally));
    known.set(tally.key.join('\0'), {
      ordinal,
      period: periodText(ordinal, at),
      totals: totals.map(({ name }) => name),
    });
  }
  return (fields, { file }) => {
    const parts = columns.map((column) => (column < header.length ? fields[column] : files[file]?.name) ?? '');
    return known.get(parts.join('\0')) ?? null;
  };
}

/** True for records whose value in a column is a total; without any others there it is a total of nothing. */
export const isTotalOf = ({ key, values }: RecordPlan['totals'][number], tally: Tally): boolean =>
  values.includes((tally.key[key] ?? '').trim());
