import { stringify } from 'csv-stringify/sync';

/** Lines of delimited text as csv-stringify writes them. A row in which nothing can need quotes is joined without it. */
export function csvLines(delimiter: string): (rows: readonly (readonly string[])[]) => string {
  const options = { delimiter, quoted_match: /^'|\r/ };
  return (rows) => {
    let text = '';
    for (const row of rows) {
      const line = row.join(delimiter);
      const isPlain = !NEEDS_QUOTES.test(line) && occurrences(line, delimiter) === row.length - 1;
      text += isPlain ? `${line}\n` : stringify([row], options);
    }
    return text;
  };
}

const NEEDS_QUOTES = /["'\r\n]/;

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count++;
  return count;
}
