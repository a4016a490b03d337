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

const suite = (name: string, ending: string) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/**/*.${ending}.ts`],
    env: { TZ: 'UTC' },
    testTimeout: name === 'unit' ? 60_000 : 300_000,
    isolate: false,
  },
});

export default defineConfig({
  plugins: [yaml, kernelPlugin, atlasPlugin],
  build: {
    ssr: true,
    target: 'node20',
    rollupOptions: {
      input: { bin: 'src/bin.ts', index: 'src/index.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true },
  test: { projects: [suite('unit', 'test'), suite('exports', 'exports'), suite('slow', 'slow'), suite('cluster', 'cluster')] },
});
