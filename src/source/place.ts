import type { Source } from './source.ts';

/** A place in a source: the file's index in it, and the line on which a record starts, from 1. */
export interface Place {
  readonly file: number;
  readonly line: number;
}

/** Where a record lies, in the lines of the file or the rows of the sheet as they were published. */
export function publishedPlace(source: Pick<Source, 'files'>, { file, line }: Place): { name: string; line: number } {
  const found = source.files[file];
  return { name: found?.name ?? '', line: found?.lineOf ? found.lineOf(line) : line };
}

/** The same as `crossings.csv:12`; the name alone where rows have no number. */
export function placeText(source: Pick<Source, 'files'>, place: Place): string {
  const { name, line } = publishedPlace(source, place);
  return line === 0 ? name : `${name}:${line}`;
}
