import { sign } from '../math/exact.ts';
import { type Cadence, periodText, type Window } from '../period/index.ts';
import type { Glance, Quotable, Table } from '../report/report.ts';
import { column, dimensionColumn } from '../report/vocabulary.ts';
import type { ChangeRow } from './change.ts';
import { type ClaimFields, claimBlock, claimId } from './claim-block.ts';
import { ENGLISH } from './english-phrases.ts';
import { quotableChange } from './quotable-change.ts';
import { THAI } from './thai-phrases.ts';
import type { ChangeOptions } from './window-change.ts';
import { englishWindow, thaiWindow } from './window-words.ts';

export const LANGUAGES = ['en', 'th'] as const;

export type Language = (typeof LANGUAGES)[number];

/** How comparisons are written for an article. */
export interface QuoteOptions {
  readonly language: Language;
  readonly isBuddhist: boolean;
  /** What all claims share, and their conditions; null where a claim cannot say how the source was read. */
  readonly claim: {
    readonly source: ClaimFields;
    readonly rest: ClaimFields;
    readonly where: readonly string[];
  } | null;
}

/** A comparison for an article, with what tells it apart. */
interface Quote extends Quotable {
  readonly row: ChangeRow;
}

/** Each comparison as a sentence with the claim that `verify` reads beside it. */
export function changeQuotes(
  rows: readonly ChangeRow[],
  dimensions: readonly string[],
  cadence: Cadence,
  options: ChangeOptions,
  how: QuoteOptions,
): Quote[] {
  const words = (window: Window) =>
    how.language === 'th' ? thaiWindow(window, cadence, how.isBuddhist) : englishWindow(window, cadence);
  const windows = { now: words(options.current), before: words(options.base) };
  return rows.map((row) => {
    const { tells, ...said } = quotableChange(row, windows, how.language === 'th' ? THAI : ENGLISH, options.confidence);
    const isHeld = tells !== 'nothing' && !isEstimate(row) && canBeRead(row);
    const against = tells === 'change' ? rangeText(options.base, cadence) : undefined;
    return {
      row,
      ...said,
      comment: isHeld ? comment(row, dimensions, rangeText(options.current, cadence), against, how) : null,
    };
  });
}

/** `verify` compares no part of a period. */
const isEstimate = ({ current, base }: ChangeRow): boolean =>
  [...current.flags, ...base.flags].some((flag) => flag === 'scaled' || flag === 'part-included');

/** Sentences with points of a share, or with values below zero, are not read back for what they are. */
const canBeRead = ({ current, base, change: { status } }: ChangeRow): boolean =>
  status !== 'points' && [current, base].every(({ value }) => value === null || sign(value) >= 0);

/** `2025-01..2025-06`. */
const rangeText = ({ first, last }: Window, at: Cadence): string =>
  first === last ? periodText(first, at) : `${periodText(first, at)}..${periodText(last, at)}`;

function comment(
  { series: { measure }, key, isTotal, unit }: ChangeRow,
  dimensions: readonly string[],
  window: string,
  against: string | undefined,
  { claim }: QuoteOptions,
): string | null {
  if (claim === null) return null;
  const own = dimensions.flatMap((name, i) => {
    const isAll = isTotal && key[i] === 'total';
    return isAll ? [] : [`${name}=${key[i] ?? ''}`];
  });
  const where = [...claim.where, ...own];
  return claimBlock({
    id: claimId([measure.name, ...key, window]),
    ...claim.source,
    measure: measure.name,
    ...claim.rest,
    where: where.length > 0 ? where : undefined,
    window,
    against,
    unit,
  });
}

/** One row per comparison, for machines. */
export const quotesTable = (quotes: readonly Quote[], dimensions: readonly string[]): Table => ({
  columns: [
    ...dimensions.map(dimensionColumn),
    ...(['measure', 'unit', 'sentence', 'claim_block'] as const).map(column),
  ],
  rows: quotes.map(({ row, comment, ...said }) => [
    ...row.key,
    row.series.measure.name,
    row.unit,
    { sentence: whole(said) },
    comment,
  ]),
});

/** The sentences for people; Markdown gives them with their claims. */
export const quotesGlance = (quotes: readonly Quote[]): Glance => ({
  table: { columns: [], rows: [] },
  sentences: quotes.map(whole),
  quotable: quotes,
  omitted: null,
});

const whole = ({ sentence, remark }: Pick<Quotable, 'sentence' | 'remark'>) =>
  remark.length > 0 ? [...sentence, ' ', ...remark] : sentence;
