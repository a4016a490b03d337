import type { ManifestOutput } from '../build/manifest.ts';
import { UserError } from '../errors.ts';
import { expandedPaths } from '../source/expanded-paths.ts';
import { isAddress } from '../source/openers.ts';
import { claimedPath, claimsInputs } from './claims-input.ts';
import type { PlannedOutput } from './planned-output.ts';

/** All that an output reads, as far as that is known before: what it names, what claims among that are about, and what it read the last time. */
export async function readInputs(
  { words, inputs }: PlannedOutput,
  known: Pick<ManifestOutput, 'inputs'> | undefined,
): Promise<string[]> {
  const claimed = await Promise.all(inputs.map(claimedInputs));
  const before = (known?.inputs ?? []).map(({ path }) => path);
  return [...inputs, ...words.filter(isAddress), ...claimed.flat(), ...before];
}

/** The files and tables that the claims of a file are about; none where it holds no claims. */
export async function claimedInputs(path: string): Promise<string[]> {
  if (!/\.(?:ya?ml|md|markdown)$/i.test(path)) return [];
  try {
    const inputs = await claimsInputs([path], NOTHING);
    const files = inputs.flatMap(({ claims, folder }) =>
      claims.flatMap(({ source }) => (source?.files ?? []).map((file) => claimedPath(file, folder))),
    );
    return await expandedPaths(files);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

const NOTHING = { stdin: (async function* () {})() };
