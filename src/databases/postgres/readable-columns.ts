import { inputError } from '../../errors.ts';
import { type Note, note, warning } from '../../note.ts';
import type { RelationColumn } from '../../source/relation.ts';
import type { CatalogColumn, CatalogTable } from './catalog.ts';
import { columnForm } from './column-form.ts';
import type { Target } from './connect.ts';

/** The columns of a table that can be read, and what a reader must know of the others and of the rows. */
export function readableColumns(
  { name, login }: Pick<Target, 'name' | 'login'>,
  { columns, isFiltered }: CatalogTable,
): { columns: RelationColumn[]; notes: Note[] } {
  const allowed = columns.filter(({ mayRead }) => mayRead);
  const read = allowed.flatMap(({ name, ...type }): RelationColumn[] => {
    const form = columnForm(type);
    return form === null ? [] : [{ name, type: type.type, form }];
  });
  const others = allowed.filter((column) => columnForm(column) === null);
  if (allowed.length === 0) throw noneAllowed(name, login.user, columns);
  if (read.length === 0) throw inputError(`${name}: no column holds single values: ${typed(others)}`);
  const secret = columns.filter(({ mayRead }) => !mayRead);
  const zoned = read.filter(({ form }) => form === 'instant');
  return {
    columns: read,
    notes: [
      ...(others.length === 0 ? [] : [note(`${name}: left out, as they hold no single values: ${typed(others)}`)]),
      ...(secret.length === 0
        ? []
        : [note(`${name}: left out, as "${login.user}" may not read them: ${named(secret)}`)]),
      ...(zoned.length === 0
        ? []
        : [note(`${name}: times are those of UTC: ${named(zoned)} (--timezone takes another)`)]),
      ...(isFiltered
        ? [warning(`${name}: the server shows "${login.user}" only the rows that its policies allow`)]
        : []),
    ],
  };
}

const named = (columns: readonly { readonly name: string }[]): string => columns.map(({ name }) => name).join(', ');

const typed = (columns: readonly CatalogColumn[]): string =>
  columns.map(({ name, type }) => `${name} (${type})`).join(', ');

const noneAllowed = (name: string, user: string, columns: readonly CatalogColumn[]) =>
  columns.length === 0
    ? inputError(`${name}: has no columns`)
    : inputError(`${name}: "${user}" may not read it`, `have its owner grant it: GRANT SELECT ON … TO ${user}`);
