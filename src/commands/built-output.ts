import { readFile } from 'node:fs/promises';
import { type FigureChange, figureChanges, headlineChanges } from '../build/figure-changes.ts';
import type { ManifestOutput } from '../build/manifest.ts';
import { refuseChanged, type StampedInput, textSha256 } from '../build/stamped-input.ts';
import type { Produced, Program } from '../cli/command.ts';
import { UserError } from '../errors.ts';
import type { PlannedOutput } from './planned-outputs.ts';

/**
 * What building found of an output: `current` nothing of it is newer than it · `same` it was made again and is what it
 * was · `changed` it is another · `new` there was none · `failed` it could not be made.
 */
type OutputStatus = 'current' | 'same' | 'changed' | 'new' | 'failed';

export interface BuiltOutput {
  readonly file: string;
  readonly status: OutputStatus;
  /** Null where it was not made. */
  readonly text: string | null;
  /** What the manifest says of it; null where it failed. */
  readonly entry: ManifestOutput | null;
  /** Cells that differ from the file as it lies; where it has none to compare, headline figures. */
  readonly changes: readonly FigureChange[];
  readonly problem: UserError | null;
}

/** Makes an output, unless what the manifest says of it still holds; nothing is written here. */
export async function builtOutput(
  planned: PlannedOutput,
  known: ManifestOutput | undefined,
  inputs: readonly StampedInput[],
  program: Program,
): Promise<BuiltOutput> {
  const { file } = planned;
  const madeFrom = madeFromHash(planned, inputs, program.version);
  const old = await readFile(file, 'utf8').catch(() => null);
  if (known?.made_from === madeFrom && old !== null && textSha256(old) === known.sha256) {
    return { file, status: 'current', text: null, entry: known, changes: [], problem: null };
  }
  try {
    const produced = await program.produce(planned.words, file, planned.title);
    for (const input of inputs) await refuseChanged(input);
    const { text, format, report } = produced;
    const status = old === null ? 'new' : old === text ? 'same' : 'changed';
    const entry = entryOf(planned, madeFrom, produced);
    const changes = status === 'changed' ? figureChanges(old ?? '', text, format, report.table.key) : [];
    return { file, status, text, entry, changes: changes ?? headlineChanges(known, entry), problem: null };
  } catch (problem) {
    if (!(problem instanceof UserError)) throw problem;
    return { file, status: 'failed', text: null, entry: null, changes: [], problem };
  }
}

/** The hash of all that an output depends on. */
function madeFromHash({ words, title }: PlannedOutput, inputs: readonly StampedInput[], version: string): string {
  const from = inputs.map(({ path, sha256 }) => [path, sha256]);
  return textSha256(JSON.stringify([version, words, title ?? null, from]));
}

function entryOf({ file, words, inputs }: PlannedOutput, madeFrom: string, produced: Produced): ManifestOutput {
  const { text, sentences, figures } = produced;
  const { notes, provenance } = produced.report;
  return {
    file,
    run: [...words],
    made_from: madeFrom,
    inputs: [...inputs],
    bytes: Buffer.byteLength(text),
    sha256: textSha256(text),
    profile: provenance.profile,
    records: provenance.records,
    rejected: provenance.rejected,
    warnings: notes.filter(({ level }) => level === 'warning').map((warning) => warning.text),
    sentences: [...sentences],
    figures: [...figures],
  };
}
