import { windowText } from '../period/index.ts';
import { windowValue } from '../series/window-value.ts';
import type { Candidate } from './candidate.ts';
import { isLevel } from './candidates.ts';
import { SO_FAR } from './claim-levels.ts';
import type { Statement } from './statement.ts';

/**
 * Why a level is not all of what is claimed: its window goes on beyond the source, or periods of it have no value. Null
 * where it is, and where more could only bear the claim out: of a sum of counts that is "more than" so much already.
 */
export function gapWhy(statement: Statement, { series, spans, cadence, name }: Candidate): string | null {
  if (!isLevel(statement)) return null;
  const { statistic } = series.measure;
  const hedge = (statement.figure ?? statement.to)?.hedge;
  const grows = statistic === 'sum' || statistic === 'count' || statistic === 'max';
  if (statement.kind === 'level' && grows && statement.per === null && (hedge === 'more-than' || hedge === 'at-least'))
    return null;
  const window = windowText(spans.current, cadence);
  if (name.endsWith(SO_FAR)) return `the source ends with ${window}, before the time meant does`;
  const flags: readonly string[] = windowValue(series, spans.current).flags;
  if (flags.includes('incomplete')) return `periods of ${window} have no value`;
  return flags.includes('partial') ? `${window} is not covered to its ends` : null;
}
