import type { Manifest, ManifestInput, ManifestOutput } from '../build/manifest.ts';
import type { InputStamps } from './input-stamps.ts';

/** The manifest of outputs, with each input as it lies. */
export async function projectManifest(
  program: string,
  config: string,
  outputs: readonly ManifestOutput[],
  stamps: InputStamps,
): Promise<Manifest> {
  const uses = outputs.flatMap((output) => output.inputs);
  const paths = [...new Set(uses.map(({ path }) => path))].sort();
  const inputs: ManifestInput[] = [];
  for (const { path, bytes, sha256 } of await stamps.all(paths)) {
    const counts = uses.filter((use) => use.path === path);
    inputs.push({ path, bytes, sha256, records: most(counts, 'records'), rejects: most(counts, 'rejects') });
  }
  return { program, config, inputs, outputs: [...outputs] };
}

/** The largest count; null where nothing was counted. */
function most(counts: ManifestOutput['inputs'], what: 'records' | 'rejects'): number | null {
  const found = counts.flatMap((count) => count[what] ?? []);
  return found.length === 0 ? null : Math.max(...found);
}
