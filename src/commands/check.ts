import { CHECK_COLUMNS, checkGlance } from '../analyses/check.ts';
import type { Finding } from '../checks/finding.ts';
import { findingsIn } from '../checks/findings.ts';
import type { Command } from '../cli/command.ts';
import { UserError } from '../errors.ts';
import { note } from '../note.ts';
import type { Cell } from '../report/report.ts';
import { publishedPlace } from '../source/place.ts';
import type { Rules } from '../source/rules.ts';
import type { OpenedSource } from '../source/source.ts';
import { asOfOption } from './as-of-option.ts';
import { checkersOf, columnsOf } from './checkers.ts';
import { FILE_OPTIONS } from './file-options.ts';
import { readRecords } from './read-records.ts';
import { readRules } from './read-rules.ts';
import type { SeriesOptions } from './series-options.ts';

interface Options extends SeriesOptions {
  readonly rules?: string;
  readonly maxRejects?: MaxRejects;
}

/** How many cells and records may be unreadable: a number, or a share of the records. */
type MaxRejects = { readonly count: number } | { readonly percent: number };

/** Conditions and choices of what is shown; all records are checked, however often they come. */
const OF_FIGURES = ['--where', '--identical', '--on-overlap', '--strict'];

const command: Command<Options> = {
  name: 'check',
  summary: 'does the export obey its profile and rules? exit code 1 and the lines where not',
  operands: '[files...]',
  examples: [
    ['border-stats check crossings.csv', 'does it obey what is known of its kind?'],
    ['border-stats check crossings.csv --rules rules.yaml -f json', 'and what we ask of it?'],
    [
      'border-stats check trade.csv --rules schema.json --max-rejects 0.1%',
      'a Table Schema, with few bad cells allowed',
    ],
  ],
  options: [
    {
      flags: '--rules <file>',
      description: 'rules in YAML, or a Frictionless Table Schema; of the profile if not given',
    },
    {
      flags: '--max-rejects <n>',
      description: 'how many cells and records may be unreadable: 5, or 0.1%; none if not given',
      parse: maxRejects,
    },
    asOfOption('the day after which no period may begin, where the rules say so'),
    ...FILE_OPTIONS.filter(({ flags }) => !OF_FIGURES.includes(flags.split(' ')[0] ?? '')),
  ],
  async run(operands, options, context) {
    const { rules: rulesOf, notes } = await readRules(options.rules);
    const records = await readRecords(operands, { ...options, onOverlap: 'sum' }, context, true);
    const { source, provenance, result } = records;
    const rules = rulesOf(source);
    const rejects = isWithin(options.maxRejects, provenance.rejected, result.records) ? 'warning' : 'error';
    const checkers = () => checkersOf(records, rules, { asOf: options.asOf, rejects });
    let found = false;
    const rows = async function* (): AsyncGenerator<Cell[]> {
      const periodOf: Parameters<typeof findingsIn>[2] = ({ fields, place }) => {
        const facts = records.factsOf(fields, place);
        return facts && { ordinal: facts.ordinal, text: facts.period };
      };
      for (const finding of missingColumns(source, rules)) {
        found = true;
        yield rowOf(finding, source);
      }
      for await (const finding of findingsIn(source, checkers(), periodOf)) {
        found ||= finding.severity === 'error';
        yield rowOf(finding, source);
      }
    };
    checkers();
    return {
      title: `check of ${source.files.map(({ name }) => name).join(', ')} against ${rules.name || 'what can be read'}`,
      table: { columns: CHECK_COLUMNS, rows: rows() },
      glance: (limit) => checkGlance(rows(), result.records, limit ?? Number.POSITIVE_INFINITY),
      notes: [...records.notes, ...notes, ...futureNotes(rules, options)],
      provenance: { command: 'check', ...provenance },
      get finding() {
        return found;
      },
    };
  },
};

export default command;

function maxRejects(text: string): MaxRejects {
  const [, figure, percent] = /^(\d+(?:\.\d+)?)(%)?$/.exec(text.trim()) ?? [];
  if (figure === undefined || (percent === undefined && figure.includes('.'))) {
    throw new UserError(`--max-rejects ${text} is neither a number nor a percentage`, { hint: 'write 5 or 0.1%' });
  }
  return percent === undefined ? { count: Number(figure) } : { percent: Number(figure) };
}

function isWithin(limit: MaxRejects | undefined, rejected: number, records: number): boolean {
  if (limit === undefined) return rejected === 0;
  return 'count' in limit ? rejected <= limit.count : rejected * 100 <= limit.percent * records;
}

function missingColumns({ header }: OpenedSource, rules: Rules): Finding[] {
  return columnsOf(rules)
    .filter((name) => !header.includes(name))
    .map((column) => ({
      ...{ place: { file: 0, line: 1 }, column, cell: '', rule: 'columns' },
      ...{ severity: 'error', problem: 'there is no such column' },
    }));
}

function rowOf({ place, column, cell, rule, severity, problem }: Finding, source: OpenedSource): Cell[] {
  const { name, line } = place ? publishedPlace(source, place) : { name: '', line: null };
  return [name, line, column, cell, rule, severity, problem];
}

/** A date is future only as seen from a day, which is never that of the clock. */
const futureNotes = ({ noFuture }: Rules, { asOf }: Options) =>
  noFuture && asOf === undefined ? [note('not checked: no_future (--as-of names the day that is meant)')] : [];
