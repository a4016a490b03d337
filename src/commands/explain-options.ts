import type { OptionSpec } from '../cli/command.ts';
import { didYouMean } from '../config/nearest.ts';
import { UserError } from '../errors.ts';
import { type FigureId, readFigureId } from '../report/figure-id.ts';
import { FIGURE_COLUMNS } from '../report/vocabulary.ts';

/** Options of commands whose figures can be traced to their records. */
export interface ExplainOptions {
  readonly explain?: FigureId;
  /** Shows the records themselves. */
  readonly rows?: boolean;
  readonly ids?: boolean;
}

export const EXPLAIN_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--explain <id>',
    description: "where a figure comes from, such as 'relative_change[2025-H1,checkpoint=Mae Sai]'",
    parse: figureId,
  },
  { flags: '--rows', description: 'with --explain: the records themselves, with file and line' },
];

/** Reads an id, whose column must be one that holds figures. */
export function figureId(text: string): FigureId {
  const id = readFigureId(text);
  if (!id) {
    throw new UserError(`"${text}" is not the id of a figure`, {
      hint: "write it as -f json or --ids shows it: 'relative_change[2025-H1,checkpoint=Mae Sai]'",
    });
  }
  if (FIGURE_COLUMNS.includes(id.column)) return id;
  throw new UserError(`no column of figures is named "${id.column}"${didYouMean(id.column, FIGURE_COLUMNS)}`, {
    hint: 'an id is a column of figures and what identifies the row: value[2025-03]',
  });
}

/** `--rows` belongs to `--explain`. */
export function checkExplain({ explain, rows }: ExplainOptions): void {
  if (rows && explain === undefined) throw new UserError('--rows shows the records behind one figure: add --explain');
}
