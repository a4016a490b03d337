import { UserError } from '../errors.ts';
import { didYouMean } from './nearest.ts';

/** The index of a column by its name, in any case where that is clear; a usage error where there is none or two. */
export function columnNamed(name: string, header: readonly string[], file: string): number {
  const exact = matching(header, (column) => column === name);
  const found = exact.length > 0 ? exact : matching(header, (column) => column.toLowerCase() === name.toLowerCase());
  const [index, second] = found;
  if (index === undefined) {
    const known = header.filter((column) => column !== '');
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

/** Splits `a,b` into column names, each once, unless the whole is the name of one. */
export function columnList(texts: readonly string[], header: readonly string[]): string[] {
  const names = texts.flatMap((text) => (header.includes(text) ? [text] : text.split(',').map((name) => name.trim())));
  return [...new Set(names)];
}
