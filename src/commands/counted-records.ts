import type { Engine, TallyResult } from '../engine/engine.ts';
import { UserError } from '../errors.ts';
import { type ColumnTexts, columnTexts } from '../inspect/column-texts.ts';
import type { Counted } from '../inspect/inspection.ts';
import type { WholeRecords } from '../inspect/whole-records.ts';
import { combined, fileTallies, recordQuestion } from '../records/file-tallies.ts';
import type { SourceTable } from '../source/source.ts';

/** Has all distinct records tallied; where they are too many for memory, each column by itself. */
export async function countedRecords(engine: Engine, source: SourceTable): Promise<Counted> {
  const results = await unlessTooMany(fileTallies(engine, source, recordQuestion(source, { keys: [], measures: [] })));
  if (results !== null) {
    const whole = results.map(made);
    const columns = source.header.map((_, at) => columnTexts(whole, at));
    return { whole, columns, ...read(results) };
  }
  const columns: (ColumnTexts | null)[] = [];
  let records = read([]);
  for (const column of source.header.keys()) {
    const results = await unlessTooMany(fileTallies(engine, source, { keys: [{ column }], measures: [] }));
    columns.push(results && columnTexts(results.map(made), 0));
    if (results) records = read(results);
  }
  return { whole: null, columns, ...records };
}

const made = (result: TallyResult): WholeRecords => ({ ...result, tallies: result.tallies.slice() });

function read(results: readonly TallyResult[]): Pick<Counted, 'records' | 'ragged'> {
  const { records, rejects } = combined(results.map((result) => ({ ...result, tallies: [] })));
  return { records, ragged: rejects.filter(({ column }) => column === null) };
}

/** Null where an engine says that there are too many keys. */
async function unlessTooMany<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UserError && / for \d+ MB of memory/.test(error.message)) return null;
    throw error;
  }
}
