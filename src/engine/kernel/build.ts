import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const ASSEMBLY = fileURLToPath(new URL('./assembly/', import.meta.url));
const HELPER = fileURLToPath(new URL('./helper.ts', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/border-stats/', import.meta.url));
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];

/**
 * For the build only: lets source import the kernel compiled to WebAssembly, as base64 text, and the script of its
 * helper threads, as text. Both become part of the module that uses them, so nothing is looked for on disk.
 */
export const kernelPlugin: Plugin = {
  name: 'kernel',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('kernel:') ? `\0${id}` : null),
  async load(id) {
    if (id === '\0kernel:wasm') return `export default ${JSON.stringify((await compiled()).toString('base64'))};`;
    if (id === '\0kernel:helper') return `export default ${JSON.stringify(await helperScript())};`;
    return null;
  },
};

/** The compiled kernel, kept under the hash of what it was made from. */
async function compiled(): Promise<Buffer> {
  const files = readdirSync(ASSEMBLY).filter((name) => name.endsWith('.ts'));
  const hash = createHash('sha256').update(OPTIONS.join(' '));
  for (const name of files.sort()) hash.update(`${name}\0`).update(readFileSync(ASSEMBLY + name));
  const kept = `${CACHE}${hash.digest('hex')}.wasm`;
  if (!existsSync(kept)) {
    const binary = await compile();
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(kept, binary);
  }
  return readFileSync(kept);
}

async function compile(): Promise<Uint8Array> {
  const { main } = await import('assemblyscript/asc');
  let binary: Uint8Array | undefined;
  const { error, stderr } = await main([`${ASSEMBLY}index.ts`, ...OPTIONS, '--outFile', 'kernel.wasm'], {
    readFile: (name) => (existsSync(name) ? readFileSync(name, 'utf8') : null),
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
    listFiles: () => [],
  });
  if (error || binary === undefined) throw new Error(`the kernel does not compile:\n${stderr}`, { cause: error });
  return binary;
}

/** The script is CommonJS, for a thread takes no module as text. */
async function helperScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      ssr: HELPER,
      target: 'node20',
      minify: true,
      rollupOptions: { output: { format: 'cjs', codeSplitting: false } },
    },
    ssr: { noExternal: true },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('the helper is not built');
  return output.output[0].code;
}
