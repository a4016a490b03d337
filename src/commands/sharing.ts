import type { Context } from '../cli/command.ts';
import type { EngineOptions } from '../engine/choose-engine.ts';
import type { Engine, Question, TallyResult } from '../engine/engine.ts';
import { type RepeatPolicies, type TalliedFiles, tallyFiles } from '../records/tally-files.ts';
import { type SeriesResult, seriesFromTallies } from '../series/from-tallies.ts';
import { numberOf } from '../series/id-of.ts';
import { withEvery } from '../series/kept-tallies.ts';
import { onceOf } from '../series/once-of.ts';
import type { SeriesPlan } from '../series/plan.ts';
import { type OpenedTable, openTable, type TableOptions } from '../source/open.ts';
import type { Source } from '../source/source.ts';
import { SharedWork } from './shared-work.ts';

/** A table that command lines of one run open once where they name the same files and cut them alike. */
export function sharedTable(
  paths: readonly string[],
  { encoding, sheet, again, maxMemory, delimiter, profile, date }: TableOptions,
  { shared = new SharedWork(), stdin }: Context,
): Promise<OpenedTable> {
  const options: Required<TableOptions> = { encoding, sheet, again, maxMemory, delimiter, profile, date };
  return shared.once(['table', paths, options], () => openTable(paths, options, stdin));
}

/** Tallies that command lines of one run have made once where they ask the same files the same. */
export function sharedTallies(
  engine: Engine,
  source: Source,
  question: Question,
  period: readonly number[],
  options: RepeatPolicies & EngineOptions,
  { shared = new SharedWork() }: Context,
): Promise<TalliedFiles> {
  const { files, dialect, header, profile } = source;
  const { identical, onOverlap } = options;
  const numbers = files.map((file) => numberOf(file));
  // What its columns mean decides which records of a source stand in it twice, and nothing else.
  const repeats = files.length > 1 || identical !== undefined ? [identical, onOverlap, period, profile] : [];
  const asked = ['tallies', options.engine, options.maxMemory, numbers, dialect, header, question, ...repeats];
  return shared.once(asked, () => tallyFiles(engine, source, question, period, options));
}

/** Series that command lines of one run have made once where they ask the same tallies the same. */
export const sharedSeries = (result: TallyResult, plan: SeriesPlan, isShared: boolean): SeriesResult =>
  isShared ? seriesOnce(result, withEvery(result, plan)) : seriesFromTallies(result, plan);

const seriesOnce = onceOf(seriesFromTallies);
