import type { RelationColumn } from '../source/relation.ts';
import type { Sql } from './sql.ts';

/** Cells that are plainly numbers, and how they are added up exactly. */
export interface PlainNumbers {
  /** What is true of them; null where every cell that is not NULL is one. */
  readonly test: Sql | null;
  /** The value of such a cell, of a type whose sum, least and greatest are exact. */
  readonly exact: Sql;
}

/** What a database writes otherwise than others: all that differs is here. */
export interface Dialect {
  /** True where a question must be one SELECT, as shards are asked no more than that: then values are written out again wherever they are needed. */
  readonly isFlat?: boolean;
  /** A name in quotes, whatever is in it. */
  identifier(name: string): Sql;
  /** How the nth bound value of a statement is written, from 1. */
  placeholder(n: number, value: string | number): string;
  /** A value of a column as text, which `canonicalText` then brings into the form of all databases; NULL stays NULL. */
  text(value: Sql, column: RelationColumn): Sql;
  /** True where equal values of a column may have different texts, so that its texts must be grouped and not its values. */
  isGroupedByText(column: RelationColumn): boolean;
  /** The first characters of a text: at least `length` units of UTF-16 where there are so many. */
  prefix(text: Sql, length: number): Sql;
  /** A text without the characters of another at both ends. */
  trimmed(text: Sql, characters: Sql): Sql;
  /** Which cells of a column are plainly numbers; null where each is read from its text. */
  numbers(value: Sql, column: RelationColumn): PlainNumbers | null;
  /** An exact number, a count or the number of a row as text. */
  numberText(value: Sql): Sql;
  sum(exact: Sql): Sql;
}
