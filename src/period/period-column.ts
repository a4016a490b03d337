import { cleanText } from './clean-text.ts';
import { dateOrder, ORDER_WORDS } from './date-order.ts';
import { commonYear, type Era } from './era.ts';
import { monthOfName } from './month-names.ts';
import {
  cadence,
  type Every,
  type FiscalYear,
  firstDay,
  nests,
  OCTOBER_FISCAL_YEAR,
  type Ordinal,
  ordinalOf,
} from './period.ts';
import type { PeriodProblem } from './period-problem.ts';
import {
  type DateOrder,
  monthOfFiscalYear,
  needsEra,
  type PeriodRules,
  type WrittenPeriod,
  writtenPeriod,
} from './period-text.ts';
import { placedRanges, writtenRange } from './written-range.ts';

/** What the columns that tell the period hold: one text, or a year (calendar or fiscal) with or without a month. */
export type PeriodRole = 'text' | 'year' | 'fiscal-year' | 'month';

/** How an export writes its periods. */
export interface PeriodForm {
  readonly roles: readonly PeriodRole[];
  readonly every?: Every | undefined;
  readonly order?: DateOrder | undefined;
  readonly era?: Era | undefined;
  readonly fiscal?: FiscalYear | undefined;
  /** Minutes ahead of UTC to which times with a zone are converted; as written if not given. */
  readonly zone?: number | undefined;
}

/** One distinct key of the period columns: its raw texts, in the order of the roles. */
export type RawPeriod = readonly string[];

export interface PeriodColumn {
  /** The cadence of the source. */
  readonly every: Every;
  /** For each raw period its ordinal on that cadence, or null when it cannot be read. */
  readonly ordinals: readonly (Ordinal | null)[];
  /** What was decided from the whole column, in words. */
  readonly decisions: readonly string[];
  /** How dates whose order the text does not say are read; null where there are none. */
  readonly order: DateOrder | null;
  /** Which of the raw periods are of the Buddhist era. */
  readonly buddhist: readonly boolean[];
}

/** Reads all distinct periods of a source at once, so that order, era and cadence are decided from the whole column. */
export function periodColumn(raw: readonly RawPeriod[], form: PeriodForm): PeriodColumn | PeriodProblem {
  const order = form.order ?? dateOrder(form.roles[0] === 'text' ? raw.map(([text]) => text ?? '') : [], form.era);
  if (typeof order === 'object' && order !== null) return order;
  const rules = { order, era: form.era ?? 'auto', fiscal: form.fiscal ?? OCTOBER_FISCAL_YEAR, zone: form.zone };
  const written = raw.map((texts) => readPeriod(texts, form, rules));
  const ranges = raw.map(([text], i) =>
    form.roles[0] !== 'text' || written[i] ? null : writtenRange(text ?? '', rules),
  );
  const placed = placedRanges(ranges);
  if ('problem' in placed) return placed;
  const all = written.map((period, i) => period ?? placed.periods[i] ?? null);
  const every = form.every ?? cadenceOf(all, raw);
  if (typeof every === 'object') return every;
  const at = cadence(every, form.fiscal);
  const ordinals = all.map((period) => period && onCadence(period, at));
  return {
    every,
    ordinals,
    decisions: [...decisions(all, every, form, order), ...placed.decisions],
    order,
    buddhist: all.map((period) => period?.buddhist ?? false),
  };
}

function readPeriod(texts: RawPeriod, form: PeriodForm, rules: PeriodRules): WrittenPeriod | null {
  if (form.roles[0] === 'text') return writtenPeriod(texts[0] ?? '', rules);
  const yearAt = form.roles.findIndex((role) => role !== 'month');
  const year = yearText(texts[yearAt] ?? '');
  const common = year && commonYear(year.number, rules.era);
  if (!common) return null;
  const { buddhist } = common;
  const isFiscalYear = form.roles[yearAt] === 'fiscal-year' || year.isFiscal;
  if (form.roles.length === 1) {
    const every = isFiscalYear ? 'fiscal-year' : 'year';
    const at = cadence(every, rules.fiscal);
    const month = isFiscalYear
      ? monthOfFiscalYear(common.year, rules.fiscal.startMonth, rules.fiscal)
      : common.year * 12;
    return { every, ordinal: ordinalOf(firstDay(month, cadence('month')), at), buddhist };
  }
  const month = monthNumberOf(texts[1 - yearAt] ?? '');
  if (month === null) return null;
  const ordinal = isFiscalYear ? monthOfFiscalYear(common.year, month, rules.fiscal) : common.year * 12 + month - 1;
  return { every: 'month', ordinal, buddhist };
}

