import { type Ordinal, periodText } from '../period/index.ts';
import { overlapOf } from '../records/overlap.ts';
import type { RecordKey } from '../records/record-key.ts';
import { placeText } from '../source/place.ts';
import type { OpenedSource } from '../source/source.ts';
import { declaredTotals } from './declared-totals.ts';
import { type Finding, finding } from './finding.ts';
import { gapFindings } from './gaps.ts';
import { groupFindings, groupsOf } from './group-gaps.ts';
import type { PeriodFacts } from './period-facts.ts';
import { unreadFindings } from './read-findings.ts';
import { totalColumn } from './total-column.ts';
import { undeclaredTotals } from './undeclared-totals.ts';
import type { WholeRecords } from './whole-records.ts';

/** What the periods of a source lack, or mix. */
export function periodFindings(source: OpenedSource, facts: PeriodFacts): Finding[] {
  const column = source.profile.period.columns.join(', ');
  return [
    ...unreadFindings('rejects', column, facts.unreadable, source),
    ...unreadFindings('total', column, facts.totals, source),
    ...eraFindings(column, facts, source),
    ...gapFindings(facts, source.profile, column),
  ];
}

/** Years of both eras in one column: each is read by its size, but that they are mixed may be a slip. */
function eraFindings(column: string, { periods, at }: PeriodFacts, source: OpenedSource): Finding[] {
  const of = (buddhist: boolean) => periods.filter((one) => one.ordinal !== null && one.buddhist === buddhist);
  const [buddhist, common] = [of(true), of(false)];
  const [one, other] = [buddhist[0], common[0]];
  if (!one || !other) return [];
  const records = (some: typeof periods) => some.reduce((sum, period) => sum + period.records, 0);
  const shown = ({ texts, ordinal }: typeof one) =>
    `${JSON.stringify(texts.join(' '))} is ${periodText(ordinal ?? 0, at)}`;
  const text = `years of both eras: ${records(buddhist)} records of the Buddhist (${shown(one)}), ${records(common)} of the common era (${shown(other)})`;
  const later = one.first.file - other.first.file || one.first.line - other.first.line;
  const place = placeText(source, (later > 0 ? one : other).first);
  return [finding('two-eras', text, { column, count: Math.min(records(buddhist), records(common)), place })];
}

/** What only whole records tell: gaps of single series, totals among parts, records in two files. */
export function seriesFindings(
  source: OpenedSource,
  whole: readonly WholeRecords[],
  facts: PeriodFacts,
  { key, by }: { readonly key: RecordKey; readonly by: readonly number[] | null },
): Finding[] {
  const parts = source.profile.period.columns.map((name) => source.header.indexOf(name));
  const ordinals = new Map(facts.periods.map(({ texts, ordinal }) => [texts.join('\u0000'), ordinal]));
  const ordinalOf = (texts: readonly string[]): Ordinal | null =>
    ordinals.get(parts.map((at) => texts[at] ?? '').join('\u0000')) ?? null;
  const columns = by ?? (key.kind === 'key' && source.profile.absent !== 'zero' ? key.columns : []);
  const names = columns.map((at) => source.header[at] ?? '');
  const groups = columns.length > 0 ? groupsOf(whole, columns, ordinalOf) : [];
  const overlap = whole.length > 1 ? overlapOf(whole, source) : null;
  const [first] = overlap?.places ?? [];
  return [
    ...groupFindings(groups, names, facts),
    ...(overlap
      ? [finding('two-files', overlap.text, { count: overlap.count, place: first && placeText(source, first) })]
      : []),
    ...declaredTotals(whole, source),
    ...(key.kind === 'key' ? undeclaredTotals(whole, source, ordinalOf) : []),
    ...totalColumn(whole, source),
  ];
}
