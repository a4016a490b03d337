import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { measuresTitle } from '../analyses/trend-title.ts';
import {
  releases,
  releasesTable,
  triangle,
  VINTAGE_VIEWS,
  type Vintage,
  type VintageView,
} from '../analyses/vintages.ts';
import type { Context } from '../cli/command.ts';
import { inputError, UserError } from '../errors.ts';
import { releaseDerivation } from '../explain/revise-derivation.ts';
import { counted } from '../note.ts';
import type { Report } from '../report/report.ts';
import { shownRows } from '../report/shown-rows.ts';
import { datedName } from '../source/dated-name.ts';
import { type Edition, notesOf, provenanceOf, readEdition } from './editions.ts';
import type { ExplainOptions } from './explain-options.ts';
import { explainedRow } from './explain-row.ts';
import type { SeriesOptions } from './series-options.ts';

export { VINTAGE_VIEWS, type VintageView };

/** `revise DIR`: every value as each dated edition in a folder had it. */
export async function vintagesReport(
  folder: string,
  options: SeriesOptions & ExplainOptions & { readonly view?: VintageView },
  context: Context,
): Promise<Report> {
  const editions: (Edition & { readonly date: string })[] = [];
  for (const { date, path } of await datedFiles(folder)) {
    editions.push({ date, ...(await readEdition(path, options, context)) });
  }
  const newest = editions.at(-1)?.set;
  if (!newest) throw inputError(`${folder}: holds no dated edition`, await whereTheyAre(folder));
  const all = releases(editions.map(({ date, set }): Vintage => ({ date, set })));
  const table = releasesTable(newest, all);
  return {
    title: `${measuresTitle(newest)}: ${counted(editions.length, 'edition')} of ${folder}`,
    table,
    glance: (most) => shownRows(triangle(newest, all, options.view ?? 'vertical'), [], most, 'last'),
    ...(await explainedRow(table, options, {
      ledgers: Object.fromEntries(editions.map(({ date, tallied, plan }) => [date, { tallied, plan }])),
      derivation: (column, { at }) => {
        const setOf = (vintage: string) => editions.find(({ date }) => date === vintage)?.set ?? newest;
        return all[at] ? releaseDerivation(column, all[at], setOf) : null;
      },
    })),
    notes: notesOf(editions),
    provenance: { command: 'revise', ...provenanceOf(editions) },
  };
}

/** What to name in place of a folder that holds none, such as that of the copies of several exports. */
async function whereTheyAre(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const folders = new Set(entries.filter(({ name }) => datedName(name)).map(({ parentPath }) => parentPath));
  const [first, second] = [...folders].sort();
  if (first === undefined) return 'name them as crossings-2025-06-30.csv';
  return `name one of its folders: ${second === undefined ? first : `${first} or ${second}`}`;
}

/** The files of a folder that have a date in their name, by date; others are none of our concern, such as a README. */
async function datedFiles(folder: string): Promise<{ date: string; path: string }[]> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    const hint = 'name two editions, or one folder of dated ones';
    if (cause.code === 'ENOTDIR') throw new UserError(`${folder}: is one edition`, { hint, cause });
    throw inputError(
      `${folder}: ${cause.code === 'ENOENT' ? 'there is no such folder' : `cannot be read (${cause.code})`}`,
      hint,
      cause,
    );
  });
  const dated = names.flatMap((name) => {
    const found = datedName(name);
    return found ? [{ date: found.date, path: join(folder, name) }] : [];
  });
  dated.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.path < b.path ? -1 : 1));
  const twice = dated.find(({ date }, i) => dated[i + 1]?.date === date);
  if (twice) throw inputError(`${folder}: two editions are of ${twice.date}`, 'keep one of them there');
  return dated;
}
