import { existsSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { knownOptions, optionWords, unknownOption } from '../build/output-words.ts';
import type { Program } from '../cli/command.ts';
import type { OptionValues, Project, ProjectOutput } from '../config/project.ts';
import { UserError } from '../errors.ts';
import { expandedPaths } from '../source/expanded-paths.ts';
import { didYouMean } from '../source/nearest.ts';

/** An output with the whole command line that makes it, and the files that it reads. */
export interface PlannedOutput {
  readonly file: string;
  readonly title: string | undefined;
  readonly words: readonly string[];
  readonly inputs: readonly string[];
}

type Options = ReturnType<typeof knownOptions>;

/** The command lines of a project: options and paths are checked before anything is read. */
export async function plannedOutputs(
  project: Project,
  program: Program,
  allowOutside: boolean,
): Promise<PlannedOutput[]> {
  const known = new Map<string, Options>();
  for (const { words, place } of project.outputs)
    known.set(words[0] ?? '', await optionsOf(words[0] ?? '', place, program));
  refuseUnknown(project.settings, [...known.values()], 'settings');
  const planned: PlannedOutput[] = [];
  for (const output of project.outputs) {
    planned.push(
      await plannedOutput(output, project.settings, known.get(output.words[0] ?? '') ?? new Map(), allowOutside),
    );
  }
  return planned;
}

/** Commands that write files of their own cannot be an output. */
const NO_OUTPUT = ['build', 'init'];

async function optionsOf(command: string, place: string, program: Program): Promise<Options> {
  const options = await program.optionsOf(command);
  if (options.length > 0 && !NO_OUTPUT.includes(command)) return knownOptions(options);
  throw new UserError(`${place}: "${command}" is no command that makes a table`, {
    hint: 'such as: trend --every quarter',
  });
}

async function plannedOutput(
  { file, words, sources, title, place }: ProjectOutput,
  settings: OptionValues,
  known: Options,
  allowOutside: boolean,
): Promise<PlannedOutput> {
  const files = await expandedPaths(sources.flatMap((source) => source.files));
  const options = sources.flatMap((source) => {
    refuseUnknown(source.options, [known], place);
    return optionWords(source.options, known, words);
  });
  const shared = optionWords(settings, known, [...words, ...options]);
  const line = [...words, ...options, ...shared, ...files];
  const inputs = [...new Set(line.map(pathIn).filter(isFile))].sort();
  if (!allowOutside) for (const path of [file, ...inputs]) refuseOutside(path, place);
  if (inputs.some((path) => resolve(path) === resolve(file))) {
    throw new UserError(`${place}: ${file} is both what it reads and what it makes`);
  }
  return { file, title, words: line, inputs };
}

/** What follows the sign of equality in an option, or the word itself. */
const pathIn = (word: string): string => /^--[\w-]+=(.*)$/s.exec(word)?.[1] ?? word;

const isFile = (path: string): boolean => path !== '' && existsSync(path) && statSync(path).isFile();

function refuseOutside(path: string, place: string): void {
  if (resolve(path).startsWith(resolve('.') + sep)) return;
  throw new UserError(`${place}: ${path} lies outside the folder of the project`, {
    hint: '--allow-outside allows it',
  });
}

function refuseUnknown(values: OptionValues, known: readonly Options[], place: string): void {
  const name = unknownOption(values, known);
  if (name === undefined) return;
  const near = didYouMean(
    name,
    known.flatMap((options) => [...options.keys()]),
  );
  throw new UserError(`${place}: no command here has an option --${name}${near}`);
}
