import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandWords } from '../../src/config/command-words.ts';

test.each([
  ['trend --by a,b', ['trend', '--by', 'a,b']],
  [`--where 'Port Name=Mae Sai' "x y"`, ['--where', 'Port Name=Mae Sai', 'x y']],
  [`--where='a b'"c d"e\\ f`, ['--where=a bc de f']],
  [`'' ""`, ['', '']],
  ['', []],
])('%s is cut into words', (line, words) => {
  expect(commandWords(line)).toEqual(words);
});

test.each(["trend 'x", 'trend "x', 'trend \\'])('%s has an end missing', (line) => {
  expect(commandWords(line)).toBeNull();
});

test('words are those of a shell', () => {
  const word = fc.string({ unit: fc.constantFrom('a', ' ', '"', "'", '\\', 'ก', '-', '='), maxLength: 5 });
  const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const line = words.map(quoted).join(' ');
      expect(commandWords(line)).toEqual(words);
    }),
  );
  const line = `a "b \\"c\\" \\\\ d" 'e "f"' g\\ h`;
  const shell = execFileSync('sh', ['-c', `printf '%s\\n' ${line}`], { encoding: 'utf8' });
  expect(commandWords(line)).toEqual(shell.trimEnd().split('\n'));
});
