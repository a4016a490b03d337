import { compare, divide, sign } from '../math/exact.ts';
import { windowText } from '../period/index.ts';
import type { Measure } from '../series/series.ts';
import { figureText, quantityText, unsigned } from './figure-text.ts';
import type { Finding } from './finding.ts';

/** The sentence that the data bear out, with both windows, base and current; null where there is no figure. */
export function correction({ assertion, candidate, found }: Finding): string | null {
  const { statement } = assertion;
  if (!statement || !candidate || found === null || candidate.current === null) return null;
  const { series, spans, cadence } = candidate;
  const what = subject(series.measure);
  const now = windowText(spans.current, cadence);
  const { unit } = candidate;
  if (statement.kind === 'level')
    return `${what} came to ${quantityText(found)} ${unit}${statement.per ? ` per ${statement.per}` : ''} in ${now}.`;
  if (statement.kind === 'share')
    return `The share was ${figureText('share', found)} in ${now}${candidate.base === null ? '' : `: ${quantityText(candidate.current)} of ${quantityText(candidate.base)}`}.`;
  if (candidate.base === null) return null;
  const before = windowText(spans.base, cadence);
  const moved = compare(candidate.current, candidate.base);
  const verb = moved > 0 ? 'rose' : moved < 0 ? 'fell' : 'stood still';
  const by = moved === 0 ? '' : ` by ${unsigned(amountText(statement.kind, candidate))}`;
  if (candidate.name.startsWith('by the slope')) return `${what} ${verb}${by} in ${now}, by the slope of its periods.`;
  return `${what} ${verb}${by}, from ${quantityText(candidate.base)} in ${before} to ${quantityText(candidate.current)} ${unit} in ${now}.`;
}

const STATISTICS: Partial<Record<Measure['statistic'], string>> = {
  max: 'the largest ',
  min: 'the smallest ',
  mean: 'the mean ',
};

/** The measure at the head of a sentence. */
function subject({ name, statistic }: Measure): string {
  const words = `${STATISTICS[statistic] ?? ''}${name.replaceAll('_', ' ')}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function amountText(kind: string, { base, change, current }: NonNullable<Finding['candidate']>): string {
  if (kind === 'points') return figureText('points', divide(change.difference ?? 0, 100));
  if (kind === 'difference' || change.ratio === null) return figureText('difference', change.difference ?? 0);
  return base !== null && current !== null && sign(base) > 0 ? figureText('change', change.ratio) : '';
}
