import { didYouMean } from '../config/nearest.ts';
import { UserError } from '../errors.ts';

/** The name of the column that no file has: the file that a record is in. */
export const FILE_COLUMN = '@file';

/** The names by which a column can be asked for: those of the header, and one past its last for the file itself. */
export const columnsAndFile = (header: readonly string[]): readonly string[] =>
  header.includes(FILE_COLUMN) ? header : [...header, FILE_COLUMN];

/** The index of a column by its name, in any case where that is clear; a usage error where there is none or two. */
export function columnNamed(name: string, header: readonly string[], file: string): number {
  const exact = matching(header, (column) => column === name);
  const found = exact.length > 0 ? exact : matching(header, (column) => column.toLowerCase() === name.toLowerCase());
  const [index, second] = found;
  if (index === undefined) {
    const alike = header.filter((column) => column.replace(/ #\d+$/, '') === name && column !== name);
    if (alike.length > 0) {
      const [one, ...others] = alike.map((column) => `"${column}"`);
      throw new UserError(`${file}: "${name}" is the name of ${alike.length} columns`, {
        hint: `name one by its position: ${one} or ${others.join(' or ')}`,
      });
    }
    const known = header.filter((column) => column !== '' && column !== FILE_COLUMN);
    throw new UserError(`${file}: there is no column "${name}"${didYouMean(name, known)}`, {
      hint: `the columns are: ${known.join(', ')}`,
    });
  }
  if (second !== undefined) {
    throw new UserError(`${file}: "${name}" is the name of columns ${index + 1} and ${second + 1}`, {
      hint: 'rename one of them in the header',
    });
  }
  return index;
}

function matching(header: readonly string[], test: (column: string) => boolean): number[] {
  return header.flatMap((column, i) => (test(column) ? [i] : []));
}

/** The names of a header, those that stand there more than once told apart by their positions: `value #2`, `value #5`. */
export function distinctNames(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.map((name, i) => {
    let distinct = name;
    if (name !== '' && counts.get(name) !== 1)
      do distinct += ` #${i + 1}`;
      while (counts.has(distinct));
    return distinct;
  });
}

/** Splits `a,b` into column names, each once, unless the whole is the name of one. */
export function columnList(texts: readonly string[], header: readonly string[]): string[] {
  const names = texts.flatMap((text) => (header.includes(text) ? [text] : text.split(',').map((name) => name.trim())));
  return [...new Set(names)];
}
