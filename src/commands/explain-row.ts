import type { Derivation } from '../explain/derivation.ts';
import type { Report, Table } from '../report/report.ts';
import type { ColumnName } from '../report/vocabulary.ts';
import type { ExplainOptions } from './explain-options.ts';
import { type FoundFigure, figureRow } from './figure-row.ts';
import type { Ledger } from './ledger.ts';

/** How the figures of a table come about, and where their records are found. */
export interface RowTrace {
  readonly ledgers: Readonly<Record<string, Ledger>>;
  /** Null for a column that holds no figure of the row. */
  readonly derivation: (column: string, found: FoundFigure) => Derivation | null;
  /** How to have a column that is not there. */
  readonly hint?: (column: string) => string | undefined;
}

/** Where one figure of a table comes from, in place of the table; nothing where that is not asked. */
export async function explainedRow(
  table: Table,
  options: ExplainOptions,
  { ledgers, derivation, hint = () => undefined }: RowTrace,
): Promise<Partial<Pick<Report, 'title' | 'table' | 'glance'>>> {
  const { explain } = options;
  if (explain === undefined) return {};
  const found = figureRow(table, explain, hint);
  const told = derivation(explain.column, found);
  if (!told) throw new RangeError(`explain: there is no way to ${found.id}`);
  const { explainedFigure } = await import('./explain-figure.ts');
  const column = explain.column as ColumnName;
  return explainedFigure({ id: found.id, column, cell: found.cell, derivation: told, ledgers }, options);
}
