import { dirname, posix } from 'node:path';
import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { checked } from './checked.ts';
import { commandWords } from './command-words.ts';
import type { ConfigFile } from './yaml-file.ts';

/** What a project is called in its folder. */
export const PROJECT_FILE = 'border-stats.yaml';

const text = v.pipe(v.string(), v.nonEmpty());
const texts = v.union([text, v.array(text)]);

/** The value of an option: true for one that has none, a list for one that may be given several times. */
const OptionValue = v.union([v.boolean(), v.number(), text, v.array(v.union([text, v.number()]))]);

const SourceFile = v.objectWithRest(
  { files: v.pipe(texts, v.description('files or patterns, from the folder of the project')) },
  v.pipe(OptionValue, v.description('an option by its long name, for every output of this source')),
);

const OutputFile = v.strictObject({
  file: v.pipe(text, v.description('what is made; its ending gives the format')),
  run: v.pipe(text, v.description('the command line that makes it, but for files and settings')),
  source: v.optional(v.pipe(texts, v.description('names of sources, whose files and options are added'))),
  title: v.optional(v.pipe(text, v.description('in place of its own'))),
});

/** A project as it is written in `border-stats.yaml`; editors show what keys mean. */
export const ProjectFile = v.strictObject({
  settings: v.optional(
    v.pipe(v.record(text, OptionValue), v.description('options for every output whose command has them')),
    {},
  ),
  sources: v.optional(v.pipe(v.record(text, SourceFile), v.description('exports by names of your own')), {}),
  outputs: v.pipe(v.array(OutputFile), v.nonEmpty('needs at least one output'), v.description('what is made')),
  claims: v.optional(v.pipe(texts, v.description('files of claims that are to hold')), []),
  manifest: v.optional(v.pipe(text, v.description('where the manifest goes; beside the outputs if not given'))),
});

/** Options by their long names, as on the command line. */
export type OptionValues = Readonly<Record<string, v.InferOutput<typeof OptionValue>>>;

interface ProjectSource {
  readonly files: readonly string[];
  readonly options: OptionValues;
  /** Where an option stands in the project file, for messages. */
  placeOf(option: string): string;
}

/** One file to be made: a command line, but for the files that it reads and for what all outputs share. */
export interface ProjectOutput {
  readonly file: string;
  readonly words: readonly string[];
  readonly sources: readonly ProjectSource[];
  readonly title: string | undefined;
  /** Where its parts stand in the project file, for messages. */
  placeOf(key: 'file' | 'run'): string;
}

/** What is to be made, and from what. */
export interface Project {
  /** Where a setting, the claims or the manifest stand in the project file. */
  placeOf(...path: readonly (string | number)[]): string;
  readonly settings: OptionValues;
  readonly outputs: readonly ProjectOutput[];
  readonly claims: readonly string[];
  readonly manifest: string;
}

/** Makes a project of what its file holds. */
export function projectFrom(written: ConfigFile): Project {
  const file = checked(ProjectFile, written, 'border-stats init writes a first one');
  const sources = new Map(
    Object.entries(file.sources).map(([name, { files, ...options }]) => {
      const placeOf = (option: string) => written.placeOf(['sources', name, option]);
      return [name, { files: listed(files), options, placeOf }];
    }),
  );
  const outputs = file.outputs.map((output, i): ProjectOutput => {
    const placeOf = (key: string) => written.placeOf(['outputs', i, key]);
    const words = commandWords(output.run);
    if (words === null || words.length === 0) throw new UserError(`${placeOf('run')}: a quote in it is never closed`);
    return {
      file: posix.normalize(output.file),
      words,
      sources: listed(output.source ?? []).map((name) => sourceNamed(name, sources, placeOf('source'))),
      title: output.title,
      placeOf,
    };
  });
  const manifest = file.manifest ?? inFolder(commonFolder(outputs.map((output) => output.file)), 'manifest.json');
  const placeOf = (...path: readonly (string | number)[]) => written.placeOf(path);
  return {
    placeOf,
    settings: file.settings,
    outputs,
    claims: listed(file.claims),
    manifest: posix.normalize(manifest),
  };
}

const listed = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);

function sourceNamed(name: string, sources: ReadonlyMap<string, ProjectSource>, place: string): ProjectSource {
  const found = sources.get(name);
  if (found) return found;
  const known = [...sources.keys()];
  throw new UserError(`${place}: there is no source "${name}"`, {
    hint: known.length > 0 ? `the sources are: ${known.join(', ')}` : 'name it under sources',
  });
}

/** The deepest folder that holds all files. */
function commonFolder(files: readonly string[]): string {
  const folders = files.map((file) => dirname(file).split('/'));
  const [first = []] = folders;
  const shared = first.findIndex((part, i) => folders.some((folder) => folder[i] !== part));
  return (shared < 0 ? first : first.slice(0, shared)).join('/');
}

const inFolder = (folder: string, name: string): string =>
  folder === '' || folder === '.' ? name : `${folder}/${name}`;
