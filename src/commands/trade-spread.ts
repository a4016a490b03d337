import { type Announced, announced, spread, spreadReport, startOf } from '../analyses/spread.ts';
import { UserError } from '../errors.ts';
import { spreadDerivation } from '../explain/spread-derivation.ts';
import { note } from '../note.ts';
import { cadence, type Every, OCTOBER_FISCAL_YEAR } from '../period/index.ts';
import type { Report, Table } from '../report/report.ts';
import { explainedRow } from './explain-row.ts';
import { fiscalOf } from './plan.ts';
import { namedPeriod } from './trade-deflator.ts';
import type { TradeOptions } from './trade-options.ts';

/** What an announced sum is per year, from the words of the announcement alone. */
export async function spreadOf(text: string, files: readonly string[], options: TradeOptions): Promise<Report> {
  if (files.length > 0) throw new UserError(`--spread reads no file: leave out ${files.join(', ')}`);
  const sum = announced(text, options.currency);
  if (!sum) {
    throw new UserError(`--spread ${JSON.stringify(text)} is not a sum over years`, {
      hint: "write '$150 million over five years', '90 million baht over 18 months' or '… over 2024-2028'",
    });
  }
  const { start, every } = begun(sum, options);
  if (start === null && options.every !== undefined) {
    throw new UserError(`--every ${options.every} needs to know when the ${sum.months} months begin`, {
      hint: 'add --from 2024, or --from FY2024',
    });
  }
  const at = cadence(every, fiscalOf(options) ?? OCTOBER_FISCAL_YEAR);
  const years =
    every === 'fiscal-year'
      ? 'fiscal years'
      : start === null
        ? 'years from the start, whenever it is'
        : every === 'year'
          ? 'calendar years'
          : `${every.replace('-', ' ')}s`;
  const dollars = /(^|[^a-z])\$/i.test(text) && options.currency === undefined && !/us\$/i.test(text);
  const announcement = { ...sum, start };
  const report = spreadReport(announcement, at, text);
  return {
    ...report,
    ...(await explainedRow(report.table as Table, options, {
      ledgers: {},
      derivation: (column, { at: row }) => spreadDerivation(column, row, spread(announcement, at), announcement),
    })),
    notes: [
      note(
        `the sum is taken to fall on its ${sum.months} months in equal parts, and shown by ${years}: an announcement is neither a commitment nor a payment`,
      ),
      ...(dollars ? [note('$ is read as USD (--currency names another)')] : []),
    ],
    provenance: { command: 'trade', files: [], profile: '', records: 0, rejected: 0 },
  };
}

/** When the sum begins, and by which periods it is shown: fiscal years where it begins with one. */
function begun({ start }: Announced, options: TradeOptions): { start: number | null; every: Every } {
  const { from, every } = options;
  if (from === undefined) return { start, every: every ?? 'year' };
  if (start !== null) throw new UserError('--from and the years in --spread exclude each other');
  const named = namedPeriod('--from', from, cadence('year', fiscalOf(options) ?? OCTOBER_FISCAL_YEAR));
  if (named.at.every === 'day' || named.at.every === 'week') {
    throw new UserError(`--from ${from}: a sum is spread over whole months`, {
      hint: 'name a month, a quarter or a year',
    });
  }
  const fiscal = named.at.every === 'fiscal-year' || named.at.every === 'fiscal-quarter';
  return { start: startOf(named.ordinal, named.at), every: every ?? (fiscal ? 'fiscal-year' : 'year') };
}
