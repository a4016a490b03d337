import type { Place } from '../source/place.ts';
import type { SourceRecord } from '../source/source-records.ts';

/** Something that breaks a rule. A warning is told, and does not fail the check. */
export interface Finding {
  /** Null where it is about the whole table. */
  readonly place: Place | null;
  readonly column: string;
  readonly cell: string;
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly problem: string;
}

/** A record with the period that it tells; null where it tells none that can be read. */
export interface CheckedRecord extends SourceRecord {
  readonly period: { readonly ordinal: number; readonly text: string } | null;
}

/** What looks for one kind of finding, record by record. */
export interface Checker {
  record(record: CheckedRecord): Iterable<Finding>;
  /** Once all records have been seen. */
  end(): Iterable<Finding>;
}

/** A checker that looks at each record by itself. */
export const each = (record: Checker['record']): Checker => ({ record, end: () => [] });
