import type { Reject } from '../engine/engine.ts';
import type { Choice } from '../errors.ts';
import { type DateOrder, type Era, type PeriodForm, type PeriodProblem, periodText } from '../period/index.ts';
import { recordKey } from '../records/record-key.ts';
import type { OpenedTable } from '../source/open.ts';
import type { OpenedSource } from '../source/source.ts';
import { isTidy, PROFILE_COLUMN } from '../source/tidy-form.ts';
import { type ColumnFacts, columnFacts } from './column-facts.ts';
import type { ColumnTexts } from './column-texts.ts';
import type { Decided } from './decision.ts';
import { type Finding, finding } from './finding.ts';
import { nearestProfile } from './nearest-profile.ts';
import { periodDecisions, type SaidOfDates } from './period-decisions.ts';
import { type PeriodFacts, periodFacts } from './period-facts.ts';
import { pinned, type Said } from './pinned.ts';
import { profileDecision, profileDecisions } from './profile-decisions.ts';
import { asideFindings, emptyColumns, raggedFindings, rejectFindings } from './read-findings.ts';
import { readingDecisions } from './reading-decisions.ts';
import { identicalFindings, keyFindings } from './repeats.ts';
import { periodFindings, seriesFindings } from './series-findings.ts';
import { spellingFindings } from './spellings.ts';
import type { WholeRecords } from './whole-records.ts';

/** Something that only the user can decide. */
export interface Undecided {
  readonly text: string;
  readonly hint: string | undefined;
  readonly choice: Choice | null;
}

/** What is known of the columns of a table: all of it, or what is left open. */
export interface Described {
  readonly table: OpenedTable;
  /** Null where it is open what the columns mean. */
  readonly source: OpenedSource | null;
  readonly undecided: readonly Undecided[];
}

/** What an engine found in the records. */
export interface Counted {
  /** Tallies of whole records, file by file; null where they are too many for memory. */
  readonly whole: readonly WholeRecords[] | null;
  /** The texts of each column; null for one with too many. */
  readonly columns: readonly (ColumnTexts | null)[];
  readonly records: number;
  /** Records with too few or too many fields. */
  readonly ragged: readonly Reject[];
}

export interface Inspection {
  readonly decisions: readonly Decided[];
  readonly columns: readonly ColumnFacts[];
  readonly findings: readonly Finding[];
  /** The command line that pins every decision; null as long as something is undecided. */
  readonly command: readonly string[] | null;
  /** How the periods are read; null where that is not known. */
  readonly periods: PeriodFacts | null;
  readonly undecided: readonly Undecided[];
}

interface Asked extends Said, SaidOfDates {
  /** Columns whose combinations of values are expected to go on without gaps; those of the key if not given. */
  readonly by: readonly number[] | null;
}

/** All that can be said of a table: how it was read and why, its columns, and what a reader should know. */
export function inspection(described: Described, counts: Counted, asked: Asked): Inspection {
  const { table, source } = described;
  const columns = columnsOf(described, counts);
  const read = source && periodsOf(source, counts);
  const problem = source && read && 'problem' in read ? [undecidedPeriod(read, source, counts)] : [];
  const facts = read && 'column' in read ? read : null;
  const undecided = [...described.undecided, ...problem, ...severalProfiles(described, counts)];
  const key = source && counts.whole ? recordKey(source, counts.whole) : null;
  return {
    decisions: [
      ...readingDecisions(table.readings),
      profileDecision(table.header, table.known, table.known ? null : nearestProfile(table.header)),
      ...(facts && source ? periodDecisions(source.profile, asked, facts) : []),
      ...(source ? profileDecisions(source.profile) : []),
    ],
    columns: facts ? columns.map((column) => withRange(column, facts)) : columns,
    findings: [
      ...undecided.map(undecidedFinding),
      ...table.renamed.map((text) => finding('same-name', text)),
      ...table.readings.flatMap(asideFindings),
      ...raggedFindings(counts.ragged, table),
      ...columns.flatMap((column) => rejectFindings(column, counts.whole, table)),
      ...(counts.whole ? identicalFindings(counts.whole, table) : [finding('not-counted', TOO_MANY)]),
      ...(key ? keyFindings(key) : []),
      ...(facts && source ? periodFindings(source, facts) : []),
      ...(facts && source && counts.whole && key
        ? seriesFindings(source, counts.whole, facts, { key, by: asked.by })
        : []),
      ...columns.flatMap(({ position, name, role }) =>
        role === 'dimension' ? spellingFindings(name, counts.columns[position - 1] ?? new Map(), table) : [],
      ),
      ...emptyColumns(columns),
    ],
    command: facts && source && undecided.length === 0 ? pinned(source, facts, asked) : null,
    periods: facts,
    undecided,
  };
}

