import { plainText } from '../math/exact.ts';
import type { Cell, Report } from '../report/report.ts';
import { batches } from './batches.ts';
import { isExact, machineText } from './cell-text.ts';
import { csvField } from './csv-field.ts';
import type { Renderer, Style } from './render.ts';
import { safeText } from './safe-text.ts';

/** One header and one line per row; text that starts a formula is escaped, numbers such as -12.5 are not. */
export function delimited(delimiter: string): Renderer {
  return async function* (report: Report, style: Style) {
    const safe = style.toTerminal ? safeText : (text: string) => text;
    const field = csvField(delimiter, safe);
    const word = csvField(delimiter, style.escapeFormulas ? (text) => safe(withoutFormula(text)) : safe);
    const text = (cell: Cell) => {
      if (typeof cell === 'string') return word(cell);
      if (cell === null) return '';
      return isExact(cell) ? plainText(cell) : field(machineText(cell));
    };
    const lineOf = (row: readonly Cell[]) => row.map(text).join(delimiter);
    yield `${lineOf(report.table.columns.map(({ name }) => name))}\n`;
    for await (const rows of batches(report.table.rows)) yield rows.map((row) => `${lineOf(row)}\n`).join('');
  };
}

export default delimited(',');

const STARTS = '=+-@\t\r\n';

/** A text cell that a spreadsheet would run gets an apostrophe before it. */
function withoutFormula(text: string): string {
  const starts = text.length > 1 && STARTS.includes(text.charAt(0));
  return starts && !/^[+\-\u2212]?[\d.,]+ ?%?$/.test(text) ? `'${text}` : text;
}
