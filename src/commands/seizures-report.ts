import { conversionNotes } from '../analyses/conversion-notes.ts';
import type { Conversions } from '../analyses/converted-quantity.ts';
import { flagNotes } from '../analyses/flag-notes.ts';
import { largeCasesGlance, largeCasesTable } from '../analyses/large-cases.ts';
import { type SeizureRow, type Shown, seizureRows } from '../analyses/seizures.ts';
import { seizuresGlance } from '../analyses/seizures-glance.ts';
import { type SeizureWords, seizuresTable } from '../analyses/seizures-table.ts';
import { largeCasesTitle, seizuresTitle } from '../analyses/seizures-title.ts';
import { PARTS, TOTALS } from '../explain/input.ts';
import { seizureDerivation } from '../explain/seizure-derivation.ts';
import type { Every } from '../period/index.ts';
import type { IdenticalPolicy } from '../records/identical.ts';
import type { Report } from '../report/report.ts';
import { type SeizureGroup, withoutGaps } from '../series/cases.ts';
import type { GapPolicy } from '../series/plan.ts';
import { placeText } from '../source/place.ts';
import type { Unit } from '../units/unit-table.ts';
import type { ExplainOptions } from './explain-options.ts';
import { explainedRow } from './explain-row.ts';
import type { Ledger } from './ledger.ts';
import { readLargeCases, type Threshold } from './read-large-cases.ts';
import type { ReadSeizures, SeizureGroups } from './read-seizures.ts';

type Shape = Pick<Report, 'title' | 'table' | 'glance' | 'notes'>;

interface Cut {
  readonly shown: Shown;
  readonly every: Every | null;
}

/** What was seized, per period or in two windows. */
export async function seizuresReport(
  seizures: ReadSeizures,
  { read: { set }, groups, ledger }: SeizureGroups,
  options: ExplainOptions & { readonly in?: Unit; readonly gaps?: GapPolicy },
  { shown, every }: Cut,
): Promise<Shape> {
  const { tallied, sums } = seizures;
  const isEventList = set.finest === 'day' && !sums && options.gaps === undefined;
  const ready = (all: readonly SeizureGroup[]) =>
    shown.kind === 'windows' && isEventList ? all.map(withoutGaps) : all;
  const conversions = options.in === undefined ? null : conversionsInto(options.in, seizures, every, ready);
  const blocks = seizureRows({ groups: ready(groups), conversions, shown, sums }, set.cadence);
  const words: SeizureWords = {
    dimensions: set.dimensions.slice(0, -1),
    cadence: set.cadence,
    windows: shown.kind === 'windows',
    into: conversions?.unit ?? null,
    placeOf: ({ first }) => placeText(tallied.source, first),
  };
  const windows = shown.kind === 'windows' ? [shown.current, shown.base] : [{ first: shown.from, last: shown.to }];
  const table = seizuresTable(blocks, words);
  return {
    title: seizuresTitle(set, shown),
    table,
    glance: (rows) => seizuresGlance(blocks, words, rows),
    ...(await explainedRow(table, options, {
      ledgers: { [PARTS]: ledger, ...(conversions && { [TOTALS]: conversions.ledger }) },
      derivation(column, { at }) {
        const row = blocks.flat()[at];
        const all = ready(groups);
        const partsOf = ({ group: { key } }: SeizureRow) => all.filter((one) => `${one.key}` === `${key}`);
        return row ? seizureDerivation(column, row, { set, conversions, partsOf, words }) : null;
      },
      hint: () => 'seizures has case_count, seized_quantity, median_case, largest_case and others; --in converts',
    })),
    notes: [
      ...flagNotes({ ...set, series: ready(groups).map(({ quantity }) => quantity) }, windows),
      ...(conversions ? conversionNotes(blocks, conversions) : []),
    ],
  };
}

function conversionsInto(
  unit: Unit,
  seizures: ReadSeizures,
  every: Every | null,
  ready: (groups: readonly SeizureGroup[]) => readonly SeizureGroup[],
): Conversions & { readonly ledger: Ledger } {
  const { totals, convert, ledger } = seizures.into(unit, every);
  return { unit: unit.name, convert, totals: ready(totals), ledger };
}

/** The cases at or over a threshold, each with its place. */
export async function largeCasesReport(
  seizures: ReadSeizures,
  cut: SeizureGroups,
  threshold: Threshold,
  shown: Shown,
  identical?: IdenticalPolicy,
): Promise<Shape> {
  const large = await readLargeCases(seizures, cut, threshold, shown, identical);
  return {
    title: largeCasesTitle(cut.read.set, shown, large),
    table: largeCasesTable(large),
    glance: (rows) => largeCasesGlance(large, rows),
    notes: [],
  };
}
