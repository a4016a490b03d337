import type { Command } from '../cli/command.ts';
import { UserError } from '../errors.ts';
import type { Unit } from '../units/unit-table.ts';
import { checkExplain, EXPLAIN_OPTIONS, type ExplainOptions } from './explain-options.ts';
import { type Threshold, threshold } from './read-large-cases.ts';
import { readSeizures, type SeizureOptions } from './read-seizures.ts';
import { seizureNotes } from './seizure-notes.ts';
import { checkSeizureWindows, type SeizureWindowOptions, shownSeizures } from './seizure-windows.ts';
import { largeCasesReport, seizuresReport } from './seizures-report.ts';
import { SERIES_OPTIONS } from './series-options.ts';
import { targetUnit } from './target-unit.ts';

type Options = Omit<SeizureOptions & SeizureWindowOptions & ExplainOptions, 'per' | 'stat' | 'sumOver'> & {
  readonly in?: Unit;
  readonly large?: Threshold;
};

const command: Command<Options> = {
  name: 'seizures',
  summary: 'what was seized: cases and quantities in one unit each, large cases, and the change without the largest',
  operands: '[files...]',
  examples: [
    ['border-stats seizures seizures.csv --every half', 'how many cases of what, how much, and what changed?'],
    ['border-stats seizures seizures.csv --large 1000000:tablet', 'which cases were of a million tablets or more?'],
    [
      'border-stats seizures seizures.csv --every year --in kg',
      'tablets and kilograms beside each other, in kilograms',
    ],
    [
      'border-stats seizures seizures.csv --window 6m --against year',
      'the last six months against those of the year before',
    ],
  ],
  options: [
    { flags: '--item <column>', description: 'the column that tells what was seized' },
    { flags: '--unit <column>', description: 'the column that tells the unit of each quantity' },
    {
      flags: '--cases <column>',
      description: 'the column of the number of cases; records, or none where it is not known',
    },
    {
      flags: '--in <unit>',
      description: 'convert quantities where a source says how: kg, g, lb, L',
      parse: targetUnit,
    },
    {
      flags: '--large <size:unit>',
      description: 'list the cases at or over a size, such as 1000000:tablet or 100:kg',
      parse: threshold,
    },
    { flags: '--window <window>', description: 'compare windows: 6m, 1q, 1y, 90d, ytd, or 2024-03..2024-08' },
    { flags: '--against <window>', description: 'previous or year; with --window any window' },
    { flags: '--ending <period>', description: 'the last period of the window; the last complete one if not given' },
    { flags: '--from <period>', description: 'show no earlier period; earlier ones still serve as base' },
    { flags: '--to <period>', description: 'show no later period' },
    { flags: '--break <period=why>', description: 'figures before and after are not comparable', repeats: true },
    { flags: '--across-breaks', description: 'compare all the same' },
    ...SERIES_OPTIONS.filter(({ flags }) => !/^--(per|stat|sum-over) /.test(flags)),
    ...EXPLAIN_OPTIONS,
  ],
  async run(operands, options, context) {
    checkExplain(options);
    checkSeizureWindows(options);
    checkLarge(options);
    const seizures = await readSeizures(operands, { ...options, again: options.large !== undefined }, context);
    const { cut, every, shown } = shownSeizures(seizures, options);
    const report = options.large
      ? await largeCasesReport(seizures, cut, options.large, shown, options.identical)
      : await seizuresReport(seizures, cut, options, { shown, every });
    return {
      ...report,
      notes: [...cut.read.notes, ...seizureNotes(seizures, cut), ...report.notes],
      provenance: { command: 'seizures', ...cut.read.provenance },
    };
  },
};

/** A list of cases compares nothing and converts nothing. */
function checkLarge({ large, explain, in: into, break: breaks, acrossBreaks }: Options): void {
  if (!large) return;
  if (explain) throw new UserError('--explain: each case of --large is one record, whose file and line its row names');
  const idle = Object.entries({ '--in': into, '--break': breaks, '--across-breaks': acrossBreaks });
  const other = idle.find(([, value]) => value !== undefined)?.[0];
  if (other !== undefined)
    throw new UserError(`--large and ${other} exclude each other`, { hint: '--large lists cases as they are' });
}

export default command;
