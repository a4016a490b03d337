import { tidyColumns, tidyGlance } from '../analyses/tidy.ts';
import type { Command } from '../cli/command.ts';
import { chooseEngine } from '../engine/choose-engine.ts';
import { note } from '../note.ts';
import { leftOut } from '../records/left-out.ts';
import { FILE_OPTIONS } from './file-options.ts';
import { readRecords } from './read-records.ts';
import { keepsFiles } from './record-plan.ts';
import type { SeriesOptions } from './series-options.ts';
import { tidyDimensions, writtenUnder } from './tidy-plan.ts';
import { tidyRows } from './tidy-rows.ts';
import { tidyScope } from './tidy-scope.ts';

const command: Command<SeriesOptions> = {
  name: 'tidy',
  summary: 'the export as a tidy table, one row per record and measure, for a pipe or another program',
  operands: '[files...]',
  examples: [
    ['border-stats tidy crossings.csv -o crossings-tidy.csv', 'the export with its periods and numbers in one form'],
    ['border-stats tidy export.xlsx | border-stats change --window 6m', 'read once, then asked'],
    ["border-stats tidy trade.csv --measure value --where 'flow=import'", 'only what is needed of it'],
  ],
  options: [
    { flags: '--by <columns>', description: 'keep only these dimensions; the rows stay as they are', repeats: true },
    ...FILE_OPTIONS,
  ],
  async run(operands, options, context) {
    const records = await readRecords(operands, options, context);
    const { source, plan, provenance } = records;
    const dimensions = tidyDimensions(source, options, plan);
    const { hidden, records: kept, notes } = tidyScope(records, dimensions, options);
    const { engine } = await chooseEngine(options, source);
    const repeats = await leftOut(engine, source, plan.question, options, keepsFiles(source, options));
    const columns = tidyColumns(
      dimensions.map(({ name }) => name),
      writtenUnder(source) !== null,
    );
    const rows = () => tidyRows({ ...records, dimensions, hidden, leftOut: repeats });
    const all = { rows: kept * plan.measures.length, records: kept };
    return {
      title: `${source.files.map(({ name }) => name).join(', ')} as a tidy table`,
      table: { columns, rows: rows() },
      glance: (limit) => tidyGlance(columns, rows(), all, limit ?? Number.POSITIVE_INFINITY),
      notes: [...records.notes, ...notes, ...source.profile.caveats.map(note), ...records.rejected],
      provenance: { command: 'tidy', ...provenance },
    };
  },
};

export default command;
