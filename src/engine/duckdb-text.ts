import { textRelation } from '../databases/duckdb/text-relation.ts';
import type { SourceFile, SourceTable } from '../source/source.ts';
import type { Engine, Question, TallyResult } from './engine.ts';
import { placesOfRows } from './places-of-rows.ts';
import { refuseOtherTotals } from './refuse-other-totals.ts';
import { relationalEngine } from './relational.ts';
import { textOnDisk } from './text-on-disk.ts';

/**
 * DuckDB for texts, where there are more distinct keys than memory holds: it keeps on disk what outgrows that.
 *
 * `checking` is an engine that reads texts by our own rules. It counts and adds up all records without their keys, and
 * where DuckDB cuts them otherwise its answer is refused; what cannot be read is told by `checking`, with its lines.
 */
export const duckdbTextEngine = (checking: Engine, memory: number | undefined): Engine => ({
  tally: (source, question) => tally(source, question, checking, memory),
});

async function tally(
  source: SourceTable,
  question: Question,
  checking: Engine,
  memory: number | undefined,
): Promise<TallyResult> {
  const texts = { ...source, files: await Promise.all(source.files.map(textOnDisk)) };
  const whole = await checking.tally(texts, { ...question, keys: [] });
  const files = texts.files.map((file): SourceFile => {
    return { ...file, relation: textRelation(file, source, memory) };
  });
  const { tallies } = await relationalEngine.tally({ ...source, files }, question);
  refuseOtherTotals(source, tallies, whole);
  return { ...whole, tallies: await placesOfRows(texts, tallies, whole) };
}
