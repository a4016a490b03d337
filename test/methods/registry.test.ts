import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { METHODS } from '../../src/methods/index.ts';

describe('the registry of methods', () => {
  it('lists every file with a descriptor, under its name', () => {
    const files = readdirSync('src/methods').filter((file) =>
      readFileSync(`src/methods/${file}`, 'utf8').includes('export default {'),
    );
    expect(METHODS.map(({ name }) => name).sort()).toEqual(files.map((file) => basename(file, '.ts')).sort());
  });

  it('says of each what it answers, assumes and follows, and where to read on', () => {
    for (const { answers, assumes, usedWhen, conventions, references } of METHODS) {
      expect(answers).toMatch(/^[A-Z].*\.$/);
      expect(Math.min(assumes.length, conventions.length, references.length)).toBeGreaterThan(0);
      expect(usedWhen).not.toBe('');
      for (const reference of references) expect(reference).toMatch(/\(\d{4}\)/);
    }
  });
});
