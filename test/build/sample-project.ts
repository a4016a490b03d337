import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { run } from '../run.ts';
import { madeIn, manifestIn } from './built-files.ts';

const SAMPLES = new URL('../../data/samples/', import.meta.url).pathname;

export const PROJECT = `settings:
  as-of: 2025-06-30
sources:
  crossings:
    files: exports/crossings.csv
  seizures:
    files: [exports/seizures.csv]
outputs:
  - file: figures/crossings.csv
    source: crossings
    run: trend --every half --by checkpoint
  - file: figures/crossings.md
    source: crossings
    run: change --window 6m
    title: Crossings in the first half
  - file: figures/deep/seizures.json
    source: seizures
    run: trend --every half --where unit=tablets --stat max
`;

/** A project over the samples, in a folder of its own for each test. */
export function sampleProject() {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'border-stats-build-'));
    cpSync(SAMPLES, join(folder, 'exports'), { recursive: true });
    write(PROJECT);
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const path = (name: string) => join(folder, name);
  const write = (project: string) => writeFileSync(path('border-stats.yaml'), project);
  return {
    path,
    write,
    build: (options = '', env = {}) => run(`border-stats build ${folder} ${options}`, { env }),
    /** The texts of all files that were made. */
    made: () => Object.values(madeIn(path('figures'))),
    manifest: () => manifestIn(path('figures')),
    /** Another figure for Mae Sai in June 2568. */
    revise(): void {
      const text = readFileSync(path('exports/crossings.csv'), 'utf8');
      writeFileSync(path('exports/crossings.csv'), text.replace(/(มิ\.ย\. 2568,Mae Sai,)\d+/, '$19999'));
    },
  };
}
