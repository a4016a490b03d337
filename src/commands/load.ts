import type { Command } from '../cli/command.ts';
import { UserError } from '../errors.ts';
import { counted, type Note, warning } from '../note.ts';
import type { Report } from '../report/report.ts';
import { column } from '../report/vocabulary.ts';
import { expandedPaths } from '../source/expanded-paths.ts';
import { FILE_OPTIONS } from './file-options.ts';
import { namedFiles } from './open-files.ts';
import type { SeriesOptions } from './series-options.ts';
import { type ReadTidy, tidyTable } from './tidy-table.ts';

interface LoadOptions extends SeriesOptions {
  readonly to?: string | undefined;
  readonly create?: boolean | undefined;
}

const command: Command<LoadOptions> = {
  name: 'load',
  summary: 'the tidy records of exports put into a table of a ClickHouse server, each once',
  operands: '[files...]',
  examples: [
    ['border-stats load crossings.csv --to clickhouse://host:8123/stats/crossings --create', 'a first load'],
    ["border-stats load 'exports/*.csv' --to clickhouse://host:8123/stats/crossings", 'and whatever is new'],
    [
      'border-stats load trade.csv --measure value --to clickhouses://host:8443/stats/trade',
      'only a part of it, over TLS',
    ],
  ],
  options: [
    {
      flags: '--to <address>',
      description: 'the table: clickhouse://host:8123/database/table, clickhouses:// for TLS',
    },
    { flags: '--create', description: 'make the table where there is none' },
    { flags: '--by <columns>', description: 'keep only these dimensions; the rows stay as they are', repeats: true },
    ...FILE_OPTIONS,
  ],
  async run(operands, { to, create = false, ...options }, context) {
    if (to === undefined) throw new UserError('load: --to is missing', { hint: 'name a table: --to clickhouse://…' });
    const { clickhouseAddress } = await import('../databases/clickhouse/address.ts');
    const { loadTidy } = await import('../databases/clickhouse/load.ts');
    const address = clickhouseAddress(to);
    const loads: Load[] = [];
    for (const path of await expandedPaths(namedFiles(operands, context))) {
      const tidy = await tidyTable([path], options, context);
      const columns = tidy.columns.map(({ name }) => name);
      const loading = loadTidy(address, { columns, rows: tidy.rows }, create);
      loads.push({ ...tidy, path, done: await context.progress(`loading ${path}`, loading) });
    }
    return loadReport(address.name, loads);
  },
};

export default command;

interface Load extends ReadTidy {
  readonly path: string;
  readonly done: { readonly load: string; readonly rows: number; readonly sent: number; readonly shared: number };
}

const COLUMNS = ['loaded_file', 'loaded_rows', 'sent_rows', 'shared_groups', 'load'] as const;

function loadReport(name: string, loads: readonly Load[]): Report {
  const rows = loads.map(({ path, done }) => [path, done.rows, done.sent, done.shared, done.load]);
  const table = { columns: COLUMNS.map(column), rows };
  const sent = loads.reduce((sum, { done }) => sum + done.sent, 0);
  const sentence = sent === 0 ? `${name} has all of it already` : `${counted(sent, 'row')} sent to ${name}`;
  const [first] = loads;
  return {
    title: `${loads.map(({ path }) => path).join(', ')} loaded into ${name}`,
    table,
    glance: () => ({ table, sentences: [[sentence]], omitted: null }),
    notes: loads.flatMap((load) => [...load.notes, ...sharedNotes(name, load)]),
    provenance: {
      command: 'load',
      files: loads.map(({ path }) => path),
      profile: first?.provenance.profile ?? '',
      records: loads.reduce((sum, { provenance }) => sum + provenance.records, 0),
      rejected: loads.reduce((sum, { provenance }) => sum + provenance.rejected, 0),
    },
  };
}

/** Editions of one export share their records, which then count as often as they were loaded. */
const sharedNotes = (name: string, { path, done }: Load): Note[] =>
  done.shared === 0
    ? []
    : [
        warning(
          `${path}: ${counted(done.shared, 'period')} of its series have rows of another load in ${name}, too: where these are the same records, they count twice`,
        ),
      ];
