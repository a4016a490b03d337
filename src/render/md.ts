import type { Annotated, Quotable, Sentence, Table } from '../report/report.ts';
import { shellWord } from '../report/shell-word.ts';
import { sentenceText } from './cell-text.ts';
import { humanTable, isRight } from './human-table.ts';
import type { Renderer } from './render.ts';
import { safeText } from './safe-text.ts';

/** A Markdown table of all rows, the sentences under it as a list, and the notes; or the user's own text, annotated. */
const markdown: Renderer = async function* (report) {
  if (report.annotated) return yield* annotated(report.annotated);
  const { parts = [], table, sentences, quotable } = await report.glance(null);
  yield `**${escaped(safeText(report.title))}**\n\n`;
  for (const part of parts) {
    yield `### ${escaped(safeText(part.heading))}\n\n`;
    if (part.table) yield* tableLines(part.table);
    yield* listLines(part.sentences ?? [], part.table !== undefined);
    if (part.command) yield `\`\`\`sh\n${safeText(part.command.map(shellWord).join(' '))}\n\`\`\`\n`;
    yield '\n';
  }
  if (table.columns.length > 0) yield* tableLines(table);
  if (quotable) yield* paragraphs(quotable);
  else yield* listLines(sentences, table.columns.length > 0);
  for (const [i, { text }] of report.notes.entries()) yield `${i === 0 ? '\n' : ''}> ${escaped(safeText(text))}\n>\n`;
};

export default markdown;

function* tableLines(table: Table): Generator<string> {
  const { columns, rows } = humanTable(table);
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |\n`;
  yield line(columns.map(({ heading }) => heading));
  yield `|${columns.map((column) => (isRight(column) ? ' ---: |' : ' --- |')).join('')}\n`;
  for (const row of rows) yield line(row);
}

function* listLines(sentences: readonly Sentence[], below: boolean): Generator<string> {
  for (const [i, sentence] of sentences.entries())
    yield `${i === 0 && below ? '\n' : ''}- ${escaped(safeText(sentenceText(sentence)))}\n`;
}

/** The text as it is, with a footnote at each place of a note. */
function* annotated({ text, notes }: Annotated): Generator<string> {
  let from = 0;
  for (const { at, label } of notes) {
    yield `${text.slice(from, at)}[^${label}]`;
    from = at;
  }
  yield text.slice(from);
  yield text.endsWith('\n') ? '' : '\n';
  for (const note of notes) yield `\n[^${note.label}]: ${escaped(safeText(note.text))}\n`;
}

/** Each sentence with its comment in a paragraph; the comment begins on the sentence's line, where it ends no paragraph. */
function* paragraphs(quotable: readonly Quotable[]): Generator<string> {
  for (const [i, { sentence, comment, remark }] of quotable.entries()) {
    const [said, further] = [sentence, remark].map((one) => escaped(safeText(sentenceText(one))));
    const hidden = comment === null ? '' : ` ${comment.split('\n').map(safeText).join('\n')}`;
    yield `${i === 0 ? '' : '\n'}${said}${hidden}${further === '' ? '' : ` ${further}`}\n`;
  }
}

/** What Markdown or the HTML in it would take for markup stands for itself. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
