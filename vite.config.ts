import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { parse } from 'yaml';
import { kernelPlugin } from './src/engine/kernel/build.ts';
import { atlasPlugin } from './src/source/atlas-build.ts';

/** Lets source import the YAML files of `data/` as plain values, so that no YAML is parsed when the program starts. */
const yaml: Plugin = {
  name: 'yaml',
  transform(text, id) {
    if (id.endsWith('.yaml')) return { code: `export default ${JSON.stringify(parse(text))};`, map: null };
    return undefined;
  },
};

/** What nearly every run loads, beyond what each starts with: in one file, since each file costs half a millisecond. */
const OFTEN = [
  'src/commands/trend.ts',
  'src/engine/kernel/engine.ts',
  'src/engine/kernel/shared.ts',
  'src/render/csv.ts',
].map((path) => resolve(path));

type Importer = (id: string) => { importedIds: readonly string[] } | null;

/** All modules that some import, themselves among them. */
function closure(ids: readonly string[], info: Importer): Set<string> {
  const found = new Set(ids);
  for (const id of found) for (const imported of info(id)?.importedIds ?? []) found.add(imported);
  return found;
}

let loaded: { readonly start: Set<string>; readonly often: Set<string> } | undefined;

function chunkOf(id: string, info: Importer): string | null {
  loaded ??= { start: closure([resolve('src/main.ts')], info), often: closure(OFTEN, info) };
  if (loaded.start.has(id)) return 'start';
  return loaded.often.has(id) ? 'often' : null;
}

const suite = (name: string, ending: string) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/**/*.${ending}.ts`],
    env: { TZ: 'UTC' },
    testTimeout: name === 'unit' ? 60_000 : 300_000,
    isolate: false,
    // Two cores are both used: vitest by itself leaves one to its own process, which has little to do.
    ...(name === 'unit' && { maxWorkers: Math.max(2, availableParallelism() - 1) }),
  },
});

export default defineConfig({
  plugins: [yaml, kernelPlugin, atlasPlugin],
  build: {
    ssr: true,
    target: 'node20',
    rollupOptions: {
      input: { bin: 'src/bin.ts', index: 'src/index.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        comments: { legal: true, annotation: false, jsdoc: false },
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ debugName: 'often', name: (id, graph) => chunkOf(id, (one) => graph.getModuleInfo(one)) }],
        },
      },
    },
  },
  ssr: { noExternal: true, external: ['@clickhouse/client', '@duckdb/node-bindings', 'pg'] },
  test: {
    projects: [suite('unit', 'test'), suite('exports', 'exports'), suite('slow', 'slow'), suite('cluster', 'cluster')],
  },
});