/** Rows of a tidy table that were written under several profiles do not mean the same by their columns. */
function severalProfiles({ table: { header } }: Described, { columns }: Counted): Undecided[] {
  const texts = isTidy(header) ? columns[header.indexOf(PROFILE_COLUMN)] : null;
  const names = [...(texts?.keys() ?? [])].map((name) => name.trim() || 'none');
  if (names.length < 2) return [];
  return [{ text: `rows of several profiles: ${names.join(', ')}`, hint: 'read them one by one', choice: null }];
}

/** A table without records leaves nothing open but what it is for. */
const undecidedFinding = ({ text, hint, choice }: Undecided): Finding =>
  finding(hint === undefined ? 'empty' : 'undecided', hint === undefined ? text : `${text}: ${hint}`, { choice });

/** So many cells tell what a column holds. */
const ENOUGH = 300;

const TOO_MANY = 'identical records and gaps of single series are not looked for: too many distinct records for memory';

function columnsOf({ table, source }: Described, { columns }: Counted): ColumnFacts[] {
  return table.header.map((name, i) => {
    const texts = columns[i] ?? null;
    const sample = texts ? texts.keys() : new Set(table.sample.map((fields) => fields[i] ?? ''));
    return columnFacts({ position: i + 1, name, sample: [...sample].slice(0, ENOUGH), texts }, source?.profile ?? null);
  });
}

/** A column that tells the period by itself ranges from the first period to the last. */
function withRange(column: ColumnFacts, facts: PeriodFacts): ColumnFacts {
  if (column.role !== 'period' || facts.periods[0]?.texts.length !== 1) return column;
  if (facts.ordinals.length === 0) return column;
  const [least, greatest] = rangeOf(facts);
  return { ...column, least, greatest };
}

function periodsOf(
  { header, profile: { period } }: OpenedSource,
  { whole, columns }: Counted,
  decided: Partial<PeriodForm> = {},
) {
  const parts = period.columns.map((name) => header.indexOf(name));
  const form = { ...period, ...decided };
  if (whole) return periodFacts(whole, parts, form);
  const texts = parts.length === 1 ? columns[parts[0] ?? 0] : null;
  if (!texts) return null;
  const tallies = [...texts].map(([text, seen]) => ({ key: [text], measures: [], ...seen }));
  return periodFacts([{ tallies, records: 0, rejects: [] }], [0], form);
}

/** What each value of the option that is left open would make of the periods. */
function undecidedPeriod({ problem, hint, choice }: PeriodProblem, source: OpenedSource, counts: Counted): Undecided {
  const readings = (choice?.among ?? []).flatMap((value) => {
    const form = choice?.option === '--era' ? { era: value as Era } : { order: value as DateOrder };
    const read = periodsOf(source, counts, form);
    if (!read || 'problem' in read || read.ordinals.length === 0) return [];
    return [`${value} gives ${rangeOf(read).join('…')}`];
  });
  return { text: [problem, ...readings].join('; '), hint, choice: choice ?? null };
}

const rangeOf = ({ at, ordinals }: PeriodFacts): [first: string, last: string] => [
  periodText(ordinals[0] ?? 0, at),
  periodText(ordinals[ordinals.length - 1] ?? 0, at),
];
