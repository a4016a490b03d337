import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { add, type Exact, multiply, plainText, toNumber } from '../../src/math/exact.ts';
import { exact, printedResult, printedValue } from './printed-arithmetic.ts';

type Row = Readonly<Record<string, string>>;

export const readRows = (csv: string): Row[] => parse(csv, { columns: true }) as Row[];

/** An explanation gives the figure that is shown, by the arithmetic that it prints and from the tallies that it lists. */
export function checkFigure(id: string, shown: string, rows: readonly Row[]): void {
  expect(rows.find(({ part }) => part === 'figure')?.result, id).toBe(shown);
  if (shown === '') {
    expect(rows.find(({ part }) => part === 'missing')?.text, id).toMatch(/\w{3}/);
    return;
  }
  const steps = rows.filter(({ part }) => part === 'step');
  const last = steps.at(-1) ?? rows.find(({ part }) => part === 'input');
  expect(last?.result, id).toBe(shown);
  for (const { text = '' } of steps) expectPrinted(id, text);
  rows.forEach((row, i) => {
    if (row.part === 'input' && row.result !== '') checkInput(id, row, rows.slice(i + 1));
  });
}

/** The numbers of a formula give the value behind them, to the digits that are printed. */
function expectPrinted(id: string, formula: string): void {
  const made = printedResult(formula);
  if (made === null) return;
  const [is, should] = [toNumber(made), toNumber(printedValue(formula))];
  const bound = /^(fisher|tornqvist)|slope \*/.test(formula) ? 1e-9 : 1e-12;
  expect(Math.abs(is - should), `${id}: ${formula}`).toBeLessThanOrEqual(bound * Math.max(1, Math.abs(should)));
}

/** The tallies behind an input add up to it, where it is a sum. */
function checkInput(id: string, { text = '', result = '' }: Row, after: readonly Row[]): void {
  expectPrinted(id, text);
  if (!/= sum of /.test(text) || / days/.test(text)) return;
  const end = after.findIndex(({ part }) => part !== 'tally');
  const tallies = after.slice(0, end < 0 ? undefined : end).filter((row) => row.result !== '');
  const made = tallies.reduce<Exact>(
    (sum, row) => add(sum, multiply(exact(row.result ?? ''), exact(row.factor ?? ''))),
    0,
  );
  expect(plainText(made), id).toBe(result);
}
