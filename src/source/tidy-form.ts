import tidyTable from '../../data/profiles/tidy.yaml';
import type { ReadCell } from './cell.ts';
import { isSeparating, isTotal } from './column-kind.ts';
import type { Profile } from './profile.ts';
import { profileFrom } from './profile-schema.ts';

/** The columns of every tidy table. `profile` names the one under which it was written, where there was one. */
const TIDY_COLUMNS = ['period', 'measure', 'value', 'unit', 'flag'] as const;
export const PROFILE_COLUMN = 'profile';

/** Words of the flag column that tell what became of a cell; all others are the source's own. */
const TIDY_FLAGS = { blank: 'blank', unreadable: 'unreadable', total: 'total' } as const;

/** What a cell of the flag column says: the source's own flags, and whether the value could not be read. */
export function tidyFlags(text: string): { flags: readonly string[]; unreadable: boolean } {
  if (text === '') return { flags: [], unreadable: false };
  const words = text.split(' ').filter((word) => word !== '');
  const { blank, unreadable, total } = TIDY_FLAGS;
  const isOwn = (word: string) => word === unreadable || word === total || word.split(':')[0] === blank;
  return { flags: words.filter((word) => !isOwn(word)), unreadable: words.includes(unreadable) };
}

/** The flag column of a row: the source's own flags, then why it has no value, and whether it is a total of others. */
export function tidyFlag(source: string, cell: ReadCell | null, text: string, isTotal: boolean): string {
  const words = new Set(source === '' ? [] : source.split(' ').filter((word) => word !== ''));
  if (cell !== null && cell.flag !== null) words.add(cell.flag);
  if (cell === null) words.add(TIDY_FLAGS.unreadable);
  else if (cell.value === null && words.size === 0) words.add(blankFlag(text.trim()));
  if (isTotal) words.add(TIDY_FLAGS.total);
  return [...words].join(' ');
}

/** What stands in place of a value is told where it is one word. */
const blankFlag = (token: string): string =>
  token === '' || /\s/.test(token) ? TIDY_FLAGS.blank : `${TIDY_FLAGS.blank}:${token}`;

export const isTidy = (header: readonly string[]): boolean => TIDY_COLUMNS.every((name) => header.includes(name));

/** The columns of a tidy table that tell one series of a measure from another. */
function tidyDimensions(header: readonly string[]): string[] {
  const own: readonly string[] = [...TIDY_COLUMNS, PROFILE_COLUMN];
  return header.filter((name) => name !== '' && !own.includes(name));
}

/** What the columns of a tidy table mean, given the profile under which it was written. */
export function tidyUnder(
  written: Profile,
  header: readonly string[],
  sample: readonly (readonly string[])[],
): Profile {
  const tidy = profileFrom({ value: tidyTable, placeOf: () => 'tidy' });
  return isTidy(written.header) ? plainTidy(written, header, sample) : tidyForm(tidy, written, header);
}

/** The same as under the profile, in the columns of a tidy table. */
function tidyForm(tidy: Profile, written: Profile, header: readonly string[]): Profile {
  const inTable = (name: string) => {
    if (name === written.labels.unit) return tidy.labels.unit ?? name;
    return header.includes(`${name}_`) ? `${name}_` : name;
  };
  const moved = <T>(columns: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(columns).map(([name, value]) => [inTable(name), value]));
  const { name, title, absent, openEnd, unpublishedIsZero, breaks, caveats, measures, shown, period, seizures } =
    written;
  return {
    ...tidy,
    name,
    title: `tidy table of ${title}`,
    period: { ...tidy.period, every: period.every, fiscal: period.fiscal },
    dimensions: tidyDimensions(header),
    separate: written.separate.map(inTable).filter((column) => header.includes(column)),
    labels: { ...tidy.labels, measures, shown },
    ...(seizures && {
      seizures: { ...seizures, item: seizures.item === undefined ? undefined : inTable(seizures.item) },
    }),
    renamed: moved(written.renamed),
    totals: moved(written.totals),
    ...{ absent, openEnd, unpublishedIsZero, breaks, caveats },
  };
}

/** What a tidy table means of which nobody says more: its names are understood as those of any export. */
function plainTidy(tidy: Profile, header: readonly string[], sample: readonly (readonly string[])[]): Profile {
  const dimensions = tidyDimensions(header);
  const totals = dimensions.flatMap((name): [string, string[]][] => {
    const at = header.indexOf(name);
    const found = new Set(sample.map((fields) => (fields[at] ?? '').trim()).filter(isTotal));
    return found.size > 0 ? [[name, [...found]]] : [];
  });
  return {
    ...tidy,
    dimensions,
    separate: dimensions.filter((name) => isSeparating(name.replace(/_$/, ''))),
    totals: Object.fromEntries(totals),
  };
}
