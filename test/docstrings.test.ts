import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const WORDS = ['Formula', 'Input', 'Output', 'Reference', 'Checked by'];
/** Exact arithmetic is not a formula from anywhere: its docstrings are sentences. */
const WITHOUT = ['src/math/exact.ts'];

const files = ['src/math', 'src/methods']
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  .filter((file) => !WITHOUT.includes(file));

/** The docstring of the first exported function of the file's own name, such as kendallScores of kendall-scores.ts. */
function docstring(file: string): string | undefined {
  const name = (file.split('/').at(-1) ?? '')
    .replace('.ts', '')
    .replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const text = readFileSync(file, 'utf8');
  const at = text.indexOf(`export function ${name}(`);
  return at < 0 ? undefined : text.slice(text.lastIndexOf('/**', at), at);
}

const documented = files.map((file) => [file, docstring(file)] as const).filter(([, text]) => text !== undefined);

describe('the docstring', () => {
  it.each(documented)('of %s says where its numbers come from', (_file, text) => {
    for (const word of WORDS) expect(text).toContain(` * ${word} `);
  });

  it.each(documented)('of %s names an oracle or a test that exists', (_file, text) => {
    const named = (text ?? '').match(/test\/[a-z/-]+\.(json|test\.ts)/g) ?? [];
    expect(named).not.toEqual([]);
    for (const path of named) expect(() => readFileSync(path)).not.toThrow();
  });

  it('is there for every function that a file is named after', () => {
    const kernels = files.filter((file) => !/(estimate|method|count-window|index)\.ts$/.test(file));
    expect(kernels.filter((file) => docstring(file) === undefined)).toEqual([]);
  });
});
