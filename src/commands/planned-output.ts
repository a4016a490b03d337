import { isAbsolute, posix } from 'node:path';
import { type KnownOptions, oddValue, optionWords, unknownOption } from '../build/output-words.ts';
import { relativePath } from '../build/relative-path.ts';
import type { Program, Understood } from '../cli/command.ts';
import { didYouMean } from '../config/nearest.ts';
import type { OptionValues, Project, ProjectOutput } from '../config/project.ts';
import { UserError } from '../errors.ts';
import { expandedPaths } from '../source/expanded-paths.ts';
import { inputFiles } from './input-files.ts';

/** An output with the whole command line that makes it, and the files that it names. */
export interface PlannedOutput {
  readonly file: string;
  /** Files that the command line has written beside it. */
  readonly besides: readonly string[];
  readonly title: string | undefined;
  readonly words: readonly string[];
  readonly inputs: readonly string[];
  placeOf: ProjectOutput['placeOf'];
  /** Where in the project file that stands which a message is about: an option of a source or a setting, else the command line. */
  placeAbout(message: string): string;
}

/** The command line of an output with the options of its sources and of the project. */
export async function plannedOutput(
  { file, words, sources, title, placeOf }: ProjectOutput,
  project: Project,
  known: KnownOptions,
  program: Program,
): Promise<PlannedOutput> {
  for (const { options, placeOf } of sources) refuseUnknown(options, [known], placeOf);
  const settings = { options: project.settings, placeOf: (name: string) => project.placeOf('settings', name) };
  const added: PlacedWord[] = [];
  for (const { options, placeOf } of [...sources, settings]) {
    refuseOddValue(options, known, placeOf);
    const given = [...words, ...added.map(({ word }) => word)];
    for (const word of optionWords(options, known, given))
      added.push({ word, place: placeOf(optionOf(word)[0] ?? '') });
  }
  const placeAbout = (message: string) => added.find(({ word }) => isAbout(message, word))?.place ?? placeOf('run');
  const line = [...words, ...added.map(({ word }) => word)];
  const files = await filesLike(sources.flatMap((source) => source.files));
  const whole = [
    ...line.map((word, i) => withoutFolder(word, line[i - 1] ?? '', known)),
    ...files.map(relativePath).map(undashed),
  ];
  const { reads, writes } = await understand(whole, file, program, placeAbout);
  if (reads.includes('-')) throw new UserError(`${placeOf('run')}: a project cannot read standard input`);
  const besides = writes.map((path) => posix.normalize(path));
  return { file, besides, title, words: whole, inputs: inputFiles(await filesLike(reads)), placeOf, placeAbout };
}

/** A word that a source or the settings add to a command line, and where it stands there. */
interface PlacedWord {
  readonly word: string;
  readonly place: string;
}

/** Whether a message names an option, or in quotes or at its beginning the value of it. */
function isAbout(message: string, word: string): boolean {
  const [name = '', value] = optionOf(word);
  const named = [...message.matchAll(/--([\w-]+)/g)].some(([, other]) => other === name);
  return named || (value !== undefined && (message.includes(`"${value}"`) || message.startsWith(`${value}: `)));
}

const understand = (
  words: readonly string[],
  file: string,
  program: Program,
  placeAbout: (message: string) => string,
) =>
  program.understand(words, file).catch((error: unknown): Understood => {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(`${placeAbout(error.message)}: ${error.message}`, { hint: error.hint, cause: error });
  });

/** The name of the option that a word gives, with its value where that is in the word. */
const optionOf = (word: string): [name: string | undefined, value: string | undefined] => {
  const [, name, value] = /^--([\w-]+)(?:=(.*))?$/s.exec(word) ?? [];
  return [name, value];
};

/** A path from the root as one from the folder of the project, also where it is the value of an option. */
function withoutFolder(word: string, before: string, known: KnownOptions): string {
  const [name, value] = optionOf(word);
  const path = value ?? word;
  const writer = name ?? optionOf(before)[0] ?? '';
  const isPath = inputFiles([path]).length > 0 || (isAbsolute(path) && known.get(writer)?.writes === true);
  return isPath ? word.slice(0, word.length - path.length) + relativePath(path) : word;
}

/** The files of patterns; one that fits none is left to the output, which then fails by itself. */
async function filesLike(paths: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(paths.map((path) => expandedPaths([path]).catch(() => [path])));
  return lists.flat();
}

const undashed = (path: string): string => (path.startsWith('-') ? `./${path}` : path);

/** Refuses an option that none of some commands has. */
export function refuseUnknown(
  values: OptionValues,
  known: readonly KnownOptions[],
  placeOf: (option: string) => string,
): void {
  const name = unknownOption(values, known);
  if (name === undefined) return;
  if (name === '')
    throw new UserError(`${placeOf(name)}: a key is empty`, { hint: 'the option --null is written "null"' });
  const near = didYouMean(
    name,
    known.flatMap((options) => [...options.keys()]),
  );
  throw new UserError(`${placeOf(name)}: no command here has an option --${name}${near}`);
}

/** Refuses a value where an option takes none, none where it takes one, and several where it takes one. */
function refuseOddValue(values: OptionValues, known: KnownOptions, placeOf: (option: string) => string): void {
  for (const [name, value] of Object.entries(values)) {
    const option = known.get(name);
    const odd = option && oddValue(value, option);
    if (odd) throw new UserError(`${placeOf(name)}: --${name} ${odd}`);
  }
}
