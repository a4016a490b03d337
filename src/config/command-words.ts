/** Splits a command line into words as a shell does, as far as quotes, backslashes and blanks go; null where a quote stays open. */
export function commandWords(line: string): string[] | null {
  const words: string[] = [];
  let rest = line.trimStart();
  while (rest !== '') {
    const match = WORD.exec(rest);
    if (!match) return null;
    words.push(match[0].replace(PIECE, unquoted));
    rest = rest.slice(match[0].length).trimStart();
  }
  return words;
}

/** What stands in single quotes, in double quotes, behind a backslash, or by itself. */
const PIECE = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\]+)/gs;
const WORD = new RegExp(`^(?:${PIECE.source})+(?=\\s|$)`, 's');

function unquoted(_: string, single?: string, double?: string, escaped?: string, bare?: string): string {
  return single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? bare ?? '';
}
