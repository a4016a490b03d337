import { compare, divide, type Exact, fraction, sign, subtract } from '../math/exact.ts';
import type { Ordinal } from '../period/index.ts';
import { type Flag, flagsAt, isPart, lastOrdinal, type Series, valueAt } from '../series/series.ts';

/** A country under its name and, where the source has one, its code. */
export interface Country {
  readonly name: string;
  readonly code: string;
}

/** One flow that one country reports of its trade with another. */
export interface ReportedFlow {
  readonly reporter: Country;
  /** Null where the source has no column of partners: then all of it is with the other reporter. */
  readonly partner: Country | null;
  readonly commodity: string;
  readonly flow: string;
  readonly series: Series;
}

/** The same goods as two countries see them: exports of the one are imports of the other. */
export interface MirrorPair {
  readonly exporter: string;
  readonly importer: string;
  readonly commodity: string;
  readonly exports: Series | undefined;
  readonly imports: Series | undefined;
}

/** Same code, or same name in any case. */
export function sameCountry(a: Country, b: Country): boolean {
  const hasCodes = /^[A-Z]{3}$/.test(a.code) && /^[A-Z]{3}$/.test(b.code);
  return (hasCodes && a.code === b.code) || a.name.trim().toLowerCase() === b.name.trim().toLowerCase();
}

/** Every pair of reporters in two sources, both ways, for each kind of goods. */
export function mirrorPairs(a: readonly ReportedFlow[], b: readonly ReportedFlow[]): MirrorPair[] {
  return [...oneWay(a, b), ...oneWay(b, a)];
}

function oneWay(exporting: readonly ReportedFlow[], importing: readonly ReportedFlow[]): MirrorPair[] {
  const countries = (flows: readonly ReportedFlow[]) =>
    flows
      .map(({ reporter }) => reporter)
      .filter((one, i, all) => all.findIndex((other) => sameCountry(one, other)) === i);
  return countries(exporting).flatMap((exporter) =>
    countries(importing).flatMap((importer) => {
      if (sameCountry(exporter, importer)) return [];
      const out = flowsBetween(exporting, 'exports', exporter, importer);
      const back = flowsBetween(importing, 'imports', importer, exporter);
      const goods = [...new Set([...out, ...back].map(({ commodity }) => commodity))].sort();
      return goods.map((commodity) => ({
        exporter: exporter.name,
        importer: importer.name,
        commodity,
        exports: out.find((one) => one.commodity === commodity)?.series,
        imports: back.find((one) => one.commodity === commodity)?.series,
      }));
    }),
  );
}

const flowsBetween = (
  flows: readonly ReportedFlow[],
  flow: string,
  reporter: Country,
  partner: Country,
): ReportedFlow[] =>
  flows.filter(
    (one) =>
      one.flow === flow &&
      sameCountry(one.reporter, reporter) &&
      (one.partner === null || sameCountry(one.partner, partner)),
  );

/**
 * What the two figures say of each other: `within-cif` the importer's is up to a fifth above, as freight and insurance
 * make it · `above` it is above by more, or without them · `below` it is below · `equal` neither · `no-exports` and
 * `no-imports` one side reports nothing · `zero-exports` the exporter reports 0 · `part` a period is only part covered.
 */
export type MirrorStatus =
  | 'within-cif'
  | 'above'
  | 'below'
  | 'equal'
  | 'no-exports'
  | 'no-imports'
  | 'zero-exports'
  | 'part';

export interface MirrorPoint {
  readonly ordinal: Ordinal;
  readonly exports: Exact | null;
  readonly imports: Exact | null;
  /** Imports minus exports. */
  readonly gap: Exact | null;
  /** The gap divided by the exports. */
  readonly relative: Exact | null;
  readonly status: MirrorStatus;
  readonly flags: readonly Flag[];
}

/** Freight and insurance add 10 to 20 % as a rule. */
const CIF_MARGIN = fraction(1n, 5n);

/** Both figures of each period that either side has. */
export function mirrorPoints({ exports, imports }: MirrorPair, isCif: boolean): MirrorPoint[] {
  const sides = [exports, imports].filter((series) => series !== undefined);
  const first = Math.min(...sides.map((series) => series.first));
  const last = Math.max(...sides.map(lastOrdinal));
  return Array.from({ length: last - first + 1 }, (_, i) => mirrorPoint(exports, imports, first + i, isCif)).filter(
    (point) => point.exports !== null || point.imports !== null,
  );
}

function mirrorPoint(out: Series | undefined, back: Series | undefined, ordinal: Ordinal, isCif: boolean): MirrorPoint {
  const [exports, imports] = [out, back].map((series) => (series ? valueAt(series, ordinal) : null)) as [
    Exact | null,
    Exact | null,
  ];
  const both = [out, back].map((series) => (series ? flagsAt(series, ordinal) : []));
  const flags = [...new Set(both.flat())].filter((flag) => flag !== 'missing');
  const none = { ordinal, exports, imports, gap: null, relative: null, flags };
  if (exports === null) return { ...none, status: 'no-exports' };
  if (imports === null) return { ...none, status: 'no-imports' };
  if (both.some(isPart)) return { ...none, status: 'part' };
  const gap = subtract(imports, exports);
  if (sign(exports) <= 0) return { ...none, gap, status: sign(gap) === 0 ? 'equal' : 'zero-exports' };
  const relative = divide(gap, exports);
  return { ...none, gap, relative, status: statusOf(relative, isCif) };
}

function statusOf(relative: Exact, isCif: boolean): MirrorStatus {
  if (sign(relative) === 0) return 'equal';
  if (sign(relative) < 0) return 'below';
  return isCif && compare(relative, CIF_MARGIN) <= 0 ? 'within-cif' : 'above';
}
