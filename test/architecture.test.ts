import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = new URL('../src', import.meta.url).pathname;
const PURE = 'geo period math units methods series analyses explain claims report render'.split(' ');
const IMPURE = /\bnode:|\bDate\b|Math\.random|\bprocess\b|\bconsole\b|\bIntl\b|toLocale|localeCompare/;

interface Import {
  readonly file: string;
  readonly specifier: string;
  readonly typesOnly: boolean;
}

const files = sourceFiles(SRC);
const imports = files.flatMap(importsOf);

function sourceFiles(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    if (statSync(path).isDirectory()) return name === 'assembly' ? [] : sourceFiles(path);
    return path.endsWith('.ts') && !path.endsWith('.d.ts') ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const text = code(file);
  const fixed = [...text.matchAll(/^(?:import|export)\s+(type\s)?([^;]*?)\s?from\s+['"]([^'"]+)['"]/gms)];
  const dynamic = [...text.matchAll(/\bimport\(['"]([^'"]+)['"]\)/g)];
  return [
    ...fixed.map(([, type, names, specifier = '']) => ({
      file,
      specifier,
      typesOnly: Boolean(type) || onlyTypes(names ?? ''),
    })),
    ...dynamic.map(([, specifier = '']) => ({ file, specifier, typesOnly: false })),
  ];
}

function code(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** `{ type A, type B }` imports nothing at run time. */
function onlyTypes(names: string): boolean {
  const listed = /^\{([^}]*)\}$/
    .exec(names.trim())?.[1]
    ?.split(',')
    .map((name) => name.trim());
  return listed?.filter(Boolean).every((name) => name.startsWith('type ')) ?? false;
}

/** The directory below src, or the name of a file right in it. */
const layerOf = (path: string): string => relative(SRC, path).split('/')[0]?.replace(/\.ts$/, '') ?? '';

const inside = imports
  .filter(({ specifier }) => specifier.startsWith('.'))
  .map((one) => ({ ...one, from: layerOf(one.file), to: layerOf(join(dirname(one.file), one.specifier)) }))
  .filter(({ from, to, specifier }) => from !== to && !/\.(yaml|json)$/.test(specifier));

function allowed(): Map<string, Map<string, boolean>> {
  const map = readFileSync(join(SRC, 'README.md'), 'utf8');
  const rows = [...map.matchAll(/^\| `([\w-]+)`\s*\|([^|]*)\|$/gm)];
  return new Map(
    rows.map(([, layer = '', cell = '']) => [
      layer,
      new Map(cell.split(',').map((name) => [name.replace('(types)', '').trim(), name.includes('(types)')])),
    ]),
  );
}

describe('layers', () => {
  const table = allowed();

  it('has a row for every layer', () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => !table.has(layer))).toEqual([]);
  });

  it('imports only what src/README.md allows', () => {
    const broken = inside.filter(({ from, to, typesOnly }) => {
      const typesAllowed = table.get(from)?.get(to);
      return typesAllowed === undefined || (typesAllowed && !typesOnly);
    });
    expect(broken.map(({ file, specifier }) => `${relative(SRC, file)} imports ${specifier}`)).toEqual([]);
  });

  it('keeps files, clocks, environments, randomness and consoles out of the pure layers', () => {
    const broken = files.filter((file) => PURE.includes(layerOf(file)) && IMPURE.test(code(file)));
    expect(broken.map((file) => relative(SRC, file))).toEqual([]);
  });

  it('loads no package but commander for --help', () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const walk = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      const statics = importsOf(file).filter(
        ({ specifier, typesOnly }) => !typesOnly && !code(file).includes(`import('${specifier}')`),
      );
      for (const { specifier } of statics) {
        if (specifier.startsWith('.') && specifier.endsWith('.ts')) walk(join(dirname(file), specifier));
        else if (!specifier.startsWith('.') && !specifier.startsWith('node:')) packages.add(specifier);
      }
    };
    walk(join(SRC, 'bin.ts'));
    expect([...packages]).toEqual(['commander']);
  });
});

describe('sizes', () => {
  const lengths = files.map(
    (file) => [relative(SRC, file), readFileSync(file, 'utf8').split('\n').length - 1] as const,
  );

  it('keeps every file under 200 lines', () => {
    expect(lengths.filter(([, length]) => length > 200)).toEqual([]);
  });

  it('keeps the median file under 60 lines', () => {
    const sorted = lengths.map(([, length]) => length).sort((a, b) => a - b);
    expect(sorted[sorted.length >> 1]).toBeLessThan(60);
  });
});
