import { dirname } from 'node:path';
import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { checked } from './checked.ts';
import { commandWords } from './command-words.ts';
import type { ConfigFile } from './yaml-file.ts';

const text = v.pipe(v.string(), v.nonEmpty());
const texts = v.union([text, v.array(text)]);

/** The value of an option: true for one that has none, a list for one that may be given several times. */
const OptionValue = v.union([v.boolean(), v.number(), text, v.array(v.union([text, v.number()]))]);

const SourceFile = v.objectWithRest({ files: texts }, OptionValue);

const OutputFile = v.strictObject({
  file: text,
  run: text,
  source: v.optional(texts),
  title: v.optional(text),
});

/** A project as it is written in `border-stats.yaml`. */
export const ProjectFile = v.strictObject({
  settings: v.optional(v.record(text, OptionValue), {}),
  sources: v.optional(v.record(text, SourceFile), {}),
  outputs: v.pipe(v.array(OutputFile), v.nonEmpty('needs at least one output')),
  claims: v.optional(texts, []),
  manifest: v.optional(text),
});

/** Options by their long names, as on the command line. */
export type OptionValues = Readonly<Record<string, v.InferOutput<typeof OptionValue>>>;

interface ProjectSource {
  readonly files: readonly string[];
  readonly options: OptionValues;
}

/** One file to be made: a command line, but for the files that it reads and for what all outputs share. */
export interface ProjectOutput {
  readonly file: string;
  readonly words: readonly string[];
  readonly sources: readonly ProjectSource[];
  readonly title: string | undefined;
  /** Where it stands in the project file, for messages. */
  readonly place: string;
}

/** What is to be made, and from what. */
export interface Project {
  readonly settings: OptionValues;
  readonly outputs: readonly ProjectOutput[];
  readonly claims: readonly string[];
  readonly manifest: string;
}

/** Makes a project of what its file holds. */
export function projectFrom(written: ConfigFile): Project {
  const file = checked(ProjectFile, written, 'border-stats init writes a first one');
  const sources = new Map(
    Object.entries(file.sources).map(([name, { files, ...options }]) => [name, { files: listed(files), options }]),
  );
  const outputs = file.outputs.map((output, i): ProjectOutput => {
    const placeOf = (key: string) => written.placeOf(['outputs', i, key]);
    const words = commandWords(output.run);
    if (words === null || words.length === 0) throw new UserError(`${placeOf('run')}: a quote in it is never closed`);
    return {
      file: output.file,
      words,
      sources: listed(output.source ?? []).map((name) => sourceNamed(name, sources, placeOf('source'))),
      title: output.title,
      place: placeOf('run'),
    };
  });
  refuseTwice(outputs);
  const manifest = file.manifest ?? inFolder(commonFolder(outputs.map((output) => output.file)), 'manifest.json');
  return { settings: file.settings, outputs, claims: listed(file.claims), manifest };
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

function refuseTwice(outputs: readonly ProjectOutput[]): void {
  const seen = new Map<string, string>();
  for (const { file, place } of outputs) {
    const other = seen.get(file);
    if (other !== undefined) throw new UserError(`${place}: ${file} is also made by the output at ${other}`);
    seen.set(file, place);
  }
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
