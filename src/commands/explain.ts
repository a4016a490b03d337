import type { Command } from '../cli/command.ts';
import { UserError } from '../errors.ts';
import { differences } from '../explain/differences.ts';
import { warning } from '../note.ts';
import type { Cell, Report, Table } from '../report/report.ts';
import { figureId } from './explain-options.ts';
import { readReport } from './report-file.ts';

interface Options {
  readonly rows?: boolean;
}

const command: Command<Options> = {
  name: 'explain',
  summary: 'where a figure of a report comes from: formula, windows, records, files and lines',
  operands: '<report and id...>',
  operandMeaning: 'a report that -f json has made, and the id of a figure in it',
  examples: [
    [
      "border-stats explain crossings.json 'relative_change[2025-H1]'",
      'the arithmetic, and the lines that it rests on',
    ],
    ["border-stats explain crossings.json 'value[2025-03,checkpoint=Mae Sai]' --rows", 'with the records themselves'],
    ['border-stats trend crossings.csv -f json --ids -o crossings.json', 'makes a report that knows its files again'],
  ],
  options: [{ flags: '--rows', description: 'the records themselves, with file and line' }],
  async run([path = '', id, ...more], { rows }, context) {
    if (id === undefined || more.length > 0) {
      throw new UserError('explain takes a report and the id of one figure in it', {
        hint: "border-stats explain report.json 'value[2025-03]'",
      });
    }
    figureId(id);
    const told = await readReport(path, context);
    const { command: name, arguments: words, sources } = told.provenance;
    const { program } = context;
    if (!(await program.optionsOf(name)).some(({ flags }) => flags.startsWith('--explain'))) {
      throw new UserError(`${path}: figures of ${name} are not explained: ${reasonOf(name)}`, {
        hint: 'those of trend, change, seizures, trade, near and revise are',
      });
    }
    const report = await program.report([name, `--explain=${id}`, ...(rows ? ['--rows'] : []), ...words]);
    return withWarnings(report, differences({ rows: told.rows, sources }, report.table as Table));
  },
};

/** Why the figures of a command have no explanation beyond themselves. */
const REASONS: Readonly<Record<string, string>> = {
  build: 'they are those of the files that it makes, whose own reports explain them',
  check: 'each row is a finding with its line',
  inspect: 'they are counts of records, cells and lines, beside which the lines stand',
  tidy: 'each row is a record',
  verify: 'the row of a claim says what it rests on, and change --all-readings explains each reading',
};

const reasonOf = (name: string): string =>
  (Object.hasOwn(REASONS, name) ? REASONS[name] : undefined) ?? 'there is no such command, or it has no figures';

export default command;

/** The explanation with what has changed since said first. */
function withWarnings(report: Report, texts: readonly string[]): Report {
  if (texts.length === 0) return report;
  const table = report.table as Table;
  const cellsOf = (text: string): Cell[] =>
    table.columns.map(({ name }) => (name === 'part' ? 'warning' : name === 'text' ? text : null));
  return {
    ...report,
    table: { ...table, rows: [...texts.map(cellsOf), ...table.rows] },
    glance: async (most) => {
      const glance = await report.glance(most);
      return { ...glance, sentences: [...texts.map((text) => [`warning: ${text}`]), ...glance.sentences] };
    },
    notes: [...texts.map(warning), ...report.notes],
  };
}
