import { stringify } from 'csv-stringify/sync';
import type { Cell, Report } from '../report/report.ts';
import { machineText } from './cell-text.ts';
import type { Renderer, Style } from './render.ts';
import { safeText } from './safe-text.ts';

const ROWS_AT_ONCE = 1000;

/** One header and one line per row; text that starts a formula is escaped, numbers such as -12.5 are not. */
export function delimited(delimiter: string): Renderer {
  return async function* (report: Report, style: Style) {
    const shown = style.toTerminal ? safeText : (text: string) => text;
    const text = (cell: Cell) =>
      shown(typeof cell === 'string' && style.escapeFormulas ? withoutFormula(cell) : machineText(cell));
    const options = { delimiter, quoted_match: /^'|\r/ };
    yield stringify([report.table.columns.map(({ name }) => text(name))], options);
    let block: string[][] = [];
    for await (const row of report.table.rows) {
      if (block.push(row.map(text)) < ROWS_AT_ONCE) continue;
      yield stringify(block, options);
      block = [];
    }
    if (block.length > 0) yield stringify(block, options);
  };
}

export default delimited(',');

/** A text cell that a spreadsheet would run gets an apostrophe before it. */
function withoutFormula(text: string): string {
  const starts = /^[=+\-@\t\r\n]./s.test(text);
  return starts && !/^[+\-\u2212]?[\d.,]+ ?%?$/.test(text) ? `'${text}` : text;
}
