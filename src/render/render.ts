import type { Report } from '../report/report.ts';

/** How a report may look. */
export interface Style {
  readonly color: boolean;
  /** The columns of the terminal, or null where lines may be as long as they are. */
  readonly width: number | null;
  /** True where the text goes to a terminal, which must not be given controls. */
  readonly toTerminal: boolean;
  /** False keeps cells that a spreadsheet would take for a formula as they are. */
  readonly escapeFormulas: boolean;
}

/** Turns a report into text, in pieces. Pure: the same report and style give the same bytes. */
export type Renderer = (report: Report, style: Style) => AsyncIterable<string>;
