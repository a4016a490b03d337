import type { Every, FiscalYear, PeriodForm } from '../period/index.ts';
import type { Filter } from './filter.ts';
import type { Measure, Statistic } from './series.ts';

/** What to do with periods inside a series that have no record. */
export const GAP_POLICIES = ['missing', 'zero', 'error'] as const;

export type GapPolicy = (typeof GAP_POLICIES)[number];

/** A measure as the records name it; null where the export names none by the record. */
export interface Label {
  readonly name: string | null;
  readonly unit: string | null;
}

/** Where each record's measure and unit are named, if they are. */
export interface LabelPlan {
  readonly name: number | null;
  readonly unit: number | null;
  /** What a label means, where the plan's measure does not say; `figures` are some of its values. */
  readonly measureOf?: ((label: Label, figures: readonly string[]) => Measure) | undefined;
  /** Names in the order in which their series come; the others follow by name. */
  readonly order?: readonly string[] | undefined;
  /** Names of which only these are kept, where there are any of them. */
  readonly shown?: readonly string[] | undefined;
}

/** What a cell of the flag column says. */
interface FlagCell {
  readonly flags: readonly string[];
  /** True where it stands for a value that could not be read. */
  readonly unreadable: boolean;
}

/** How the tallies of one question are to be understood. All numbers are positions in the key. */
export interface SeriesPlan {
  readonly period: {
    readonly keys: readonly number[];
    readonly form: PeriodForm;
    /** Where the periods stand, for messages: `crossings.csv: column month`. */
    readonly place: string;
  };
  readonly by: readonly {
    readonly name: string;
    readonly key: number;
    readonly renamed: Readonly<Record<string, string>>;
    /** All its values in the order in which they are shown; by code unit if not given. */
    readonly order?: readonly string[];
  }[];
  readonly filters: readonly Filter[];
  /** Values of parts of the key that are totals of the others; left out where others are there. */
  readonly totals?:
    | readonly {
        readonly name: string;
        readonly key: number;
        readonly values: readonly string[];
        /** The option that shows them; `by` of their column if not given. */
        readonly shownBy?: 'by' | 'where' | undefined;
      }[]
    | undefined;
  readonly labels: LabelPlan;
  readonly flag: number | null;
  /** What a cell of the flag column says; if not given, one flag of the source's own. */
  readonly flagsIn?: ((text: string) => FlagCell) | undefined;
  /** True where the last period of the source counts as not yet over, unless `asOf` says otherwise. */
  readonly openEnd: boolean;
  /** True where the source writes 0 for periods at its end that are not published yet. */
  readonly unpublishedIsZero?: boolean | undefined;
  /** Each with its position among the question's measures, or null where it counts records. */
  readonly measures: readonly { readonly measure: Measure; readonly at: number | null }[];
  readonly every: Every | null;
  readonly fiscal: FiscalYear;
  readonly gaps: GapPolicy;
  /** Stands behind the unit of every measure: `within 50 km of THA-MMR`. */
  readonly qualifier?: string;
  /** Records by which a period is known to be covered, so that a group without one of its own is zero in it. */
  readonly zeroBeside?: Filter;
  /** True where each day of a source that goes by days is expected to have a record, as each longer period is. */
  readonly expectsDays: boolean;
  /** True where a period without a record is known to mean zero. */
  readonly absentIsZero: boolean;
  /** The day up to which the source is to be read, as `YYYY-MM-DD`. */
  readonly asOf: string | null;
}

/** True where each period of the source is expected to have a record. */
export const expectsAll = ({ expectsDays }: Pick<SeriesPlan, 'expectsDays'>, source: Every): boolean =>
  source !== 'day' || expectsDays;

/** The statistic that suits a measure: rates and shares are averaged, never summed. */
export const defaultStatistic = (kind: Measure['kind']): Statistic =>
  kind === 'rate' || kind === 'share' ? 'mean' : 'sum';
