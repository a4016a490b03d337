import { negate, sign } from '../math/exact.ts';
import { type Cadence, periodText } from '../period/index.ts';
import type { Cell, Figure, Glance, Sentence, Table } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import { type MirrorPair, type MirrorPoint, type MirrorStatus, mirrorPoints } from './mirror.ts';

/** What stands around the pairs of a comparison of mirror statistics. */
export interface MirrorFrame {
  readonly cadence: Cadence;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly exportsValued: string;
  readonly importsValued: string;
  /** True where imports are valued with freight and insurance, or nobody says otherwise. */
  readonly isCif: boolean;
  readonly byCommodity: boolean;
}

const NAMES = [
  'unit',
  'period',
  'exports_value',
  'exports_valuation',
  'imports_value',
  'imports_valuation',
  'mirror_gap',
  'relative_gap',
  'mirror_status',
  'flags',
] as const satisfies readonly ColumnName[];
const GLANCE = [
  'period',
  'exports_value',
  'imports_value',
  'mirror_gap',
  'relative_gap',
  'mirror_status',
  'flags',
] as const satisfies readonly ColumnName[];

/** Most periods of one pair that are shown. */
const MOST_PERIODS = 12;

const dimensionsOf = ({ byCommodity }: MirrorFrame): string[] => [
  'exporter',
  'importer',
  ...(byCommodity ? ['commodity'] : []),
];

const keyOf = ({ exporter, importer, commodity }: MirrorPair, { byCommodity }: MirrorFrame): string[] => [
  exporter,
  importer,
  ...(byCommodity ? [commodity] : []),
];

const shownPoints = (pair: MirrorPair, { isCif, from, to }: MirrorFrame): MirrorPoint[] =>
  mirrorPoints(pair, isCif).filter(({ ordinal }) => ordinal >= from && ordinal <= to);

/** Exports as the one reports them beside imports as the other does, for every pair and period. */
export function mirrorTable(pairs: readonly MirrorPair[], frame: MirrorFrame): Table {
  const labels = dimensionsOf(frame).map(dimensionColumn);
  return {
    columns: [...labels, ...NAMES.map(column)],
    key: ['period', ...labels.map(({ name }) => name)],
    rows: mirrorPlaces(pairs, frame).map(({ pair, point }) => [
      ...keyOf(pair, frame),
      ...NAMES.map((name) => cells(point, frame)[name] ?? null),
    ]),
  };
}

/** What each row of a table of mirror statistics is about, in their order. */
export const mirrorPlaces = (
  pairs: readonly MirrorPair[],
  frame: MirrorFrame,
): { readonly pair: MirrorPair; readonly point: MirrorPoint }[] =>
  pairs.flatMap((pair) => shownPoints(pair, frame).map((point) => ({ pair, point })));

export function mirrorGlance(pairs: readonly MirrorPair[], frame: MirrorFrame, most: number | null): Glance {
  const periods =
    most === null
      ? Number.POSITIVE_INFINITY
      : Math.max(1, Math.min(MOST_PERIODS, Math.floor(most / Math.max(1, pairs.length))));
  const visible = most === null ? pairs : pairs.slice(0, most);
  const blocks = visible.map((pair) =>
    shownPoints(pair, frame)
      .slice(-periods)
      .map((point) => [...keyOf(pair, frame), ...GLANCE.map((name) => cells(point, frame)[name] ?? null)]),
  );
  const isCut = visible.length < pairs.length || visible.some((pair) => shownPoints(pair, frame).length > periods);
  return {
    table: {
      columns: [...dimensionsOf(frame).map(dimensionColumn), ...GLANCE.map(column)],
      rows: blocks.flat(),
      blocks: blocks.map(({ length }) => length),
    },
    sentences: visible.slice(0, 10).map((pair) => sentenceOf(pair, frame)),
    omitted: isCut ? 'not shown: more pairs or earlier periods; -f csv gives all' : null,
  };
}

function cells(point: MirrorPoint, frame: MirrorFrame): Partial<Record<ColumnName, Cell>> {
  return {
    unit: frame.unit,
    period: periodText(point.ordinal, frame.cadence),
    exports_value: point.exports,
    exports_valuation: frame.exportsValued,
    imports_value: point.imports,
    imports_valuation: frame.importsValued,
    mirror_gap: point.gap,
    relative_gap: point.relative,
    mirror_status: point.status,
    flags: point.flags,
  };
}

const WORDS: Readonly<Record<MirrorStatus, string>> = {
  'within-cif': ', which freight and insurance can make (10 to 20 % as a rule)',
  above: ', more than freight and insurance make',
  below: ', although imports with freight and insurance should be above the exports',
  equal: '',
  'no-exports': '',
  'no-imports': '',
  'zero-exports': '',
  part: '',
};

/** The newest period that both sides report, in words. */
function sentenceOf(pair: MirrorPair, frame: MirrorFrame): Sentence {
  const name = keyOf(pair, { ...frame, byCommodity: frame.byCommodity && pair.commodity !== '' })
    .slice(2)
    .join('');
  const start = `${pair.exporter} to ${pair.importer}${name === '' ? '' : `, ${name}`}: `;
  const point = shownPoints(pair, frame).findLast(({ gap }) => gap !== null);
  if (!point || point.exports === null || point.imports === null || point.gap === null)
    return [`${start}no period is reported by both`];
  const figure = (value: Figure['value'], kind: Figure['kind'] = 'quantity'): Figure => ({ value, kind });
  const words = [
    start,
    figure(point.exports),
    ` ${frame.unit} of exports in ${periodText(point.ordinal, frame.cadence)} as the exporter reports them, `,
    figure(point.imports),
    ' of imports as the importer does',
  ];
  if (sign(point.gap) === 0) return [...words, ': the same'];
  const side = sign(point.gap) > 0 ? ' above' : ' below';
  const size =
    point.relative === null
      ? figure(sign(point.gap) < 0 ? negate(point.gap) : point.gap)
      : figure(point.relative, 'ratio');
  const verdict = frame.isCif || point.status === 'below' ? WORDS[point.status] : '';
  return [...words, ': ', size, side, frame.isCif ? verdict : ''];
}
