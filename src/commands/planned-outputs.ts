import { resolve } from 'node:path';
import { knownOptions, optionWords, unknownOption } from '../build/output-words.ts';
import { relativePath } from '../build/relative-path.ts';
import type { Program } from '../cli/command.ts';
import { didYouMean } from '../config/nearest.ts';
import { type OptionValues, PROJECT_FILE, type Project, type ProjectOutput } from '../config/project.ts';
import { UserError } from '../errors.ts';
import { expandedPaths } from '../source/expanded-paths.ts';
import { inputFiles } from './input-files.ts';

/** An output with the whole command line that makes it, and the files that it names. */
export interface PlannedOutput {
  readonly file: string;
  readonly title: string | undefined;
  readonly words: readonly string[];
  readonly inputs: readonly string[];
  placeOf: ProjectOutput['placeOf'];
}

type Options = ReturnType<typeof knownOptions>;

/** The command lines of a project: options are checked before anything is read. */
export async function plannedOutputs(project: Project, program: Program): Promise<PlannedOutput[]> {
  const known = new Map<string, Options>();
  for (const { words, placeOf } of project.outputs)
    known.set(words[0] ?? '', await optionsOf(words[0] ?? '', placeOf('run'), program));
  refuseUnknown(project.settings, [...known.values()], (name) => project.placeOf('settings', name));
  const planned: PlannedOutput[] = [];
  for (const output of project.outputs)
    planned.push(await plannedOutput(output, project.settings, known.get(output.words[0] ?? '') ?? new Map(), program));
  refuseCircles(planned, project);
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
  { file, words, sources, title, placeOf }: ProjectOutput,
  settings: OptionValues,
  known: Options,
  program: Program,
): Promise<PlannedOutput> {
  const options = sources.flatMap((source) => {
    refuseUnknown(source.options, [known], source.placeOf);
    return optionWords(source.options, known, words);
  });
  const shared = optionWords(settings, known, [...words, ...options]);
  const line = [...words, ...options, ...shared].map(withoutFolder);
  const files = await filesLike(sources.flatMap((source) => source.files));
  const whole = [...line, ...files.map(relativePath).map(undashed)];
  if (whole.includes('-')) throw new UserError(`${placeOf('run')}: a project cannot read standard input`);
  await program.understand(whole).catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(`${placeOf('run')}: ${error.message}`, { hint: error.hint, cause: error });
  });
  return { file, title, words: whole, inputs: inputFiles(await filesLike(whole)), placeOf };
}

/** A path from the root as one from the folder of the project, also where it is the value of an option. */
function withoutFolder(word: string): string {
  const [, option = '', value = word] = /^(--[\w-]+=)(.*)$/s.exec(word) ?? [];
  return inputFiles([value]).length > 0 ? option + relativePath(value) : word;
}

/** The files of patterns; one that fits none is left to the output, which then fails by itself. */
async function filesLike(paths: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(paths.map((path) => expandedPaths([path]).catch(() => [path])));
  return lists.flat();
}

const undashed = (path: string): string => (path.startsWith('-') ? `./${path}` : path);

/** What an output reads is not to be made by the same project, since it would be that of the build before. */
function refuseCircles(planned: readonly PlannedOutput[], { manifest, claims }: Project): void {
  const made = new Map([...planned.map(({ file }) => file), manifest].map((file) => [resolve(file), file]));
  const given = [PROJECT_FILE, manifest, ...claims].map((file) => resolve(file));
  for (const { file, inputs, placeOf } of planned) {
    if (given.includes(resolve(file))) throw new UserError(`${placeOf('file')}: ${file} is no output`);
    const found = inputs.map((path) => made.get(resolve(path))).find((path) => path !== undefined);
    if (found === undefined) continue;
    throw new UserError(`${placeOf('run')}: reads ${found}, which the project makes`, {
      hint: 'let it read what that is made from, or make it in a project of its own',
    });
  }
}

function refuseUnknown(values: OptionValues, known: readonly Options[], placeOf: (option: string) => string): void {
  const name = unknownOption(values, known);
  if (name === undefined) return;
  const near = didYouMean(
    name,
    known.flatMap((options) => [...options.keys()]),
  );
  throw new UserError(`${placeOf(name)}: no command here has an option --${name}${near}`);
}
