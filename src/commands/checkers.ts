import { cellChecker } from '../checks/cell-checker.ts';
import type { Checker } from '../checks/finding.ts';
import { completeChecker, futureChecker } from '../checks/period-checkers.ts';
import { readableChecker } from '../checks/readable-checker.ts';
import { identicalChecker, uniqueChecker } from '../checks/repeat-checkers.ts';
import { columnTotalChecker, type FigureColumn, valueTotalChecker } from '../checks/total-checkers.ts';
import { UserError } from '../errors.ts';
import { dateOf } from '../series/coverage.ts';
import { cellReader } from '../source/cell.ts';
import { isTotal } from '../source/column-kind.ts';
import { columnNamed } from '../source/columns.ts';
import { numberOf } from '../source/number.ts';
import { placeText } from '../source/place.ts';
import type { Rules, TotalRule } from '../source/rules.ts';
import type { ReadRecords } from './read-records.ts';

/** The columns that rules are about. */
export const columnsOf = ({ columns, cells, unique, complete, totals }: Rules): string[] => [
  ...new Set([
    ...columns,
    ...Object.keys(cells),
    ...unique.flat(),
    ...(complete ?? []),
    ...totals.flatMap(totalColumns),
  ]),
];

const totalColumns = (rule: TotalRule): string[] =>
  'parts' in rule ? [rule.total, ...rule.parts] : [rule.column, rule.of];

/** What looks for each kind of finding that the rules ask for. `rejects` says how bad a cell is that cannot be read. */
export function checkersOf(
  { source, plan, cadence }: ReadRecords,
  rules: Rules,
  { asOf, rejects }: { readonly asOf: string | undefined; readonly rejects: 'error' | 'warning' },
): Checker[] {
  const { header, files, profile } = source;
  const at = (name: string) => columnNamed(name, header, files[0]?.name ?? '');
  const nulls = rules.nulls ?? profile.nulls;
  const figures = plan.measures.flatMap((measure) => {
    const part = plan.question.measures.find(({ column }) => header[column] === measure.column);
    return part ? [{ name: header[part.column] ?? '', at: part.column, read: cellReader(part) }] : [];
  });
  const figure = (name: string): FigureColumn =>
    figures.find((one) => one.at === at(name)) ?? {
      ...{ name, at: at(name) },
      read: cellReader({ nulls, scientific: true }),
    };
  const { columns } = profile.period;
  const period = columns.length === 0 ? null : { name: columns.join(' and '), columns: columns.map(at) };
  if (period === null && (rules.complete || rules.noFuture)) {
    throw new UserError(`${rules.name}: asks for periods, and no column of ${files[0]?.name} is known to tell one`, {
      hint: 'name it with --date',
    });
  }
  const cells = Object.entries(rules.cells)
    .filter(([name]) => header.includes(name))
    .map(([name, rule]) => {
      const reader = figures.find((one) => one.at === at(name))?.read ?? null;
      return cellChecker({ ...{ name, rule, nulls, reader }, at: at(name) });
    });
  const present = (names: readonly string[]) => names.every((name) => header.includes(name));
  /* A Table Schema says what its columns are: then nothing is guessed of a table that no profile knows. */
  const isGuessed = rules.nulls !== undefined && profile.name === 'inferred';
  return [
    isGuessed ? readableChecker([], null, rejects, isTotal) : readableChecker(figures, period, rejects, isTotal),
    ...cells,
    ...rules.unique
      .filter(present)
      .map((names) => uniqueChecker(names, names.map(at), (one) => placeText(source, one))),
    ...rules.totals
      .filter((rule) => present(totalColumns(rule)))
      .map((rule) => totalChecker(rule, figure, at, profile.separate)),
    ...(rules.noFuture && asOf !== undefined ? [futureChecker(period?.name ?? '', cadence, dateOf(asOf))] : []),
    ...(rules.complete && period && present(rules.complete)
      ? [completeChecker(period.name, rules.complete.map(at), cadence)]
      : []),
    ...(rules.identical === 'allow' ? [] : [identicalChecker(rules.identical === 'error' ? 'error' : 'warning')]),
  ];
}

function totalChecker(
  rule: TotalRule,
  figure: (name: string) => FigureColumn,
  at: (name: string) => number,
  apart: readonly string[],
): Checker {
  const tolerance = numberOf(rule.tolerance);
  if (tolerance === null) throw new UserError(`tolerance ${rule.tolerance} is not a number`);
  if ('parts' in rule) return columnTotalChecker(figure(rule.total), rule.parts.map(figure), tolerance);
  const column = { name: rule.column, at: at(rule.column), total: rule.total };
  const by = apart.filter((name) => name !== rule.column).map(at);
  return valueTotalChecker(column, figure(rule.of), by, tolerance);
}
