import type { PeriodForm } from '../period/index.ts';
import type { NumberStyle } from './number-style.ts';
import type { Rules } from './rules.ts';
import type { WideProfile } from './wide-profile.ts';

/** What a measure is, which decides how it is put together over records and periods. */
export type MeasureKind = 'count' | 'amount' | 'rate' | 'share';

/**
 * One column that is counted or measured.
 *
 * A `count` counts things, an `amount` is a quantity or a value: both are summed. A `rate` (a price, an index, a
 * concentration) and a `share` (a percentage, whose changes are in points) are averaged and never summed.
 */
export interface MeasureColumn {
  /** The column's name in the header; null counts the records themselves. */
  readonly column: string | null;
  readonly name: string;
  readonly unit: string;
  readonly kind: MeasureKind;
  /** True where cells may be written as `2.2e-05`. */
  readonly scientific: boolean;
  /** How its numbers are written, where it is not plainly. */
  readonly style?: NumberStyle | undefined;
}

/** The columns that tell the period, and how they are written. */
export interface PeriodColumns extends PeriodForm {
  readonly columns: readonly string[];
}

/** What a column of trade tells. */
export type TradeRole =
  | 'flow'
  | 'reporter'
  | 'reporterCode'
  | 'partner'
  | 'partnerCode'
  | 'commodity'
  | 'classification';

/** A measure of quantity. */
interface TradeQuantity {
  readonly measure: string;
  readonly column?: string | undefined;
  readonly unit?: string | undefined;
}

/** Where a table of trade says who traded what with whom, and which way. */
export interface TradeProfile {
  readonly columns: Readonly<Partial<Record<TradeRole, string>>>;
  /** Who reports all of it, where no column says so. */
  readonly reporter?: string | undefined;
  /** Measures of quantity, the best first: of the profile, or a column of its own whose unit each record names in another. */
  readonly quantities: readonly TradeQuantity[];
  /** How a flow is valued: `cif`, `fob`. */
  readonly valuation: { readonly exports?: string | undefined; readonly imports?: string | undefined };
}

/** The columns that name each record's measure and its unit. */
interface Labels {
  readonly name?: string | undefined;
  readonly unit?: string | undefined;
  /** What is known of the measures that the records name; each kind is understood from name and figures if not given. */
  readonly measures?: readonly MeasureColumn[] | undefined;
  /** Those of them that are shown when the user names none. */
  readonly shown?: readonly string[] | undefined;
}

/** What columns of coordinates mean; `point` is well-known text. */
export interface CoordinateRoles {
  readonly latitude?: string | undefined;
  readonly longitude?: string | undefined;
  readonly point?: string | undefined;
  readonly precision?: string | undefined;
}

/** The written description of an export format: what its columns mean. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  /** Columns that a header must have to be known as this format. */
  readonly header: readonly string[];
  readonly period: PeriodColumns;
  readonly measures: readonly MeasureColumn[];
  /** Names of the measures shown when the user names none. */
  readonly shown: readonly string[];
  /** Columns to group by; null means every column that is neither period, measure nor flag. */
  readonly dimensions: readonly string[] | null;
  /** Dimensions whose values are not to be added up, such as a column of what was measured. */
  readonly separate: readonly string[];
  /** Where an export names measures and units record by record; they are kept apart too. */
  readonly labels: Labels;
  /** Where the export is one of seizures: the column of what was seized, and the names of the measures of quantity and cases. */
  readonly seizures?:
    | { readonly item?: string | undefined; readonly quantity: string; readonly cases: string }
    | undefined;
  /** True where the last period of every edition is still going on when it is published. */
  readonly openEnd: boolean;
  /** The columns that say where a record happened, and how exactly that is known; each where a file has it. */
  readonly coordinates?: CoordinateRoles | undefined;
  /** The column of the source's own flags. */
  readonly flag?: string | undefined;
  /** Cells that mean "no value". */
  readonly nulls: readonly string[];
  /** More such cells of single columns. */
  readonly columnNulls: Readonly<Record<string, readonly string[]>>;
  /** What a period without a record means; undefined where the format does not say. */
  readonly absent?: 'zero' | 'missing' | undefined;
  /** Values that changed their name: for a column, the old name and the new one. */
  readonly renamed: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Values that are totals of the others in their column, such as `World`; never added to them. */
  readonly totals: Readonly<Record<string, readonly string[]>>;
  /** How columns that are values of one dimension become one column. */
  readonly wide?: WideProfile | undefined;
  /** What every edition of the export obeys. */
  readonly rules?: Rules | undefined;
  /** Periods that begin a new series: figures before and after are not comparable. */
  readonly breaks: Readonly<Record<string, string>>;
  /** Where the export is one of trade: the roles of its columns. */
  readonly trade?: TradeProfile | undefined;
  /** True where periods that are not published yet stand in the source as 0: the last ones with nothing else are left out. */
  readonly unpublishedIsZero?: boolean | undefined;
  /** What a reader must know about every figure from this format. */
  readonly caveats: readonly string[];
}

export const DEFAULT_NULLS: readonly string[] = ['', '-', '–', '..', ':', 'N/A', 'n/a'];
