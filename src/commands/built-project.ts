import { mkdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import type { BuiltFile } from '../build/build-table.ts';
import { isWithin } from '../build/figure-changes.ts';
import { type Manifest, manifestText, readManifest } from '../build/manifest.ts';
import { pooled } from '../build/pooled.ts';
import { type StampedInput, stampedInput, textSha256 } from '../build/stamped-input.ts';
import type { Program, ProgramContext } from '../cli/command.ts';
import { type Project, projectFrom } from '../config/project.ts';
import { readYaml } from '../config/read-yaml.ts';
import { inputError, UserError } from '../errors.ts';
import type { Exact } from '../math/exact.ts';
import { type Note, note, warning } from '../note.ts';
import { type BuiltOutput, builtOutput } from './built-output.ts';
import { keepVintages } from './keep-vintages.ts';
import { type PlannedOutput, plannedOutputs } from './planned-outputs.ts';
import { removeLeftovers } from './remove-leftovers.ts';

export const PROJECT_FILE = 'border-stats.yaml';

interface HowToBuild {
  readonly check: boolean;
  readonly tolerance?: Exact;
  readonly allowOutside?: boolean;
  readonly vintages?: string;
  readonly asOf?: string;
}

export interface BuiltProject {
  readonly files: readonly BuiltFile[];
  readonly inputs: readonly string[];
  /** True where something would be another than it is. */
  readonly drifts: boolean;
  readonly failed: boolean;
  readonly claimFails: boolean;
  readonly notes: readonly Note[];
}

/** Builds the project in this folder, or finds out what building it would change. */
export async function builtProject(how: HowToBuild, { program, progress }: ProgramContext): Promise<BuiltProject> {
  const project = projectFrom(await readYaml(PROJECT_FILE));
  const planned = await plannedOutputs(project, program, how.allowOutside ?? false);
  const before = readManifest(await readFile(project.manifest, 'utf8').catch(() => ''));
  const inputs = await stampedInputs(planned);
  const make = (one: PlannedOutput) => {
    const known = before?.outputs.find(({ file }) => file === one.file);
    const read = one.inputs.flatMap((path) => inputs.get(path) ?? []);
    return progress(`making ${one.file}`, builtOutput(one, known, read, program));
  };
  const outputs = await pooled(planned, availableParallelism(), make);
  const manifest = await manifestOf(outputs, inputs, before, program.version);
  const obsolete = (before?.outputs ?? []).filter(({ file }) => !planned.some((one) => one.file === file));
  const claims = await checkedClaims(project, program);
  const tolerance = how.tolerance ?? 0;
  const manifestChanges = manifestText(manifest) !== (before && manifestText(before));
  const files = [...outputs.map((output) => fileOf(output, tolerance)), ...obsolete.map(obsoleteFile), ...claims];
  if (!how.check) await writeAll(project, outputs, obsolete, manifest, program);
  if (!how.check && how.vintages !== undefined) await keepVintages(how.vintages, how.asOf ?? '', [...inputs.values()]);
  return {
    files,
    inputs: [...inputs.keys()],
    drifts: files.some(({ status }) => DRIFT.includes(status)) || (tolerance === 0 && manifestChanges),
    failed: files.some(({ status }) => status === 'failed'),
    claimFails: claims.some(({ status }) => status === 'claim-fails'),
    notes: [
      ...outputs.flatMap(({ file, entry }) => (entry?.warnings ?? []).map((text) => warning(`${file}: ${text}`))),
      ...(how.check && manifestChanges ? [note(`${project.manifest} is not what a build would write`)] : []),
    ],
  };
}

const DRIFT = ['changed', 'new', 'obsolete', 'failed', 'claim-fails'];

async function stampedInputs(planned: readonly PlannedOutput[]): Promise<Map<string, StampedInput>> {
  const paths = [...new Set(planned.flatMap(({ inputs }) => inputs))].sort();
  const all = await pooled(paths, availableParallelism(), stampedInput);
  return new Map(all.map((one) => [one.path, one]));
}

/** An output that failed keeps what is known of the one that lies there. */
async function manifestOf(
  outputs: readonly BuiltOutput[],
  inputs: ReadonlyMap<string, StampedInput>,
  before: Manifest | null,
  version: string,
): Promise<Manifest> {
  const entries = outputs.flatMap(({ file, entry }) => entry ?? before?.outputs.find((one) => one.file === file) ?? []);
  return {
    program: version,
    config: textSha256(await readFile(PROJECT_FILE, 'utf8')),
    inputs: [...inputs.values()].map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    outputs: entries,
  };
}

function fileOf({ file, status, changes, problem }: BuiltOutput, tolerance: Exact): BuiltFile {
  if (problem) return { file, status, changes: [], remark: [problem.message, problem.hint].filter(Boolean).join(': ') };
  if (status !== 'changed') return { file, status, changes, remark: null };
  if (changes.length === 0) return { file, status, changes, remark: 'the text differs' };
  return { file, status: isWithin(changes, tolerance) ? 'within-tolerance' : status, changes, remark: null };
}

const obsoleteFile = ({ file }: Manifest['outputs'][number]): BuiltFile => ({
  file,
  status: 'obsolete',
  changes: [],
  remark: 'the project does not make it any more',
});

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    throw inputError(`${folder}: cannot be made (${cause.code})`, undefined, cause);
  });
}

/** The files of claims, each held to its data. */
async function checkedClaims({ claims }: Project, program: Program): Promise<BuiltFile[]> {
  const checked: BuiltFile[] = [];
  for (const file of claims) {
    try {
      const { report, sentences } = await program.produce(['verify', file], 'claims.json');
      const status = report.finding ? 'claim-fails' : 'claims-hold';
      checked.push({ file, status, changes: [], remark: report.finding ? sentences.join('; ') : null });
    } catch (problem) {
      if (!(problem instanceof UserError)) throw problem;
      checked.push({ file, status: 'failed', changes: [], remark: problem.message });
    }
  }
  return checked;
}

/** Outputs first, the manifest last: what it says is there is there. */
async function writeAll(
  { manifest: path }: Project,
  outputs: readonly BuiltOutput[],
  obsolete: Manifest['outputs'],
  manifest: Manifest,
  program: Program,
): Promise<void> {
  for (const file of [path, ...outputs.map((output) => output.file)]) await makeFolder(dirname(file));
  await removeLeftovers([path, ...outputs.map(({ file }) => file)]);
  for (const { file, status, text } of outputs) {
    if ((status === 'new' || status === 'changed') && text !== null) await program.write(file, text);
  }
  for (const { file, sha256 } of obsolete) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text !== null && textSha256(text) === sha256) await rm(file);
  }
  await program.write(path, manifestText(manifest));
}
