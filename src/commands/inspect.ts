import type { Command } from '../cli/command.ts';
import { chooseEngine } from '../engine/choose-engine.ts';
import { UserError } from '../errors.ts';
import { inspection } from '../inspect/inspection.ts';
import { inspectionGlance } from '../inspect/inspection-glance.ts';
import { inspectionTable, TABLES, type TableName } from '../inspect/inspection-tables.ts';
import { counted } from '../note.ts';
import { columnList, columnNamed } from '../source/columns.ts';
import { openTable } from '../source/open.ts';
import { countedRecords } from './counted-records.ts';
import { described } from './described.ts';
import { namedFiles, readingHints } from './open-files.ts';
import { SERIES_OPTIONS, type SeriesOptions } from './series-options.ts';

interface Options extends SeriesOptions {
  readonly show?: TableName;
  readonly writeProfile?: string;
}

/** Options that say how to read, not what to do with the figures. */
const READING =
  /^--(stat|measure|fiscal-start|fiscal|profile|date|date-order|era|timezone|decimal|null|encoding|sheet|delimiter|engine|max-memory) /;

const command: Command<Options> = {
  name: 'inspect',
  summary: 'what a file is and how it was read: every decision, the columns, gaps, repeats and rejects',
  operands: '[files...]',
  examples: [
    ['border-stats inspect crossings.csv', 'how is this file read, and what should one know of it?'],
    ['border-stats inspect crossings.csv --by Border,Measure', 'which of these series have gaps?'],
    ['border-stats inspect crossings.csv --write-profile mine.yaml', 'the same as a profile, to be completed'],
    ['border-stats inspect seizures.csv --show findings -f csv', 'what is odd about it, for another program'],
  ],
  options: [
    { flags: '--by <columns>', description: 'look for gaps in the series of these columns', repeats: true },
    { flags: '--show <table>', description: 'the table for CSV and its like; JSON has all', choices: TABLES },
    { flags: '--write-profile <file>', description: 'draft a profile (YAML) that pins every decision', writes: true },
    ...SERIES_OPTIONS.filter(({ flags }) => READING.test(flags)),
  ],
  async run(operands, options, context) {
    checkProfilePath(options.writeProfile);
    const files = namedFiles(operands, context);
    const reading = readingHints(options);
    const table = await openTable(files, { ...reading, again: true }, context.stdin);
    const found = described(table, reading);
    const name = table.files[0]?.name ?? '';
    const by = options.by && columnList(options.by, table.header).map((one) => columnNamed(one, table.header, name));
    const { engine, notes } = await chooseEngine(options, table);
    const counts = await context.progress(`reading ${files.join(', ')}`, countedRecords(engine, table));
    const all = inspection(found, counts, { ...options, by: by ?? null });
    const drafted = options.writeProfile && (await draft(options.writeProfile, found.source, all, options));
    const { show = 'columns' } = options;
    const names = table.files.map(({ name }) => name);
    return {
      title: `${names[0]}${names.length > 1 ? ` and ${names.length - 1} more` : ''}: ${counted(counts.records, 'record')}, ${counted(table.header.length, 'column')}`,
      table: inspectionTable(show, all),
      sections: TABLES.filter((name) => name !== show).map((name) => ({ name, table: inspectionTable(name, all) })),
      glance: (rows) => inspectionGlance(all, rows),
      notes: drafted ? [...notes, ...drafted.notes] : notes,
      files: drafted ? drafted.files : [],
      provenance: {
        command: 'inspect',
        files: names,
        profile: found.source?.profile.name ?? '',
        records: counts.records,
        rejected: counts.ragged.reduce((sum, { count }) => sum + count, 0),
      },
    };
  },
};

/** Only by one of these endings is a file known as a profile. */
function checkProfilePath(path: string | undefined): void {
  if (path === undefined || /\.ya?ml$/i.test(path)) return;
  throw new UserError(`--write-profile ${path}: is not the name of a YAML file`, { hint: 'end it in .yaml' });
}

/** What writes YAML is loaded only where some is written. */
async function draft(...asked: Parameters<typeof import('./profile-file.ts').profileFile>) {
  const { profileFile } = await import('./profile-file.ts');
  return profileFile(...asked);
}

export default command;
