import { tidyGlance } from '../analyses/tidy.ts';
import type { Command } from '../cli/command.ts';
import { FILE_OPTIONS } from './file-options.ts';
import type { SeriesOptions } from './series-options.ts';
import { tidyTable } from './tidy-table.ts';

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
    const { source, columns, rows, all, notes, provenance } = await tidyTable(operands, options, context);
    return {
      title: `${source.files.map(({ name }) => name).join(', ')} as a tidy table`,
      table: { columns, rows: rows() },
      glance: (limit) => tidyGlance(columns, rows(), all, limit ?? Number.POSITIVE_INFINITY),
      notes,
      provenance: { command: 'tidy', ...provenance },
    };
  },
};

export default command;
