import { WINDOW_COLUMNS } from '../analyses/compared-columns.ts';
import { approximate, type Exact, subtract } from '../math/exact.ts';
import { windowText } from '../period/index.ts';
import type { Cell, Glance, Table } from '../report/report.ts';
import { type ColumnName, column } from '../report/vocabulary.ts';
import { correction } from './correction.ts';
import { figureText, quantityText } from './figure-text.ts';
import type { Finding } from './finding.ts';
import { statementText } from './statement-text.ts';

const COLUMNS = [
  'claim',
  'stands_at',
  'claim_sentence',
  'says',
  'verdict',
  'reading',
  'rounding',
  'stated_figure',
  'data_figure',
  'measure',
  'unit',
  ...WINDOW_COLUMNS,
  'change_low',
  'change_high',
  'year_relative_change',
  'flags',
  'objections',
  'why',
  'correction',
] as const satisfies readonly ColumnName[];

/** One row per figure of a claim, with everything, for machines. */
export function findingsTable(findings: readonly Finding[]): Table {
  return { columns: COLUMNS.map(column), rows: findings.map(row) };
}

function row(one: Finding): Cell[] {
  const known = cells(one);
  return COLUMNS.map((name) => known[name] ?? null);
}

function cells(finding: Finding): Partial<Record<ColumnName, Cell>> {
  const { assertion, candidate, interval } = finding;
  const { claim, statement } = assertion;
  const limit = (ratio: number | null | undefined) => (ratio == null ? null : subtract(approximate(ratio), 1));
  const span = (which: 'base' | 'current') => candidate && windowText(candidate.spans[which], candidate.cadence);
  return {
    claim: claim.id,
    stands_at: claim.at,
    claim_sentence: claim.sentence,
    says: statement && statementText(statement),
    verdict: finding.verdict,
    reading: finding.reading,
    rounding: finding.rounding,
    stated_figure: statement?.figure?.value ?? null,
    data_figure: finding.found,
    measure: candidate?.series.measure.name ?? null,
    unit: candidate?.unit ?? null,
    base_window: candidate?.base === null ? null : span('base'),
    window: span('current'),
    base: candidate?.base ?? null,
    current: candidate?.current ?? null,
    change_low: limit(interval?.low),
    change_high: limit(interval?.high),
    year_relative_change: finding.yearChange,
    flags: finding.flags,
    objections: finding.objections.join('; ') || null,
    why: finding.why || null,
    correction: correction(finding),
  };
}

const SHOWN = [
  'claim',
  'verdict',
  'says',
  'data_figure',
  'base',
  'current',
  'flags',
] as const satisfies readonly ColumnName[];

/** The verdicts, and under them each claim in words. */
export function findingsGlance(findings: readonly Finding[]): Glance {
  const shown = (one: Finding): Cell[] => {
    const { base = null, current = null } = one.candidate ?? {};
    const text = (value: Exact | null) => value && quantityText(value);
    const texts = { data_figure: foundText(one), base: text(base), current: text(current) };
    const all: Partial<Record<ColumnName, Cell>> = { ...cells(one), ...texts };
    return SHOWN.map((name) => all[name] ?? null);
  };
  return {
    table: { columns: SHOWN.map(column), rows: findings.map(shown) },
    sentences: findings.map((one) => [`${one.assertion.claim.id}: ${findingText(one)}`]),
    omitted: null,
  };
}

function foundText({ found, assertion: { statement } }: Finding): string | null {
  if (found === null || !statement) return null;
  return figureText(statement.kind === 'levels' ? 'level' : statement.kind, found);
}

/** A finding in words: the verdict, on what it rests, and what the data say. */
export function findingText(finding: Finding): string {
  const { verdict, reading, rounding, why, objections, candidate } = finding;
  const how =
    rounding === 'truncated' ? ' (cut off, not rounded)' : rounding === 'half-even' ? ' (a half rounded to even)' : '';
  const said = {
    supported: `supported${candidate ? '' : ' by its own figures alone'}${how}`,
    'supported-only-if': `supported only if ${reading ?? ''}${how}`,
    contradicted: 'contradicted',
    impossible: 'impossible',
    unverifiable: 'unverifiable',
  }[verdict];
  const rest = [why, intervalText(finding), ...objections, correction(finding) ?? ''].filter((text) => text !== '');
  return [said, ...rest].join('; ').replace(/\.?$/, '');
}

/** The interval of the rate behind the counts, where the change of counts is claimed. */
function intervalText({ interval }: Finding): string {
  if (!interval || interval.low === null) return '';
  const text = (ratio: number) => figureText('change', subtract(approximate(ratio), 1));
  const high = interval.high === null ? 'no upper limit' : text(interval.high);
  const isOpen = interval.low <= 1 && (interval.high === null || interval.high >= 1);
  return `95 % interval ${text(interval.low)} to ${high}${isOpen ? ', so by itself no evidence of an underlying change' : ''}`;
}
