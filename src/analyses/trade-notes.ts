import { type Note, note, warning } from '../note.ts';
import { periodText } from '../period/index.ts';
import type { SeriesSet } from '../series/series.ts';
import type { CommodityCodes } from './commodity-codes.ts';
import type { TradeSet } from './trade-set.ts';
import { distinct, listed } from './trade-title.ts';

/** How the flows of a source are valued, as far as anyone says. */
export type Valuation = Readonly<Partial<Record<string, string>>>;

/** How a flow is valued, and of a sum how both are; an empty text where nobody says. */
export function valuationText(flow: string, valuation: Valuation): string {
  if (flow !== 'trade' && flow !== 'balance') return valuation[flow] ?? '';
  const { exports, imports } = valuation;
  return exports === undefined || imports === undefined ? '' : `exports ${exports}, imports ${imports}`;
}

/** Who reports, in which valuation, and what was added up: what must stand beside every figure. */
export function tradeFacts({ totals }: TradeSet, valuation: Valuation): Note[] {
  const figures = totals.map(({ key, measure }) => ({ reporter: key[0] ?? '', flow: measure.name }));
  return [...reportNotes(figures, valuation), ...flowNotes(distinct(figures.map(({ flow }) => flow)))];
}

/** Who reports the figures, and how their flows are valued. */
export function reportNotes(
  figures: readonly { readonly reporter: string; readonly flow: string }[],
  valuation: Valuation,
): Note[] {
  const reporters = distinct(figures.map(({ reporter }) => reporter)).filter((name) => name !== '');
  const known = `as ${listed(reporters)} report${reporters.length === 1 ? 's' : ''}`;
  const flows = ['exports', 'imports'].filter((name) => figures.some(({ flow }) => flow === name));
  const valued = flows.map((flow) => `${flow} ${valuation[flow] ?? 'not said'}`);
  const usual = valued.some((text) => text.endsWith('not said'))
    ? ' (usual are exports fob, imports cif; --valuation says which)'
    : '';
  const value = valued.length === 0 ? '' : `; valuation: ${valued.join(', ')}${usual}`;
  return [note(`${reporters.length === 0 ? 'the source does not say who reports' : known}${value}`)];
}

/** Partners that may be sums of others which are there too. */
export function regionNotes(column: string, partners: readonly string[], isRegion: (name: string) => boolean): Note[] {
  const found = partners.filter(isRegion);
  const [first] = found;
  if (first === undefined || found.length === partners.length) return [];
  const are = found.length === 1 ? 'may be the sum of others and is' : 'may be sums of others and are';
  const hint = `--where ${JSON.stringify(found.length === 1 ? `${column}!=${first}` : `${column} in …`)} leaves ${found.length === 1 ? 'it' : 'them'} out`;
  return [warning(`${column} ${listed(found)} ${are} counted beside them: ${hint}`)];
}

function flowNotes(flows: readonly string[]): Note[] {
  const others = flows.filter((flow) => !['exports', 'imports', 'trade', 'balance'].includes(flow));
  const only = flows.length - others.length === 1 ? flows.find((flow) => !others.includes(flow)) : undefined;
  const single =
    only === 'trade'
      ? 'nothing tells exports from imports (--flow names a column): values are taken as they are'
      : `only ${only} are in the source: there is no trade and no balance`;
  return [
    ...(flows.includes('balance')
      ? [note('trade is exports plus imports; balance is exports minus imports, and has no percentages')]
      : []),
    ...(only === undefined ? [] : [note(single)]),
    ...(others.length > 0
      ? [note(`${listed(others)}: kept apart, since re-exports and re-imports are in exports and imports already`)]
      : []),
  ];
}

/** Codes of goods that were not added up, because they are parts of others, or hold them. */
export function goodsNotes(
  codes: CommodityCodes | null,
  column: string | undefined,
  goods: 'broadest' | 'parts' | 'finest',
): Note[] {
  if (!codes?.nested) return [];
  const [code, within] = codes.nested;
  const kept = codes[goods];
  return [
    note(
      `${column}: ${code} is a part of ${within}; the ${goods === 'finest' ? 'finest' : 'broadest'} codes are taken: ${shortList(kept)}`,
    ),
  ];
}

const shortList = (texts: readonly string[]): string =>
  texts.length > 4 ? `${texts.slice(0, 3).join(', ')} and ${texts.length - 3} more` : texts.join(', ');

/** Where what is read changes along a series, such as who reports or the edition of a classification. */
export function switchNotes(set: SeriesSet, what: string): Note[] {
  const spans = set.series.map((series) => {
    const present = series.values.flatMap((value, i) => (value === null ? [] : [series.first + i]));
    return { name: series.key[0] ?? '', first: Math.min(...present), last: Math.max(...present) };
  });
  const found = spans
    .filter(({ first }) => Number.isFinite(first))
    .sort((a, b) => a.first - b.first || a.last - b.last);
  const [first, ...others] = found;
  if (!first || others.every((span) => span.first === first.first && span.last === first.last)) return [];
  const ends = (span: { first: number; last: number }) =>
    distinct([span.first, span.last].map((at) => periodText(at, set.cadence))).join('…');
  const text = found.map((span) => `${span.name} ${ends(span)}`);
  return [
    warning(`${what} changes along the series (${text.slice(0, 6).join(', ')}): a change may come from that alone`),
  ];
}
