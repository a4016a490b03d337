import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { type Content, contentOf, textSha256 } from '../build/content.ts';
import { type FigureChange, figureChanges, headlineChanges } from '../build/figure-changes.ts';
import type { FileStatus } from '../build/file-status.ts';
import { besidesOf, type ManifestOutput } from '../build/manifest.ts';
import { refuseChanged, type StampedInput } from '../build/stamped-input.ts';
import type { Produced, Program } from '../cli/command.ts';
import { EXIT, UserError } from '../errors.ts';
import { isAddress } from '../source/openers.ts';
import type { InputStamps } from './input-stamps.ts';
import { newStatus, type OldFile, oldFile } from './old-file.ts';
import type { PlannedOutput } from './planned-output.ts';
import { refuseOutside } from './refuse-outside.ts';

export interface BuiltOutput {
  readonly file: string;
  readonly status: Extract<FileStatus, 'current' | 'same' | 'changed' | 'new' | 'failed'>;
  /** What the manifest says of it; where it failed, of the one that lies there, or null. */
  readonly entry: ManifestOutput | null;
  /** Cells that differ from the file as it lies; where it has none to compare, headline figures. */
  readonly changes: readonly FigureChange[];
  /** What became of the files that its command line has written beside it. */
  readonly besides: readonly { readonly file: string; readonly status: BuiltOutput['status'] }[];
  readonly problem: UserError | null;
}

/** What an output is made with. */
export interface Making {
  readonly program: Program;
  readonly stamps: InputStamps;
  readonly allowOutside: boolean;
  /** False leaves all as it lies. */
  readonly write: boolean;
}

/** Makes an output and writes it, unless what the manifest says of it still holds. */
export async function builtOutput(
  planned: PlannedOutput,
  known: ManifestOutput | undefined,
  making: Making,
): Promise<BuiltOutput> {
  const { file } = planned;
  try {
    const old = await oldFile(file);
    if (known && old?.sha256 === known.sha256 && (await isCurrent(planned, known, making))) {
      const besides = besidesOf(known).map((one) => ({ file: one.file, status: 'current' as const }));
      return { file, status: 'current', entry: known, changes: [], besides, problem: null };
    }
    return await madeOutput(planned, known, old, making);
  } catch (problem) {
    if (!(problem instanceof UserError)) throw problem;
    return {
      file,
      status: 'failed',
      entry: known ?? null,
      changes: [],
      besides: [],
      problem: placed(problem, planned),
    };
  }
}

/** What is wrong about a command line, or a file that is not there, is so at a place of the project file; what is wrong about data has its own. */
function placed(problem: UserError, { file, besides, placeAbout }: PlannedOutput): UserError {
  const { message, hint, exitCode } = problem;
  const [about = ''] = message.split(': ');
  const isMissing = !existsSync(about) && !/:\d+$/.test(about) && ![file, ...besides].includes(about);
  if (exitCode !== EXIT.usage && !isMissing) return problem;
  return new UserError(`${placeAbout(message)}: ${message}`, { hint, cause: problem });
}

/**
 * What was read last time counts too, where the command line does not name it, such as the data behind claims. What
 * reads a database is never current: only its question tells whether anything is another.
 */
async function isCurrent(planned: PlannedOutput, known: ManifestOutput, { program, stamps }: Making) {
  const { made_from, inputs } = known;
  for (const { file, sha256 } of besidesOf(known)) if ((await oldFile(file))?.sha256 !== sha256) return false;
  const paths = pathsOf(planned, inputs);
  const read = await stamps.all(paths);
  return read.length === paths.length && madeFrom(planned, read, program.version) === made_from;
}

const pathsOf = ({ inputs }: PlannedOutput, others: Iterable<{ readonly path: string }>): string[] =>
  [...new Set([...inputs, ...Array.from(others, ({ path }) => path)])].sort();

async function madeOutput(
  planned: PlannedOutput,
  known: ManifestOutput | undefined,
  old: OldFile | null,
  { program, stamps, allowOutside, write }: Making,
): Promise<BuiltOutput> {
  const { file, words, title, placeOf } = planned;
  await stamps.all(pathsOf(planned, known?.inputs ?? []));
  const produced = await program.produce(words, file, title);
  const files = [...produced.counts.keys()].filter((path) => !isAddress(path)).map((path) => ({ path }));
  const paths = pathsOf(planned, files);
  if (!allowOutside) for (const path of paths) refuseOutside(path, placeOf('run'));
  const read = await stamps.all(paths);
  for (const input of read) await refuseChanged(input);
  const { bytes, format, report } = produced;
  const now = contentOf(bytes);
  const status = newStatus(old, now);
  const others = await besidesMade(produced);
  const entry = entryOf(planned, read, produced, [now, others.map(({ is }) => is)], program.version);
  const cells =
    status === 'changed'
      ? figureChanges(old?.text() ?? '', Buffer.concat(bytes).toString(), format, report.table.key)
      : [];
  const besides = others.map((one) => ({ file: one.is.file, status: one.status }));
  if (write) for (const one of others) if (one.status !== 'same') await program.write(one.is.file, one.bytes);
  if (write && status !== 'same') await program.write(file, bytes);
  return { file, status, entry, changes: cells ?? headlineChanges(known, entry), besides, problem: null };
}

/** The files that were made beside an output, with what becomes of them. */
function besidesMade({ besides }: Produced) {
  return Promise.all(
    [...besides].map(async ([path, bytes]) => {
      const is = { file: posix.normalize(path), ...contentOf(bytes) };
      return { is, bytes, status: newStatus(await oldFile(path), is) };
    }),
  );
}

/** The hash of all that an output depends on. */
function madeFrom({ words, title }: PlannedOutput, inputs: readonly StampedInput[], version: string): string {
  const from = inputs.map(({ path, sha256 }) => [path, sha256]);
  return textSha256(JSON.stringify([version, words, title ?? null, from]));
}

function entryOf(
  planned: PlannedOutput,
  read: readonly StampedInput[],
  { report, figures, counts }: Produced,
  [{ bytes, sha256 }, besides]: [Content, NonNullable<ManifestOutput['besides']>],
  version: string,
): ManifestOutput {
  const uncounted = { records: null, rejects: null };
  const tables = [...counts].filter(([path]) => isAddress(path)).map(([path, count]) => ({ path, ...count }));
  return {
    file: planned.file,
    run: [...planned.words],
    made_from: madeFrom(planned, read, version),
    inputs: [...read.map(({ path }) => ({ path, ...(counts.get(path) ?? uncounted) })), ...tables],
    bytes,
    sha256,
    ...(besides.length > 0 && { besides }),
    profile: report.provenance.profile,
    warnings: report.notes.filter(({ level }) => level === 'warning').map((warning) => warning.text),
    figures: [...figures],
  };
}
