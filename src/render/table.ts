import { Chalk } from 'chalk';
import CliTable from 'cli-table3';
import type { Column, Sentence, Table } from '../report/report.ts';
import { shellWord } from '../report/shell-word.ts';
import { sentenceText } from './cell-text.ts';
import { fitted, GAP } from './fitted.ts';
import { type HumanTable, humanTable, isRight } from './human-table.ts';
import type { Renderer, Style } from './render.ts';
import { safeText } from './safe-text.ts';
import { textWidth } from './text-width.ts';
import { wrapped } from './wrapped.ts';

/** About how many rows fit on a screen without scrolling. */
const ROWS = 24;

/** A title, the newest figures in columns, and each series in words. */
const table: Renderer = async function* (report, style) {
  const paint = new Chalk({ level: style.color ? 1 : 0 });
  const { parts = [], table: glance, sentences, omitted } = await report.glance(ROWS);
  yield `${paint.bold(wrapped(safeText(report.title), style.width))}\n\n`;
  const hidden: string[] = [];
  for (const part of parts) {
    yield `${paint.bold(wrapped(safeText(part.heading), style.width))}\n`;
    if (part.table) yield laid(part.table);
    yield* lines(part.sentences ?? [], style);
    if (part.command) yield `${commandLines(part.command, style.width)}\n`;
    yield '\n';
  }
  if (glance.columns.length > 0) yield `${laid(glance)}\n`;
  yield* lines(sentences, style);
  const hint = hidden.length > 0 ? `columns left out for width: ${hidden.join(', ')}; -f csv has them` : null;
  for (const line of [omitted, hint]) if (line !== null) yield `${paint.dim(wrapped(line, style.width))}\n`;

  function laid(whole: Table): string {
    const { shown, hidden: left } = fitted(humanTable(whole), style.width);
    hidden.push(...left);
    return laidOut(shown, paint);
  }
};

export default table;

function* lines(sentences: readonly Sentence[], { width }: Style): Generator<string> {
  for (const sentence of sentences) yield `${wrapped(safeText(sentenceText(sentence)), width)}\n`;
}

/** A command line that goes on over the ends of lines, as a shell reads it; an option keeps its value. */
function commandLines(words: readonly string[], width: Style['width']): string {
  const lines: string[] = [''];
  for (const part of words
    .map((text) => safeText(shellWord(text)))
    .join(' ')
    .split(/ (?=-\S)/)) {
    const line = lines[lines.length - 1] ?? '';
    if (width !== null && line !== '' && textWidth(line) + textWidth(part) + 3 > width) lines.push(`  ${part}`);
    else lines[lines.length - 1] = line === '' ? part : `${line} ${part}`;
  }
  return lines.join(' \\\n');
}

/**
 * Lets cli-table3 lay the cells out. It counts a Thai vowel mark as a column, so it is given stand-ins of the true
 * width, which are replaced by the texts afterwards.
 */
function laidOut({ columns, rows }: HumanTable, paint: InstanceType<typeof Chalk>): string {
  const texts: string[] = [];
  const standIn = (text: string, styled: (text: string) => string) => {
    const width = textWidth(text);
    if (width > 0) texts.push(styled(text));
    return STAND_IN.repeat(width);
  };
  const layout = new CliTable({
    chars: NO_BORDERS,
    style: { 'padding-left': 0, 'padding-right': GAP, head: [], border: [] },
    colAligns: columns.map((column) => (isRight(column) ? 'right' : 'left')),
  });
  layout.push(columns.map(({ heading }) => standIn(heading, paint.dim)));
  for (const row of rows) layout.push(row.map((text, i) => standIn(text, painter(columns[i], text, paint))));
  let next = 0;
  const lines = layout.toString().replace(new RegExp(`${STAND_IN}+`, 'g'), () => texts[next++] ?? '');
  return `${lines
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')}\n`;
}

const STAND_IN = '\uE000';

const NO_BORDERS = Object.fromEntries(
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid middle'
    .split(' ')
    .map((name) => [name, '']),
);

function painter(
  column: Column | undefined,
  text: string,
  paint: InstanceType<typeof Chalk>,
): (text: string) => string {
  if (column?.kind === 'list') return paint.yellow;
  if (column?.kind !== 'ratio') return (plain) => plain;
  return text.startsWith('-') ? paint.red : text.startsWith('+') ? paint.green : (plain) => plain;
}
