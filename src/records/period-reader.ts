import type { TallyResult } from '../engine/engine.ts';
import { cadence, OCTOBER_FISCAL_YEAR, type PeriodForm, periodColumn, periodText } from '../period/index.ts';

/** Gives for each key of some tallies the period that it means, as one text; what stands there where none can be read. */
export function periodReader(
  results: readonly TallyResult[],
  keys: readonly number[],
  form: PeriodForm,
): (key: readonly string[]) => string {
  const textsOf = (key: readonly string[]) => keys.map((at) => (key[at] ?? '').trim());
  const raw = new Map<string, readonly string[]>();
  for (const { tallies } of results) {
    for (const { key } of tallies) {
      const texts = textsOf(key);
      raw.set(texts.join('\u0000'), texts);
    }
  }
  const column = periodColumn([...raw.values()], form);
  if ('problem' in column) return (key) => textsOf(key).join(' ');
  const at = cadence(column.every, form.fiscal ?? OCTOBER_FISCAL_YEAR);
  const names = new Map(
    [...raw].map(([id, texts], i) => {
      const ordinal = column.ordinals[i] ?? null;
      return [id, ordinal === null ? texts.join(' ') : periodText(ordinal, at)];
    }),
  );
  return (key) => names.get(textsOf(key).join('\u0000')) ?? '';
}
