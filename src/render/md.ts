import { sentenceText } from './cell-text.ts';
import { humanTable, isRight } from './human-table.ts';
import type { Renderer } from './render.ts';
import { safeText } from './safe-text.ts';

/** A Markdown table of all rows, the sentences under it as a list, and the notes. */
const markdown: Renderer = async function* (report) {
  const { table, sentences } = await report.glance(null);
  const { columns, rows } = humanTable(table);
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |\n`;
  yield `**${escaped(safeText(report.title))}**\n\n`;
  yield line(columns.map(({ heading }) => heading));
  yield `|${columns.map((column) => (isRight(column) ? ' ---: |' : ' --- |')).join('')}\n`;
  for (const row of rows) yield line(row);
  for (const [i, sentence] of sentences.entries())
    yield `${i === 0 ? '\n' : ''}- ${escaped(safeText(sentenceText(sentence)))}\n`;
  for (const [i, { text }] of report.notes.entries()) yield `${i === 0 ? '\n' : ''}> ${escaped(safeText(text))}\n>\n`;
};

export default markdown;

/** What Markdown or the HTML in it would take for markup stands for itself. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
