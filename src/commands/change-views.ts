import { allReadings, type BreaksOf } from '../analyses/all-readings.ts';
import type { Parts } from '../analyses/change.ts';
import { changeBetween } from '../analyses/change-between.ts';
import { readingSpread } from '../analyses/reading-spread.ts';
import { type ReadSeries, readingsTable } from '../analyses/readings.ts';
import { perDayOf, robustness, variants } from '../analyses/variants.ts';
import { variantsTable } from '../analyses/variants-table.ts';
import { breaksIn, type ChangeOptions, crossedBreak } from '../analyses/window-change.ts';
import { UserError } from '../errors.ts';
import type { Derivation } from '../explain/derivation.ts';
import { PARTS, TOTALS } from '../explain/input.ts';
import { readingDerivation } from '../explain/reading-derivation.ts';
import { variantDerivation } from '../explain/variant-derivation.ts';
import type { WindowSpec } from '../period/index.ts';
import type { Glance, Sentence, Table } from '../report/report.ts';
import type { Series, SeriesSet } from '../series/series.ts';
import { windowValue } from '../series/window-value.ts';
import type { FoundFigure } from './figure-row.ts';

/** What a command shows instead of its usual table. */
interface View {
  readonly table: Table;
  glance(): Glance;
  /** How a figure of a row comes about. */
  derivation(column: string, found: FoundFigure): Derivation | null;
}

/** What is compared, and the breaks that must not be crossed. */
type Windows = Pick<ChangeOptions, 'current' | 'base' | 'perDay' | 'breaks' | 'acrossBreaks'>;

/** The series whose change is the headline: the one total, or the one series; undefined where there are several. */
function headline({ set, totals }: Parts): Series | undefined {
  const candidates = totals.length > 0 ? totals : set.series;
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** How far the headline depends on choices, in one sentence. */
export function robustnessLine(parts: Parts, windows: Windows): Sentence[] {
  const series = headline(parts);
  if (!series) return [];
  const breaks = breaksIn(series, windows);
  if (crossedBreak(windows, breaks)) return [];
  const { cadence: at } = parts.set;
  const [base, current] = [windows.base, windows.current].map((window) => {
    const whole = windowValue(series, window);
    return windows.perDay ? { ...whole, value: perDayOf(whole.value, window, at) } : whole;
  });
  if (!base || !current) return [];
  const groups = parts.totals.length > 0 ? parts.set.series : [];
  const line = robustness(
    changeBetween(base, current, series.measure.kind),
    variants(series, groups, windows, parts.set.cadence, breaks),
  );
  return line ? [line] : [];
}

/** `--variants`: the headline under each other choice. */
export function variantsView(parts: Parts, windows: Windows): View {
  const series = headline(parts);
  if (!series)
    throw new UserError('--variants: there is more than one headline', { hint: 'pick one series with --where' });
  const groups = parts.totals.length > 0 ? parts.set.series : [];
  const all = variants(series, groups, windows, parts.set.cadence, breaksIn(series, windows));
  const table = variantsTable(
    all,
    windows.perDay ? { ...series, measure: { ...series.measure, unit: `${series.measure.unit} per day` } } : series,
    parts.set,
  );
  const of = { series, ledger: parts.totals.length > 0 ? TOTALS : PARTS, set: parts.set };
  return {
    table,
    glance: () => ({ table, sentences: robustnessLine(parts, windows), omitted: null }),
    derivation: (column, { at }) => (all[at] ? variantDerivation(column, all[at], of) : null),
  };
}

/** `--all-readings`: every defensible meaning of the window, for each series. */
export function readingsView(set: SeriesSet, spec: WindowSpec, daily: SeriesSet | null, breaksOf: BreaksOf): View {
  const all = set.series.map(
    (series, i): ReadSeries => ({ series, readings: allReadings(set, i, spec, daily, breaksOf) }),
  );
  const table = readingsTable(all, set.dimensions);
  const rows = all.flatMap(({ readings }) => readings);
  return {
    table,
    glance: () => ({ table, sentences: all.flatMap(spread), omitted: null }),
    derivation: (column, { at }) => (rows[at] ? readingDerivation(column, rows[at], set) : null),
  };
}

function spread({ series, readings: all }: ReadSeries): Sentence[] {
  const range = readingSpread(all);
  if (!range) return [];
  const name = series.key.length > 0 ? `${series.key.join(', ')}: ` : '';
  if (all.filter(({ change }) => change.ratio !== null).length < 2) return [[`${name}only one reading has a figure`]];
  const verdict = range.opposed
    ? 'the readings disagree in sign'
    : range.apart
      ? 'the readings disagree by more than rounding'
      : 'the readings agree';
  return [
    [
      `${name}${verdict}: from `,
      { value: range.low, kind: 'signed-ratio' },
      ' to ',
      { value: range.high, kind: 'signed-ratio' },
    ],
  ];
}
