import { expect, test } from 'vitest';
import { colorWanted } from '../../src/cli/color.ts';

type Flag = Parameters<typeof colorWanted>[0];

const wanted = (flag: Flag, env: Record<string, string>, isTerminal: boolean) =>
  colorWanted(flag, { env, stdout: { isTerminal } });

test('without a word a terminal has colour and a pipe has none', () => {
  expect([wanted(undefined, {}, true), wanted(undefined, {}, false)]).toEqual([true, false]);
  expect([wanted('auto', {}, true), wanted('auto', {}, false)]).toEqual([true, false]);
});

test('--color decides over everything', () => {
  expect(wanted('always', { NO_COLOR: '1' }, false)).toBe(true);
  expect(wanted('never', { FORCE_COLOR: '1' }, true)).toBe(false);
});

test('NO_COLOR decides over FORCE_COLOR, when it is set and not empty', () => {
  expect(wanted(undefined, { NO_COLOR: '1', FORCE_COLOR: '1' }, true)).toBe(false);
  expect(wanted('auto', { NO_COLOR: '0' }, true)).toBe(false);
  expect(wanted(undefined, { NO_COLOR: '' }, true)).toBe(true);
});

test('FORCE_COLOR decides over the terminal, either way', () => {
  expect(wanted(undefined, { FORCE_COLOR: '1' }, false)).toBe(true);
  expect(wanted(undefined, { FORCE_COLOR: '0' }, true)).toBe(false);
});

test('a dumb terminal has no colour', () => {
  expect(wanted(undefined, { TERM: 'dumb' }, true)).toBe(false);
});
