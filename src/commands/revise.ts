import { movedFigures } from '../analyses/moved-figures.ts';
import { movedFiguresTable, revisionSizesTable, revisionsTable } from '../analyses/revise.ts';
import { reviseSentences } from '../analyses/revise-sentences.ts';
import { revisionSizes } from '../analyses/revision-sizes.ts';
import { revisions } from '../analyses/revisions.ts';
import { measuresTitle } from '../analyses/trend-title.ts';
import type { Command } from '../cli/command.ts';
import { UserError } from '../errors.ts';
import { movedDerivation, NEW, OLD, revisionDerivation, sizeDerivation } from '../explain/revise-derivation.ts';
import type { Report } from '../report/report.ts';
import { shownRows } from '../report/shown-rows.ts';
import { type Editions, readEditions } from './editions.ts';
import { checkExplain, EXPLAIN_OPTIONS, type ExplainOptions } from './explain-options.ts';
import { explainedRow } from './explain-row.ts';
import { recordsView } from './revised-records.ts';
import { SERIES_OPTIONS, type SeriesOptions } from './series-options.ts';
import { VINTAGE_VIEWS, type VintageView, vintagesReport } from './vintages.ts';

export interface ReviseOptions extends SeriesOptions, ExplainOptions {
  readonly figures?: boolean;
  readonly byAge?: boolean;
  readonly records?: boolean;
  readonly view?: VintageView;
}

const command: Command<ReviseOptions> = {
  name: 'revise',
  summary: 'what changed between two editions of an export, and which published figures that moves',
  operands: '<editions...>',
  operandMeaning: 'the old one and the new one, or a folder of dated ones',
  examples: [
    ['border-stats revise may.csv june.csv --by checkpoint', 'which values did the new edition add, remove or revise?'],
    ['border-stats revise may.csv june.csv --figures', 'which percentages would be quoted otherwise now?'],
    ['border-stats revise may.csv june.csv --by-age', 'how large are revisions, by the age of the period?'],
    ['border-stats revise vintages/', 'every value as each dated edition in a folder had it'],
  ],
  options: [
    ...SERIES_OPTIONS,
    { flags: '--figures', description: 'list the changes in percent that move across a whole percent or across zero' },
    { flags: '--by-age', description: 'how large revisions are, by the age of the period' },
    { flags: '--records', description: 'list the records that only one edition has' },
    { flags: '--view <view>', description: 'of dated editions: each one, or each release', choices: VINTAGE_VIEWS },
    ...EXPLAIN_OPTIONS,
  ],
  async run(operands, options, context) {
    checkExplain(options);
    const views = (['figures', 'byAge', 'records'] as const).filter((view) => options[view]);
    if (views.length > 1) throw new UserError('--figures, --by-age and --records are different tables: name one');
    const [old, now, ...others] = operands;
    if (now === undefined) return vintagesReport(old ?? '', options, context);
    if (others.length > 0) {
      throw new UserError(`revise compares two editions, not ${operands.length}`, {
        hint: 'or name one folder of dated ones',
      });
    }
    if (options.records && options.explain) throw unexplained();
    if (options.records) return recordsView(old ?? '', now, options, context);
    return revised(await readEditions(old ?? '', now, options, context), options);
  },
};

export default command;

/** Records have no figures but how many they are. */
const unexplained = () =>
  new UserError('--explain: the records of --records are named with file and line, and are their own explanation');

async function revised(editions: Editions, options: ReviseOptions): Promise<Report> {
  const { old, now, both, notes, provenance } = editions;
  const all = revisions(old, now);
  const sizes = revisionSizes(all);
  const moved = movedFigures(old, now);
  const shown = all.filter(({ status }) => status !== 'same');
  const sentences = reviseSentences(all, sizes, moved, old.cadence);
  const table = options.figures
    ? movedFiguresTable(old, moved)
    : options.byAge
      ? revisionSizesTable(sizes)
      : revisionsTable(old, all);
  return {
    title: `${measuresTitle(now)}: ${provenance.files.join(' v ')}`,
    table,
    glance: (most) => shownRows(table, sentences, most),
    ...(await explainedRow(table, options, {
      ledgers: { [OLD]: both.old, [NEW]: both.now },
      derivation(column, { at }) {
        const [figure, size, revision] = [moved[at], sizes[at], shown[at]];
        if (options.figures) return figure ? movedDerivation(column, figure, editions) : null;
        if (options.byAge) return size ? sizeDerivation(column, size, all, editions) : null;
        return revision ? revisionDerivation(column, revision, editions) : null;
      },
    })),
    notes,
    provenance: { command: 'revise', ...provenance },
  };
}
