import type { OptionSpec } from '../cli/command.ts';
import { UserError } from '../errors.ts';
import type { CoordinateHints } from '../source/coordinate-columns.ts';
import type { ChangeReportOptions } from './change-report.ts';
import { COMPARISON_OPTIONS, WINDOW_OPTIONS } from './comparison-options.ts';
import { exclude } from './exclude.ts';
import { checkExplain, EXPLAIN_OPTIONS } from './explain-options.ts';
import { LEVEL_OPTIONS } from './level-options.ts';
import { bandsOf, type Distance, distanceOf } from './reach.ts';
import { SERIES_OPTIONS } from './series-options.ts';
import type { TrendReportOptions } from './trend-report.ts';

export interface NearOptions extends ChangeReportOptions, TrendReportOptions, CoordinateHints {
  readonly border?: string;
  readonly within?: Distance;
  readonly bands?: readonly Distance[];
  readonly side?: string;
  readonly geojson?: string;
  readonly sensitivity?: boolean;
}

export const NEAR_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--border <line>',
    description: 'two countries, such as THA-MMR or Thailand-Myanmar, or a GeoJSON file with lines',
  },
  {
    flags: '--within <distance>',
    description: 'count records so near: 50km, 500m, 30mi, 25nmi; 50km if not given',
    parse: distanceOf('--within'),
  },
  { flags: '--bands <distances>', description: 'one series per ring, such as 10,25,50,100', parse: bandsOf },
  { flags: '--side <country>', description: 'only records on the land of this one of the two countries' },
  { flags: '--lat <column>', description: 'of the latitude, where its name does not tell' },
  { flags: '--lon <column>', description: 'of the longitude' },
  { flags: '--point <column>', description: 'of points as well-known text: POINT (98.5 16.7)' },
  { flags: '--precision <column>', description: 'that says how exactly the place is known' },
  { flags: '--sensitivity', description: 'the headline at other distances and by precision, instead of the series' },
  {
    flags: '--geojson <file>',
    description: 'write the records counted, with their distances, for a map',
    writes: true,
  },
  ...SERIES_OPTIONS,
  ...WINDOW_OPTIONS,
  ...COMPARISON_OPTIONS,
  ...LEVEL_OPTIONS,
  ...EXPLAIN_OPTIONS,
];

/** The name under which commander gives an option. */
const nameOf = ({ flags }: OptionSpec): string =>
  (/--([a-z-]+)/.exec(flags)?.[1] ?? '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const given = (options: NearOptions, specs: readonly OptionSpec[]): string | undefined => {
  const found = specs.find((spec) => options[nameOf(spec) as keyof NearOptions] !== undefined);
  return found && /--[a-z-]+/.exec(found.flags)?.[0];
};

/** Whether one window is compared with another, rather than levels shown per period. */
export const isComparison = (options: NearOptions): boolean =>
  given(options, [...WINDOW_OPTIONS, ...COMPARISON_OPTIONS]) !== undefined;

/** Options that are missing or contradict each other, before anything is read. */
export function checkNear(options: NearOptions): string {
  const { border, within, bands, lat, lon, point, geojson } = options;
  if (border === undefined) {
    throw new UserError('--border is missing: the line that distances are measured from', {
      hint: 'write --border THA-MMR, or --border line.geojson',
    });
  }
  checkExplain(options);
  exclude('--within', within, '--bands', bands);
  exclude('--point', point, '--lat and --lon', lat ?? lon);
  if ((lat === undefined) !== (lon === undefined)) throw new UserError('--lat and --lon are needed both');
  if (geojson === '-') throw new UserError('--geojson - : standard output has the table', { hint: 'name a file' });
  exclude('--geojson', geojson, '--identical drop', options.identical === 'drop' || undefined);
  exclude('--geojson', geojson, '--on-overlap', options.onOverlap);
  const [levels, windows] = [given(options, LEVEL_OPTIONS), given(options, [...WINDOW_OPTIONS, ...COMPARISON_OPTIONS])];
  exclude(levels ?? '', levels, windows ?? '', windows);
  return border;
}
