import { choicesSentence } from '../analyses/choice-variants.ts';
import { variantsTable } from '../analyses/variants-table.ts';
import { EXIT, inputError, UserError } from '../errors.ts';
import { variantDerivation } from '../explain/variant-derivation.ts';
import { type Note, note } from '../note.ts';
import type { Report } from '../report/report.ts';
import type { SeriesSet } from '../series/series.ts';
import { explainedRow, type RowTrace } from './explain-row.ts';
import type { NearAnswer } from './near-answer.ts';
import { type Choices, type ComparedWindows, nearChoices } from './near-choices.ts';
import { nearFile } from './near-file.ts';
import type { NearOptions } from './near-options.ts';

/** A report of levels or changes near a line, with what must be known of places, and how far the headline depends on them. */
export async function nearReport(
  report: Report,
  answer: NearAnswer,
  set: SeriesSet,
  windows: ComparedWindows | null,
  options: NearOptions,
): Promise<Report> {
  const { misplaced, notes } = answer;
  const firstWarning = notes.find(({ level }) => level === 'warning');
  if (options.strict && misplaced > 0 && firstWarning) {
    throw inputError(firstWarning.text, 'mend the source, or leave out --strict');
  }
  const isPart = options.partial !== undefined && options.partial !== 'withhold';
  const isExplained = options.explain !== undefined;
  const choices = isPart || (isExplained && !options.sensitivity) ? null : nearChoices(answer.choosable, windows, set);
  const title = answer.isBanded && !isExplained ? `${answer.where}: ${report.title}` : report.title;
  const isBeside = choices !== null && !options.sensitivity;
  return {
    ...report,
    title,
    ...(options.sensitivity && (await alone(choices, set, options))),
    ...(isBeside && beside(report, choices, answer.isBanded, windows !== null)),
    notes: [...notes, ...(isExplained ? [] : mapNotes(options)), ...report.notes],
    provenance: { ...report.provenance, command: 'near', rejected: report.provenance.rejected + misplaced },
    files: options.geojson === undefined || isExplained ? [] : [nearFile(options.geojson, answer, set.cadence.every)],
  };
}

/** A map is not cut to the periods that a table shows. */
const mapNotes = ({ geojson, from, to }: NearOptions): Note[] =>
  geojson === undefined || (from === undefined && to === undefined)
    ? []
    : [note(`${geojson} holds the incidents of all periods, whatever --from and --to show`)];

/** The choices as a table of their own. */
async function alone(
  choices: Choices | null,
  set: SeriesSet,
  options: NearOptions,
): Promise<Partial<Report> & Pick<Report, 'table' | 'glance'>> {
  if (choices === null) {
    const hint = 'it needs one measure (--measure), two whole periods, and no --partial';
    throw new UserError('--sensitivity: there is not one headline', { hint, exitCode: EXIT.tooLittleData });
  }
  const table = variantsTable(choices.all, choices.series, set);
  return {
    table,
    glance: () => ({ table, sentences: [], omitted: null }),
    ...(await explainedRow(table, options, choicesTrace(choices, set))),
  };
}

/** How the figures of each choice come about: its records are its own. */
const choicesTrace = ({ all, made }: Choices, set: SeriesSet): RowTrace => ({
  ledgers: Object.fromEntries([...made].map(([name, { ledger }]) => [name, ledger])),
  derivation(column, { at }) {
    const variant = all[at];
    const of = variant && made.get(variant.name);
    return of ? variantDerivation(column, variant, { series: of.series, ledger: variant.name, set }) : null;
  },
});

/** One sentence more: behind the headline; at the front where there are only bands, which it takes together. */
function beside(report: Report, choices: Choices, isBanded: boolean, hasTotal: boolean): Pick<Report, 'glance'> {
  const sentence = choicesSentence(isBanded ? choices.all : choices.all.slice(1));
  if (sentence === null) return report;
  return {
    glance: async (rows) => {
      const glance = await report.glance(rows);
      const at = isBanded && !hasTotal ? 0 : 1;
      return { ...glance, sentences: glance.sentences.toSpliced(at, 0, sentence) };
    },
  };
}
