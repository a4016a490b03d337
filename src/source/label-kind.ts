import { measureKind } from './column-kind.ts';
import { isCurrency } from './number-style.ts';
import type { MeasureKind } from './profile.ts';

/** What a measure is that only its name, its unit and some of its figures tell; null where they leave it open. */
export function labelKind(
  { name, unit }: { readonly name: string; readonly unit: string },
  figures: readonly string[],
): MeasureKind | null {
  if (/^(%|per ?cent)$/i.test(unit)) return 'share';
  const says = unit !== name.replaceAll('_', ' ');
  if (says && isCurrency(unit)) return 'amount';
  return measureKind(name, figures) ?? (says ? measureKind(unit, figures) : null);
}