/** The number of a year in a column of years: 2024, ๒๕๖๗, `พ.ศ. 2567`, `FY2024`, `ปีงบประมาณ 2567`. */
function yearText(raw: string): { number: number; isFiscal: boolean } | null {
  const [, fiscal, digits] = /^(FY|ปี ?งบประมาณ|ปี ?งบ)? ?(\d{4})(?:\.0)?$/i.exec(cleanText(raw).text) ?? [];
  return digits === undefined ? null : { number: Number(digits), isFiscal: /^ปี/.test(fiscal ?? '') };
}

function monthNumberOf(text: string): number | null {
  const clean = cleanText(text).text;
  const month = /^\d{1,2}$/.test(clean) ? Number(clean) : monthOfName(clean);
  return month !== undefined && month >= 1 && month <= 12 ? month : null;
}

/** The cadence that all periods share; days that are all the first of a month mean that month. */
function cadenceOf(written: readonly (WrittenPeriod | null)[], raw: readonly RawPeriod[]): Every | PeriodProblem {
  const kinds = [...new Set(written.flatMap((period) => (period ? [period.every] : [])))].sort();
  const [every] = kinds;
  if (every === undefined) {
    const short = raw.map(([text]) => text ?? '').find((text) => needsEra(text));
    if (short !== undefined) {
      return {
        problem: `years of two digits, such as in "${short}"`,
        hint: 'say which years with --era ce or --era be',
        choice: { option: '--era', among: ['ce', 'be'] },
      };
    }
  }
  if (every === undefined) return { problem: 'no value can be read as a period', hint: 'name the column with --date' };
  if (kinds.length > 1) {
    const hint = 'keep one kind with --where, or name another column with --date';
    return { problem: `the periods are of more than one kind: ${kinds.join(', ')}`, hint };
  }
  return every === 'day' && onlyFirstsOfMonth(written) ? 'month' : every;
}

function onlyFirstsOfMonth(written: readonly (WrittenPeriod | null)[]): boolean {
  const days = written.filter((period) => period !== null);
  const isFirst = ({ ordinal, timed }: WrittenPeriod) => !timed && firstDay(ordinal, cadence('day')).day === 1;
  return days.length > 1 && days.every(isFirst);
}

function onCadence(period: WrittenPeriod, at: ReturnType<typeof cadence>): Ordinal | null {
  const from = cadence(period.every, at.fiscal);
  return nests(from, at) ? ordinalOf(firstDay(period.ordinal, from), at) : null;
}

function decisions(
  written: readonly (WrittenPeriod | null)[],
  every: Every,
  form: PeriodForm,
  order: DateOrder | null,
): string[] {
  const read = written.filter((period) => period !== null);
  const buddhist = read.filter((period) => period.buddhist).length;
  const made: string[] = [];
  if (order !== null && form.order === undefined) {
    made.push(`dates are read ${ORDER_WORDS[order]}: the only order that fits the whole column`);
  }
  if (form.every === undefined && every === 'month' && read.some((period) => period.every === 'day')) {
    made.push('every date is the first of a month, so each is read as that month');
  }
  if (buddhist > 0 && buddhist === read.length) made.push('years are of the Buddhist era (2567 is 2024)');
  if (buddhist > 0 && buddhist < read.length) {
    made.push(`years of two eras: ${buddhist} periods are Buddhist and ${read.length - buddhist} are common era`);
  }
  return made;
}
