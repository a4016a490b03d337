import { type Checker, each, type Finding } from './finding.ts';
import type { FigureColumn } from './total-checkers.ts';

/** Records must have as many fields as the header, periods must be periods, and cells of measures numbers. */
export function readableChecker(
  measures: readonly FigureColumn[],
  period: { readonly name: string; readonly columns: readonly number[] } | null,
  severity: Finding['severity'],
  isLeftOut: (text: string) => boolean,
): Checker {
  return each((record) => {
    const { fields, place, ragged } = record;
    const found = (column: string, cell: string, problem: string): Finding => ({
      ...{ place, column, cell, problem, severity },
      rule: 'readable',
    });
    if (ragged !== null) return [found('', '', `has ${ragged}`)];
    const findings: Finding[] = [];
    if (period !== null && record.period === null) {
      const text = period.columns.map((at) => fields[at] ?? '').join(' ');
      if (!isLeftOut(text)) findings.push(found(period.name, text, 'is not a period'));
    }
    for (const { name, at, read } of measures) {
      const cell = fields[at] ?? '';
      if (read(cell) === null) findings.push(found(name, cell, 'is not a number'));
    }
    return findings;
  });
}
