import { compare, sign } from '../math/exact.ts';
import { type CorrectionWords, ENGLISH, thai } from './correction-words.ts';
import { quantityText } from './figure-text.ts';
import type { Finding } from './finding.ts';

/** The sentence that the data bear out, in its own language, with both windows, base and current; null where there is no figure. */
export function correction({ assertion, candidate, found }: Finding): string | null {
  const { statement, claim } = assertion;
  if (!statement || !candidate || found === null || candidate.current === null) return null;
  const { series, spans, cadence, base, current } = candidate;
  const say = wordsFor(claim.sentence);
  const what = say.subject(series.measure);
  const now = say.window(spans.current, cadence);
  const unit = say.unit(candidate.unit, statement.kind === 'level' ? statement.per : null);
  if (statement.kind === 'level') return say.level(what, `${quantityText(found)} ${unit}`, now);
  if (statement.kind === 'share')
    return say.share(found, now, base === null ? null : [quantityText(current), quantityText(base)]);
  if (base === null) return null;
  const moved = compare(current, base);
  const head = say.moved(what, moved, moved === 0 ? '' : amountText(statement.kind, candidate, say));
  if (candidate.name.startsWith('by the slope')) return `${head}${say.bySlope(now)}`;
  const before = say.window(spans.base, cadence);
  return `${head}${say.fromTo(quantityText(base), before, `${quantityText(current)} ${unit}`, now)}`;
}

/** Thai for a Thai sentence, in common years where it has some: 2024, not 2567. */
function wordsFor(sentence: string): CorrectionWords {
  if (!/[\u0E00-\u0E7F]{2}/.test(sentence)) return ENGLISH;
  return thai(!/ค\. ?ศ\.|(?<!\d)(?:19|20)\d\d(?!\d)/.test(sentence) || /(?<!\d)25\d\d(?!\d)/.test(sentence));
}

function amountText(
  kind: string,
  { base, change, current }: NonNullable<Finding['candidate']>,
  say: CorrectionWords,
): string {
  if (kind === 'points') return say.points(change.difference ?? 0);
  if (kind === 'difference' || change.ratio === null) return say.difference(change.difference ?? 0);
  return base !== null && current !== null && sign(base) > 0 ? say.percent(change.ratio) : '';
}
