import { tidyColumns } from '../analyses/tidy.ts';
import type { Context } from '../cli/command.ts';
import { chooseEngine } from '../engine/choose-engine.ts';
import { type Note, note } from '../note.ts';
import { leftOut } from '../records/left-out.ts';
import type { Cell, Column } from '../report/report.ts';
import { type ReadRecords, readRecords } from './read-records.ts';
import { keepsFiles } from './record-plan.ts';
import type { SeriesOptions } from './series-options.ts';
import { tidyDimensions, writtenUnder } from './tidy-plan.ts';
import { tidyRows } from './tidy-rows.ts';
import { tidyScope } from './tidy-scope.ts';

/** An export as a tidy table, which can be read as often as it is needed. */
export interface ReadTidy extends Pick<ReadRecords, 'source' | 'provenance'> {
  readonly columns: readonly Column[];
  rows(): AsyncIterable<readonly Cell[]>;
  readonly all: { readonly rows: number; readonly records: number };
  readonly notes: readonly Note[];
}

/** Reads files once, so that each record is understood as all of them together decide. */
export async function tidyTable(
  operands: readonly string[],
  options: SeriesOptions,
  context: Context,
): Promise<ReadTidy> {
  const records = await readRecords(operands, options, context);
  const { source, plan, provenance } = records;
  const dimensions = tidyDimensions(source, options, plan);
  const { hidden, records: kept, notes } = tidyScope(records, dimensions, options);
  const { engine } = await chooseEngine(options, source);
  const repeats = await leftOut(engine, source, plan.question, options, keepsFiles(source, options));
  const names = dimensions.map(({ name }) => name);
  return {
    source,
    provenance,
    columns: tidyColumns(names, writtenUnder(source) !== null),
    rows: () => tidyRows({ ...records, dimensions, hidden, leftOut: repeats }),
    all: { rows: kept * plan.measures.length, records: kept },
    notes: [...records.notes, ...notes, ...source.profile.caveats.map(note), ...records.rejected],
  };
}
