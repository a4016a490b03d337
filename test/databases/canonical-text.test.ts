import { expect, it } from 'vitest';
import { canonicalText } from '../../src/databases/canonical-text.ts';

it.each([
  ['5.0', '5'],
  ['-0.0', '0'],
  ['1e-07', '0.0000001'],
  ['1.5e-07', '0.00000015'],
  ['-1.25e+22', '-12500000000000000000000'],
  ['1e+16', '10000000000000000'],
  ['0.30000000000000004', '0.30000000000000004'],
  ['123.456e2', '12345.6'],
  ['1.0E21', '1000000000000000000000'],
  ['100', '100'],
  ['nan', 'nan'],
  ['-inf', '-inf'],
])('writes the double %s as %s', (text, plain) => {
  expect(canonicalText('float', text)).toBe(plain);
  if (/\d/.test(plain)) expect(Number(plain)).toBe(Number(text) + 0);
});

it('writes times with their whole zone, and nothing for NULL', () => {
  expect(canonicalText('instant', '2024-01-05 03:00:00+00')).toBe('2024-01-05 03:00:00+00:00');
  expect(canonicalText('instant', '2024-01-05 03:00:00-03:30')).toBe('2024-01-05 03:00:00-03:30');
  expect(canonicalText('text', null)).toBe('');
  expect(canonicalText('text', ' 1.50 ')).toBe(' 1.50 ');
});
