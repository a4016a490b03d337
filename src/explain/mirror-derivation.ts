import type { MirrorPair, MirrorPoint, MirrorStatus } from '../analyses/mirror.ts';
import { type Cadence, periodText } from '../period/index.ts';
import type { Series } from '../series/series.ts';
import { comparison, level, none } from './comparison.ts';
import type { Derivation, Told } from './derivation.ts';
import { type Origin, originQuantity } from './origin.ts';
import type { Quantity } from './quantity.ts';

const WHY: Readonly<Partial<Record<MirrorStatus, string>>> = {
  'no-exports': 'the exporter reports nothing',
  'no-imports': 'the importer reports nothing',
  'zero-exports': 'the exporter reports zero, from which there is no ratio',
  equal: 'both report zero',
  part: 'a value stands for a part of its period only',
};

/** How a figure of what two countries report of one flow comes about; null for a column that it does not have. */
export function mirrorDerivation(
  column: string,
  { pair, point }: { readonly pair: MirrorPair; readonly point: MirrorPoint },
  originOf: (series: Series) => Origin | undefined,
  at: Cadence,
): Derivation | null {
  const { ordinal, status } = point;
  const side = (role: string, series: Series | undefined): Quantity | null => {
    const origin = series && originOf(series);
    return origin ? originQuantity(role, origin, ordinal, at) : null;
  };
  const told = toldOf(column, point, side('exports_value', pair.exports), side('imports_value', pair.imports));
  if (!told) return null;
  const goods = pair.commodity === '' ? '' : `, ${pair.commodity}`;
  const text = `${pair.exporter} to ${pair.importer}${goods} in ${periodText(ordinal, at)}: ${status}`;
  return { ...told, missing: told.value === null ? (WHY[status] ?? 'there is no value') : null, sentence: [text] };
}

function toldOf(
  column: string,
  { gap, relative, status }: MirrorPoint,
  exports: Quantity | null,
  imports: Quantity | null,
): Told | null {
  if (column === 'exports_value' || column === 'imports_value') {
    const side = column === 'exports_value' ? exports : imports;
    return side ? level(side) : none(WHY[status] ?? '');
  }
  if (column !== 'mirror_gap' && column !== 'relative_gap') return null;
  if (!imports || !exports) return none(WHY[status] ?? '');
  const of = { difference: gap, ratio: relative, status: 'ok' } as const;
  return comparison(column, imports, exports, { change: 'mirror_gap', ratio: 'relative_gap', of });
}
