import { type MirrorPair, mirrorPairs, type ReportedFlow } from '../analyses/mirror.ts';
import { type MirrorFrame, mirrorGlance, mirrorPlaces, mirrorTable } from '../analyses/mirror-report.ts';
import { commonUnit, inUnit, scaleBetween } from '../analyses/one-unit.ts';
import { distinct, periodName } from '../analyses/trade-title.ts';
import type { Context } from '../cli/command.ts';
import { didYouMean } from '../config/nearest.ts';
import { inputError, UserError } from '../errors.ts';
import { mirrorDerivation } from '../explain/mirror-derivation.ts';
import type { Origin } from '../explain/origin.ts';
import { type Note, note } from '../note.ts';
import type { Provenance, Report } from '../report/report.ts';
import type { Series } from '../series/series.ts';
import { explainedRow } from './explain-row.ts';
import { type MirrorSide, mirrorSide } from './mirror-side.ts';
import { periodRange } from './range-options.ts';
import type { TradeOptions } from './trade-options.ts';
import { withBeside } from './with-beside.ts';

/** Compares what one country reports as exports with what the other reports as imports, both ways. */
export async function mirrorReport(files: readonly string[], options: TradeOptions, context: Context): Promise<Report> {
  const [first, second, ...more] = files;
  if (first === undefined || second === undefined || more.length > 0) {
    throw new UserError('trade mirror compares two files', {
      hint: 'border-stats trade mirror thailand.csv myanmar.csv',
    });
  }
  const names = (options.reporter ?? '').split(',').map((name) => name.trim());
  const [a, b] = [
    await mirrorSide(first, 'first', names[0] ?? '', options, context),
    await mirrorSide(second, 'second', names[1] ?? '', options, context),
  ];
  if (a.cadence.every !== b.cadence.every) {
    throw inputError(
      `${first} goes by ${a.cadence.every}, ${second} by ${b.cadence.every}`,
      'name a period that both have with --every',
    );
  }
  const unit = unitOf(a, b);
  const [flowsA, flowsB] = [inUnit(a.flows, unit), inUnit(b.flows, unit)];
  const pairs = mirrorPairs(flowsA, flowsB);
  const compared = pairs.filter(({ exports, imports }) => exports && imports);
  if (compared.length === 0) throw nothingMirrored(a, b);
  const frame: MirrorFrame = {
    ...frameOf(a, b, unit),
    ...periodRange(rangeOf(options), a.cadence),
    byCommodity: (options.by ?? []).length > 0,
  };
  const table = mirrorTable(pairs, frame);
  const origins = new Map([...originsIn(flowsA, a), ...originsIn(flowsB, b)]);
  return {
    title: `mirror statistics of ${distinct(compared.flatMap(({ exporter, importer }) => [exporter, importer])).join(', ')} per ${periodName(a.cadence)} (${unit})`,
    table,
    glance: (most) => mirrorGlance(compared, frame, most),
    ...(await explainedRow(table, options, {
      ledgers: { ...a.ledgers, ...b.ledgers },
      derivation(column, { at }) {
        const place = mirrorPlaces(pairs, frame)[at];
        return place ? mirrorDerivation(column, place, (series) => origins.get(series), a.cadence) : null;
      },
    })),
    notes: [...a.notes, ...b.notes, ...mirrorNotes(pairs, compared, frame)],
    provenance: { command: 'trade', ...withBeside(joined(a.provenance, b.provenance), { ...a.ledgers, ...b.ledgers }) },
  };
}

/** Where the flows of a side come from, also those that were brought to another scale. */
const originsIn = (flows: readonly ReportedFlow[], { origins, flows: own }: MirrorSide): [Series, Origin][] =>
  flows.map(({ series }, i) => {
    const scale = scaleBetween(own[i]?.series.measure.unit ?? '', series.measure.unit);
    return [series, { ...(origins[i] as Origin), scale: own[i]?.series === series ? 1 : scale }];
  });

const rangeOf = ({ from, to }: TradeOptions) => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});

/** The unit of the first side, if the other has the same currency. */
function unitOf(a: MirrorSide, b: MirrorSide): string {
  const units = distinct([...a.flows, ...b.flows].map(({ series }) => series.measure.unit));
  const unit = commonUnit(units);
  if (unit !== null) return unit;
  throw new UserError(`the two files are in ${units.join(' and ')}`, {
    hint: 'convert both: --rates ecb.csv --in USD',
  });
}

function frameOf(
  a: MirrorSide,
  b: MirrorSide,
  unit: string,
): Pick<MirrorFrame, 'cadence' | 'unit' | 'exportsValued' | 'importsValued' | 'isCif'> {
  const valued = (flow: string) =>
    distinct([a, b].map(({ valuation }) => valuation[flow] ?? ''))
      .filter((text) => text !== '')
      .join(', ');
  const imports = valued('imports');
  return {
    cadence: a.cadence,
    unit,
    exportsValued: valued('exports'),
    importsValued: imports,
    isCif: imports === '' || /cif/i.test(imports),
  };
}

function mirrorNotes(
  pairs: readonly MirrorPair[],
  compared: readonly MirrorPair[],
  { exportsValued, importsValued }: MirrorFrame,
): Note[] {
  const valued = `exports are valued ${exportsValued || 'as nobody says (fob is usual)'}, imports ${importsValued || 'as nobody says (cif is usual)'}`;
  const causes =
    'imports cif are 10 to 20 % above the exports fob that mirror them; transit, re-exports, time in between, smuggling and many other things make gaps too, so that a gap alone shows nothing';
  const alone = pairs.length - compared.length;
  return [
    note(`${valued}: ${causes}`),
    ...(alone > 0 ? [note(`${alone} of ${pairs.length} flows are reported by one side only (-f csv has them)`)] : []),
  ];
}

function nothingMirrored(a: MirrorSide, b: MirrorSide): UserError {
  const named = ({ flows }: MirrorSide) => distinct(flows.map(({ reporter }) => reporter.name));
  const partners = ({ flows }: MirrorSide) => distinct(flows.flatMap(({ partner }) => (partner ? [partner.name] : [])));
  const [[reporterA = ''], [reporterB = '']] = [named(a), named(b)];
  if (reporterA === '' || reporterB === '') {
    return new UserError(`${reporterA === '' ? a.file : b.file}: does not say who reports`, {
      hint: 'name both: --reporter Thailand,Myanmar',
    });
  }
  const near = didYouMean(reporterB, partners(a));
  return inputError(
    `no flow that ${a.file} reports (of ${reporterA}) mirrors one of ${b.file} (of ${reporterB})${near}`,
    `each must have the other among its partners, under one name or code, and exports of one side must meet imports of the other; partners of ${reporterA}: ${partners(a).slice(0, 10).join(', ')}`,
  );
}

function joined(a: Omit<Provenance, 'command'>, b: Omit<Provenance, 'command'>): Omit<Provenance, 'command'> {
  return {
    files: [...a.files, ...b.files],
    profile: distinct([a.profile, b.profile]).join(', '),
    records: a.records + b.records,
    rejected: a.rejected + b.rejected,
    ...(a.sources && b.sources && { sources: [...a.sources, ...b.sources] }),
  };
}
