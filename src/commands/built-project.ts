import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BuiltFile } from '../build/build-table.ts';
import { contentOf, textSha256 } from '../build/content.ts';
import { isWithin } from '../build/figure-changes.ts';
import { isDrift } from '../build/file-status.ts';
import { filesOf, type Manifest, type ManifestOutput, manifestText, readManifest } from '../build/manifest.ts';
import type { Program, ProgramContext } from '../cli/command.ts';
import { PROJECT_FILE, type Project, projectFrom } from '../config/project.ts';
import { readText } from '../config/read-text.ts';
import { yamlFile } from '../config/yaml-file.ts';
import { inputError, UserError } from '../errors.ts';
import type { Exact } from '../math/exact.ts';
import { type Note, warning } from '../note.ts';
import type { BuiltOutput } from './built-output.ts';
import { builtParts } from './built-parts.ts';
import { InputStamps } from './input-stamps.ts';
import { keepVintages } from './keep-vintages.ts';
import type { PlannedOutput } from './planned-output.ts';
import { plannedOutputs } from './planned-outputs.ts';
import { projectManifest } from './project-manifest.ts';
import { refuseOutside } from './refuse-outside.ts';
import { removeLeftovers } from './remove-leftovers.ts';

interface HowToBuild {
  readonly check: boolean;
  readonly tolerance?: Exact;
  readonly allowOutside?: boolean;
  readonly vintages?: string;
  readonly asOf?: string;
  /** How many files are made at a time. */
  readonly jobs?: number;
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
export async function builtProject(how: HowToBuild, context: ProgramContext): Promise<BuiltProject> {
  const { program } = context;
  const config = await readText(PROJECT_FILE).catch((cause: UserError) => {
    throw new UserError(cause.message, { hint: 'border-stats init writes a first one', cause });
  });
  const project = projectFrom(yamlFile(PROJECT_FILE, config));
  const planned = await plannedOutputs(project, program);
  if (!how.allowOutside) refuseAllOutside(project, planned);
  const before = readManifest(await readFile(project.manifest, 'utf8').catch(() => ''));
  if (!how.check) await makeFolders([project.manifest, ...planned.flatMap(({ file, besides }) => [file, ...besides])]);
  const stamps = new InputStamps();
  const making = { stamps, allowOutside: how.allowOutside ?? false, write: !how.check };
  const { outputs, claims } = await builtParts({ planned, project, before, jobs: how.jobs }, making, context);
  const entries = outputs.flatMap(({ entry }) => entry ?? []);
  const manifest = await projectManifest(program.version, textSha256(config), entries, stamps);
  const isPlanned = (file: string) => planned.some((one) => one.file === file || one.besides.includes(file));
  const obsolete = (before?.outputs ?? []).flatMap(filesOf).filter(({ file }) => !isPlanned(file));
  const tolerance = how.tolerance ?? 0;
  const manifestChanges = manifestText(manifest) !== (before && manifestText(before));
  const files = [
    ...outputs.flatMap((output) => filesMade(output, tolerance)),
    ...obsolete.map(obsoleteFile),
    ...claims,
  ];
  if (how.check && manifestChanges && tolerance === 0 && !files.some(({ status }) => isDrift(status)))
    files.push(changedManifest(project.manifest, before));
  if (!how.check) {
    for (const one of obsolete) await removeObsolete(one, how.allowOutside ?? false);
    if (manifestChanges) files.push(...(await unwritten(project.manifest, manifest, program)));
    if (how.vintages !== undefined) await keepVintages(how.vintages, how.asOf ?? '', manifest.inputs);
  }
  return {
    files,
    inputs: manifest.inputs.map(({ path }) => path),
    drifts: files.some(({ status }) => isDrift(status)),
    failed: files.some(({ status }) => status === 'failed'),
    claimFails: claims.some(({ status }) => status === 'claim-fails'),
    notes: [
      ...outputs.flatMap(({ file, entry }) => (entry?.warnings ?? []).map((text) => warning(`${file}: ${text}`))),
    ],
  };
}

function refuseAllOutside(project: Project, planned: readonly PlannedOutput[]): void {
  const { placeOf } = project;
  for (const output of planned) {
    refuseOutside(output.file, output.placeOf('file'));
    for (const path of output.besides) refuseOutside(path, output.placeOf('run'));
    for (const path of output.inputs) refuseOutside(path, output.placeOf('run'));
  }
  refuseOutside(project.manifest, placeOf('manifest'));
  for (const file of project.claims) refuseOutside(file, placeOf('claims'));
}

async function makeFolders(files: readonly string[]): Promise<void> {
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    await mkdir(folder, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
      throw inputError(`${folder}: cannot be made (${cause.code})`, undefined, cause);
    });
  }
  await removeLeftovers(files);
}

/** An output, and what lies beside it: that moves within a tolerance where the output does. */
function filesMade(output: BuiltOutput, tolerance: Exact): BuiltFile[] {
  const made = fileOf(output, tolerance);
  const besides = output.besides.map(({ file, status }): BuiltFile => {
    const isWithin = status === 'changed' && made.status === 'within-tolerance';
    const remark = status === 'changed' ? 'the text differs' : null;
    return { file, status: isWithin ? made.status : status, changes: [], remark };
  });
  return [made, ...besides];
}

function fileOf({ file, status, changes, problem }: BuiltOutput, tolerance: Exact): BuiltFile {
  if (problem) return { file, status, changes: [], remark: [problem.message, problem.hint].filter(Boolean).join(': ') };
  if (status !== 'changed') return { file, status, changes, remark: null };
  if (changes.length === 0) return { file, status, changes, remark: 'the text differs' };
  return { file, status: isWithin(changes, tolerance) ? 'within-tolerance' : status, changes, remark: null };
}

const obsoleteFile = ({ file }: OldOutput): BuiltFile => ({
  file,
  status: 'obsolete',
  changes: [],
  remark: 'the project does not make it any more',
});

/** No output would be another, but what they are made from. */
const changedManifest = (file: string, before: Manifest | null): BuiltFile => ({
  file,
  status: before === null ? 'new' : 'changed',
  changes: [],
  remark: 'the manifest',
});

/** Writes the manifest; gives it as a file that failed where that cannot be. */
async function unwritten(file: string, manifest: Manifest, program: Program): Promise<BuiltFile[]> {
  try {
    await program.write(file, [manifestText(manifest)]);
    return [];
  } catch (problem) {
    if (!(problem instanceof UserError)) throw problem;
    return [{ file, status: 'failed', changes: [], remark: problem.message }];
  }
}

type OldOutput = Pick<ManifestOutput, 'file' | 'sha256'>;

/** A file that someone has written to since is his. */
async function removeObsolete({ file, sha256 }: OldOutput, allowOutside: boolean): Promise<void> {
  if (!allowOutside) refuseOutside(file, 'manifest');
  const bytes = await readFile(file).catch(() => null);
  if (bytes !== null && contentOf([bytes]).sha256 === sha256) await rm(file);
}
