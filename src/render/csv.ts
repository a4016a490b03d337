import type { Cell, Report } from '../report/report.ts';
import { batches } from './batches.ts';
import { machineText } from './cell-text.ts';
import { csvLines } from './csv-lines.ts';
import type { Renderer, Style } from './render.ts';
import { safeText } from './safe-text.ts';

/** One header and one line per row; text that starts a formula is escaped, numbers such as -12.5 are not. */
export function delimited(delimiter: string): Renderer {
  return async function* (report: Report, style: Style) {
    const shown = style.toTerminal ? safeText : (text: string) => text;
    const text = (cell: Cell) =>
      shown(typeof cell === 'string' && style.escapeFormulas ? withoutFormula(cell) : machineText(cell));
    const lines = csvLines(delimiter);
    yield lines([report.table.columns.map(({ name }) => text(name))]);
    for await (const rows of batches(report.table.rows)) yield lines(rows.map((row) => row.map(text)));
  };
}

export default delimited(',');

const STARTS = '=+-@\t\r\n';

/** A text cell that a spreadsheet would run gets an apostrophe before it. */
function withoutFormula(text: string): string {
  const starts = text.length > 1 && STARTS.includes(text.charAt(0));
  return starts && !/^[+\-\u2212]?[\d.,]+ ?%?$/.test(text) ? `'${text}` : text;
}
