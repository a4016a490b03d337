import { UserError } from '../errors.ts';
import { columnList } from '../source/columns.ts';
import { RECORDS } from '../source/infer-measure.ts';
import { didYouMean } from '../source/nearest.ts';
import type { MeasureColumn } from '../source/profile.ts';
import type { Source } from '../source/source.ts';
import type { SeriesOptions } from './series-options.ts';

/** The measures asked for by name or column; those that the profile shows when none is named. */
export function askedMeasures({ header, profile, files }: Source, { measure }: SeriesOptions): MeasureColumn[] {
  if (!measure) return profile.measures.filter(({ name }) => profile.shown.includes(name));
  const known = profile.measures.flatMap(({ name, column }) => (column === null ? [name] : [name, column]));
  const found = columnList(measure, [...header, ...known]).map((wanted) => {
    const meant = profile.measures.find(({ name, column }) => [name, column].some((text) => same(text, wanted)));
    if (meant) return meant;
    if (wanted === RECORDS.name) return RECORDS;
    throw new UserError(`${files[0]?.name}: there is no measure "${wanted}"${didYouMean(wanted, known)}`, {
      hint: `the measures are: ${profile.measures.map(({ name }) => name).join(', ')}, records`,
    });
  });
  return [...new Set(found)];
}

const same = (text: string | null, wanted: string): boolean => text?.toLowerCase() === wanted.toLowerCase();
