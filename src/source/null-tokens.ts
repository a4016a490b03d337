import { columnNamed } from './columns.ts';
import { DEFAULT_NULLS, type Profile } from './profile.ts';

/** Cells that mean "no value" beside the usual ones: in every column, and in single ones. */
export type NullTokens = Pick<Profile, 'nulls' | 'columnNulls'>;

export const NO_MORE_NULLS: NullTokens = { nulls: [], columnNulls: {} };

/** What `--null` says: `NA,x` of every column, `column=NA,x` of one. */
export function nullTokens(texts: readonly string[], header: readonly string[], file: string): NullTokens {
  const nulls: string[] = [];
  const columnNulls: Record<string, string[]> = {};
  for (const text of texts) {
    const [, column, list = text] = /^(.+?)=(.*)$/s.exec(text) ?? [];
    const tokens = list.split(',').map((token) => token.trim());
    if (column === undefined) {
      nulls.push(...tokens);
      continue;
    }
    const name = header[columnNamed(column.trim(), header, file)] ?? '';
    columnNulls[name] = [...(Object.hasOwn(columnNulls, name) ? (columnNulls[name] ?? []) : []), ...tokens];
  }
  return { nulls, columnNulls };
}

/** The cells of one column that mean "no value". */
export function nullsIn({ nulls, columnNulls }: NullTokens, column: string | null): readonly string[] {
  return column !== null && Object.hasOwn(columnNulls, column) ? [...nulls, ...(columnNulls[column] ?? [])] : nulls;
}

/** The same beside the usual ones, as long as no profile says which there are. */
export const nullsBeside = (tokens: NullTokens, column: string): readonly string[] => [
  ...DEFAULT_NULLS,
  ...nullsIn(tokens, column),
];
