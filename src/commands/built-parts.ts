import { availableParallelism } from 'node:os';
import type { BuiltFile } from '../build/build-table.ts';
import type { Manifest } from '../build/manifest.ts';
import { pooled } from '../build/pooled.ts';
import type { ProgramContext } from '../cli/command.ts';
import type { Project } from '../config/project.ts';
import { type BuiltOutput, builtOutput, type Making } from './built-output.ts';
import { heldClaims } from './held-claims.ts';
import type { PlannedOutput } from './planned-output.ts';
import { claimedInputs, readInputs } from './read-inputs.ts';
import { SharedScopes } from './shared-scopes.ts';

interface Parts {
  readonly planned: readonly PlannedOutput[];
  readonly project: Project;
  readonly before: Manifest | null;
  /** How many outputs are made at a time. */
  readonly jobs: number | undefined;
}

/** The outputs of a project, several at a time, and its claims; what reads the same files shares what it read. */
export async function builtParts(
  { planned, project, before, jobs = availableParallelism() }: Parts,
  making: Omit<Making, 'program'>,
  { program, progress }: ProgramContext,
): Promise<{ outputs: readonly BuiltOutput[]; claims: readonly BuiltFile[] }> {
  const knownOf = ({ file }: PlannedOutput) => before?.outputs.find((one) => one.file === file);
  const read = [...planned.map((one) => readInputs(one, knownOf(one))), ...project.claims.map(claimedInputs)];
  const scopes = new SharedScopes(await Promise.all(read), program);
  const outputs: BuiltOutput[] = [];
  let done = 0;
  const make = async (at: number) => {
    const one = planned[at] as PlannedOutput;
    outputs[at] = await scopes.within(at, (own) => builtOutput(one, knownOf(one), { ...making, program: own }));
    done++;
  };
  const order = scopes.order.filter((at) => at < planned.length);
  await progress(() => `${done} of ${planned.length} files`, pooled(order, jobs, make));
  const claims: BuiltFile[] = [];
  const place = project.placeOf('claims');
  for (const [i, file] of project.claims.entries())
    claims.push(await scopes.within(planned.length + i, (own) => heldClaims(file, place, own)));
  return { outputs, claims };
}
