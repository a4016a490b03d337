import { resolve } from 'node:path';
import { type KnownOptions, knownOptions } from '../build/output-words.ts';
import type { Program } from '../cli/command.ts';
import { PROJECT_FILE, type Project } from '../config/project.ts';
import { UserError } from '../errors.ts';
import { type PlannedOutput, plannedOutput, refuseUnknown } from './planned-output.ts';

/** The command lines of a project: options are checked before anything is read. */
export async function plannedOutputs(project: Project, program: Program): Promise<PlannedOutput[]> {
  const known = new Map<string, KnownOptions>();
  for (const { words, placeOf } of project.outputs)
    known.set(words[0] ?? '', await optionsOf(words[0] ?? '', placeOf('run'), program));
  refuseUnknown(project.settings, [...known.values()], (name) => project.placeOf('settings', name));
  const planned: PlannedOutput[] = [];
  for (const output of project.outputs)
    planned.push(await plannedOutput(output, project, known.get(output.words[0] ?? '') ?? new Map(), program));
  refuseTwice(planned);
  refuseCircles(planned, project);
  return planned;
}

/** Commands that write more than the table of an output. */
const NO_OUTPUT = ['build', 'init', 'load'];

async function optionsOf(command: string, place: string, program: Program): Promise<KnownOptions> {
  const options = await program.optionsOf(command);
  if (options.length > 0 && !NO_OUTPUT.includes(command)) return knownOptions(options);
  throw new UserError(`${place}: "${command}" is no command that makes a table`, {
    hint: 'such as: trend --every quarter',
  });
}

/** All files that an output makes, with their places in the project file. */
const madeBy = ({ file, besides, placeOf }: PlannedOutput): [file: string, place: string][] => [
  [file, placeOf('file')],
  ...besides.map((path): [string, string] => [path, placeOf('run')]),
];

function refuseTwice(planned: readonly PlannedOutput[]): void {
  const seen = new Map<string, string>();
  for (const [file, place] of planned.flatMap(madeBy)) {
    const other = seen.get(resolve(file));
    if (other !== undefined) throw new UserError(`${place}: ${file} is also made by the output at ${other}`);
    seen.set(resolve(file), place);
  }
}

/** What an output reads is not to be made by the same project, since it would be that of the build before. */
function refuseCircles(planned: readonly PlannedOutput[], { manifest, claims }: Project): void {
  const made = new Map(
    [...planned.flatMap(madeBy).map(([file]) => file), manifest].map((file) => [resolve(file), file]),
  );
  const given = new Map(
    [
      ...claims.map((file) => [file, 'a file of claims']),
      [manifest, 'the manifest'],
      [PROJECT_FILE, 'the project'],
    ].map(([file = '', what]) => [resolve(file), what]),
  );
  for (const output of planned) {
    const odd = madeBy(output).find(([file]) => given.has(resolve(file)));
    if (odd) throw new UserError(`${odd[1]}: ${odd[0]} is no output: it is ${given.get(resolve(odd[0]))}`);
    const found = output.inputs.map((path) => made.get(resolve(path))).find((path) => path !== undefined);
    if (found === undefined) continue;
    throw new UserError(`${output.placeOf('run')}: reads ${found}, which the project makes`, {
      hint: 'let it read what that is made from, or make it in a project of its own',
    });
  }
}
