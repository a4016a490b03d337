import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type DraftSource, draftProject } from '../build/draft-project.ts';
import type { Command, Program, ProgramContext } from '../cli/command.ts';
import { PROJECT_FILE } from '../config/project.ts';
import { EXIT, inputError, UserError } from '../errors.ts';
import { warning } from '../note.ts';
import { column } from '../report/vocabulary.ts';
import { inFolder } from './in-folder.ts';

const command: Command = {
  name: 'init',
  summary: 'write a first border-stats.yaml for a folder of exports',
  operands: '[folder]',
  operandMeaning: 'that holds the exports; this one if not given',
  examples: [
    ['border-stats init', 'a project for the exports in this folder'],
    ['border-stats init project', 'for those in another, and in the folders right below it'],
    ['border-stats init project && border-stats build project', 'and make what it names'],
  ],
  options: [],
  run: ([folder = '.'], _, context) => inFolder(folder, () => initiated(folder, context)),
};

export default command;

async function initiated(folder: string, context: Parameters<typeof command.run>[2]) {
  if (await stat(PROJECT_FILE).catch(() => null)) {
    throw new UserError(`${join(folder, PROJECT_FILE)}: is there already`, { hint: 'border-stats build builds it' });
  }
  const { sources, unread } = await readableExports(context);
  if (sources.length === 0) {
    const hint = 'put the exports there, or name the folder that holds them';
    throw new UserError(`${folder}: no file in it can be read as an export`, { hint, exitCode: EXIT.tooLittleData });
  }
  await context.program.write(PROJECT_FILE, draftProject(sources));
  const names = ['output_file', 'remark'] as const;
  const rows = sources.map(({ name, file, profile }) => [file, `source ${name}, read as ${profile}`]);
  const table = { columns: names.map(column), rows };
  return {
    title: `${join(folder, PROJECT_FILE)} was written`,
    table,
    glance: () => ({ table, sentences: [['border-stats build makes what it names']], omitted: null }),
    notes: unread.map((why) => warning(`left out: ${why}`)),
    provenance: { command: 'init', files: sources.map(({ file }) => file), profile: '', records: 0, rejected: 0 },
  };
}

const TABLES = /\.(csv|tsv|txt|xlsx|ods)(\.(gz|zst))?$|\.zip$/i;

/** The tables in this folder and in those right below it, as far as they can be read with no flag. */
async function readableExports({ program }: ProgramContext) {
  const sources: DraftSource[] = [];
  const unread: string[] = [];
  for (const file of await tableFiles()) {
    try {
      sources.push({ name: nameOf(file, sources), file, ...(await firstTable(file, program)) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unread.push([error.message, error.hint].filter(Boolean).join(': '));
    }
  }
  return { sources, unread };
}

/** By quarter, where the export does not go by longer periods. */
async function firstTable(file: string, program: Program): Promise<Pick<DraftSource, 'profile' | 'run'>> {
  const operand = file.startsWith('-') ? `./${file}` : file;
  const profileOf = async (words: readonly string[]) => (await program.report([...words, operand])).provenance.profile;
  try {
    return { profile: await profileOf(['trend', '--every', 'quarter']), run: 'trend --every quarter' };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { profile: await profileOf(['trend']), run: 'trend' };
  }
}

async function tableFiles(): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir('.', { withFileTypes: true })) {
    if (entry.isFile()) files.push(entry.name);
    if (!entry.isDirectory() || /^(\.|node_modules$|figures$)/.test(entry.name)) continue;
    const below = await readdir(entry.name, { withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
      throw inputError(`${entry.name}: cannot be read (${cause.code})`, undefined, cause);
    });
    files.push(...below.filter((one) => one.isFile()).map((one) => `${entry.name}/${one.name}`));
  }
  return files.filter((file) => TABLES.test(file)).sort();
}

/** A name that YAML takes without quotes and that no other source has. */
function nameOf(file: string, others: readonly DraftSource[]): string {
  const name =
    basename(file)
      .replace(/\..*$/, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'source';
  const taken = others.filter((other) => other.name === name || other.name.startsWith(`${name}-`)).length;
  return taken === 0 ? name : `${name}-${taken + 1}`;
}
