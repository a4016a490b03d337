import { join } from 'node:path';
import { buildGlance, buildSentences, buildTable } from '../build/build-table.ts';
import type { Command } from '../cli/command.ts';
import { PROJECT_FILE } from '../config/project.ts';
import { UserError } from '../errors.ts';
import { divide, type Exact } from '../math/exact.ts';
import { shownRows } from '../report/shown-rows.ts';
import { numberOf } from '../source/number.ts';
import { asOfOption } from './as-of-option.ts';
import { builtProject } from './built-project.ts';
import { inFolder } from './in-folder.ts';

export interface BuildOptions {
  readonly check?: boolean;
  readonly write?: boolean;
  readonly tolerance?: Exact;
  readonly allowOutside?: boolean;
  readonly vintages?: string;
  readonly asOf?: string;
  readonly jobs?: number;
}

const command: Command<BuildOptions> = {
  name: 'build',
  summary: 'make every file that border-stats.yaml names; --check fails where one would change',
  operands: '[folder]',
  operandMeaning: 'where border-stats.yaml is; here if not given',
  examples: [
    ['border-stats build', 'make what is out of date'],
    ['border-stats build --check', 'would any figure change? for CI, which writes nothing'],
    ['border-stats build --check --tolerance 0.1% -f md', 'the figures that change, for the summary of a job'],
    ['border-stats build --vintages vintages --as-of 2025-06-30', 'keep a dated copy of each input, too'],
  ],
  options: [
    {
      flags: '--check',
      description: 'write nothing; exit 1 where a file, the manifest or a claim would change (in CI the default)',
    },
    { flags: '--write', description: 'write even in CI' },
    {
      flags: '--tolerance <share>',
      description: 'how far a figure may move before --check fails: 0.1% of a quantity, 0.1 points of a percentage',
      parse: share,
    },
    { flags: '--allow-outside', description: 'let the project read and write outside its folder' },
    {
      flags: '--vintages <folder>',
      description: 'keep a copy of each input there, under its hash and the day of --as-of',
    },
    asOfOption('the day that the copies are dated with'),
    {
      flags: '--jobs <count>',
      description: 'how many files are made at a time; as many as processors if not given',
      parse: jobs,
    },
  ],
  async run([folder = '.'], options, context) {
    if (options.check && options.write)
      throw new UserError('--check writes nothing, --write does: leave one of them out');
    if (options.vintages !== undefined && options.asOf === undefined) {
      throw new UserError('--vintages needs a date, and the program has no clock', { hint: 'give --as-of 2025-06-30' });
    }
    const check = options.check ?? (context.program.isCi && !options.write);
    if (check && options.vintages !== undefined) {
      throw new UserError('--vintages keeps copies, and a check writes nothing', { hint: 'add --write' });
    }
    const built = await inFolder(folder, () => builtProject({ ...options, check }, context));
    return {
      title: `${join(folder, PROJECT_FILE)}: ${check ? 'what a build would change' : 'what was built'}`,
      table: buildTable(built.files),
      glance: (most) => shownRows(buildGlance(built.files), buildSentences(built.files, check), most),
      notes: built.notes,
      provenance: { command: 'build', files: built.inputs, profile: '', records: 0, rejected: 0 },
      finding: built.claimFails || (check && built.drifts),
      failed: built.failed,
    };
  },
};

export default command;

function jobs(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new UserError(`--jobs ${text} is not a number of files`, { hint: 'write 1, 2 or 8' });
}

function share(text: string): Exact {
  const percent = /^(.+?) ?%$/.exec(text)?.[1];
  const value = numberOf(percent ?? text);
  if (value === null || /^[-\u2212]/.test(text))
    throw new UserError(`--tolerance ${text} is not a share`, { hint: 'write 0.1% or 0.001' });
  return percent === undefined ? value : divide(value, 100);
}
