import type { OptionSpec } from '../cli/command.ts';
import { ENGINES, type EngineName } from '../engine/choose-engine.ts';
import { UserError } from '../errors.ts';
import {
  DATE_ORDERS,
  type DateOrder,
  type Era,
  EVERY,
  type Every,
  type FiscalYear,
  zoneMinutes,
} from '../period/index.ts';
import { monthOfName } from '../period/month-names.ts';
import { IDENTICAL_POLICIES, type IdenticalPolicy } from '../records/identical.ts';
import { OVERLAP_POLICIES, type OverlapPolicy } from '../records/overlap.ts';
import { GAP_POLICIES, type GapPolicy } from '../series/plan.ts';
import { STATISTICS, type Statistic } from '../series/series.ts';
import { CALENDAR_NAMES } from '../source/fiscal-calendars.ts';
import { asOfOption } from './as-of-option.ts';
import type { ExplainOptions } from './explain-options.ts';
import { memorySize } from './memory-size.ts';

/** Options of every command that turns files into series. */
export interface SeriesOptions extends ExplainOptions {
  readonly every?: Every;
  readonly by?: readonly string[];
  readonly where?: readonly Condition[];
  readonly measure?: readonly string[];
  readonly stat?: Statistic;
  readonly asOf?: string;
  readonly gaps?: GapPolicy;
  readonly fiscalStart?: FiscalYear;
  readonly fiscal?: string;
  readonly per?: 'day' | undefined;
  readonly sumOver?: readonly string[];
  readonly date?: readonly string[];
  readonly dateOrder?: DateOrder;
  readonly era?: Era;
  readonly timezone?: number;
  readonly decimal?: '.' | ',';
  readonly null?: readonly string[];
  readonly profile?: string;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly delimiter?: string;
  readonly identical?: IdenticalPolicy;
  readonly onOverlap?: OverlapPolicy;
  readonly strict?: boolean;
  readonly engine?: EngineName;
  readonly maxMemory?: number;
}

/** `column=value`, `column!=value` or `column in a,b`. */
export interface Condition {
  readonly column: string;
  readonly values: readonly string[];
  /** False keeps the records with any other value. */
  readonly keep: boolean;
  /** What it means where a column has a name that holds `=` or ` in `. */
  readonly otherwise?: readonly Condition[];
}

export const SERIES_OPTIONS: readonly OptionSpec[] = [
  { flags: '--every <period>', description: 'length of a period', choices: EVERY },
  {
    flags: '--by <columns>',
    description: 'one series per value of these columns, such as Border,Measure; @file is the file',
    repeats: true,
  },
  {
    flags: '--where <condition>',
    description: "keep records: 'column=value', 'column!=value', 'column in a,b'; all must hold",
    repeats: true,
    parse: condition,
  },
  { flags: '--measure <columns>', description: 'what is counted or measured; "records" counts records', repeats: true },
  { flags: '--stat <statistic>', description: 'how the records of a period become its value', choices: STATISTICS },
  { flags: '--per <unit>', description: 'divide by the length of the period', choices: ['day'] },
  { flags: '--sum-over <columns>', description: 'add up over columns that are kept apart otherwise', repeats: true },
  asOfOption('read the source as it stood on this day: 2025-06-30'),
  { flags: '--gaps <policy>', description: 'periods without a record', choices: GAP_POLICIES },
  {
    flags: '--fiscal-start <month>',
    description: 'first month of the fiscal year, named by its end: oct',
    parse: fiscalStart,
  },
  {
    flags: '--fiscal <calendar>',
    description: 'the fiscal years of a country, with their changes',
    choices: CALENDAR_NAMES,
  },
  { flags: '--profile <name>', description: 'what the columns mean: a built-in profile, or a YAML file' },
  {
    flags: '--date <columns>',
    description: 'the column that tells the period, or those of year and month',
    repeats: true,
  },
  { flags: '--date-order <order>', description: 'how 03/04/2024 is meant', choices: DATE_ORDERS },
  {
    flags: '--era <era>',
    description: 'of written years: common, Buddhist, or each by its size',
    choices: ['auto', 'ce', 'be'],
  },
  {
    flags: '--timezone <zone>',
    description: 'convert times that name a zone: +07:00 or Asia/Bangkok; the date as written if not given',
    parse: timezone,
  },
  {
    flags: '--decimal <mark>',
    description: 'of numbers: point or comma; found from the column if not given',
    parse: decimalMark,
  },
  {
    flags: '--null <tokens>',
    description: 'more cells that mean "no value": NA,x; of one column: column=NA,x',
    repeats: true,
  },
  { flags: '--encoding <name>', description: 'of the text; found from its bytes if not given' },
  { flags: '--sheet <name>', description: 'of a workbook, the file in a zip archive, or the table of a DuckDB file' },
  {
    flags: '--delimiter <character>',
    description: 'between fields; found from the header if not given',
    parse: delimiter,
  },
  {
    flags: '--identical <policy>',
    description: 'records that are the same in every column: count all, or each once',
    choices: IDENTICAL_POLICIES,
  },
  {
    flags: '--on-overlap <policy>',
    description: 'records that stand in two files: take those of the file named last, or first, or count both',
    choices: OVERLAP_POLICIES,
  },
  { flags: '--strict', description: 'fail when a cell cannot be read' },
  { flags: '--engine <name>', description: 'what reduces the records; the figures are the same', choices: ENGINES },
  {
    flags: '--max-memory <size>',
    description: 'for distinct keys, such as 500MB; half of what is free if not given',
    parse: memorySize,
  },
];

const OPERATOR = /\s*(?<equal>!=|=)\s*|\s+(?<list>not in|in)\s+/gsu;

export function condition(text: string): Condition {
  const readings = [...text.matchAll(OPERATOR)].map(({ index, 0: operator, groups = {} }): Condition => {
    const [column, values] = [text.slice(0, index).trim(), text.slice(index + operator.length)];
    const keep = groups.equal === '=' || groups.list === 'in';
    return { column, keep, values: groups.list === undefined ? [values.trim()] : listed(values) };
  });
  const [first, ...otherwise] = readings.filter(({ column }) => column !== '');
  if (first) return otherwise.length === 0 ? first : { ...first, otherwise };
  throw new UserError(`--where "${text}" is not a condition`, {
    hint: "write 'column=value', 'column!=value' or 'column in a,b'",
  });
}

/** Values between commas; one with a comma in it stands in double quotes. */
function listed(text: string): string[] {
  return [...text.matchAll(/\s*(?:"([^"]*)"|([^,]+))\s*(?:,|$)/g)].map(
    ([, quoted, plain]) => quoted ?? (plain ?? '').trim(),
  );
}

function fiscalStart(text: string): FiscalYear {
  const startMonth = monthOfName(text) ?? Number(/^(?:1[0-2]|[1-9])$/.exec(text)?.[0]);
  if (Number.isNaN(startMonth)) {
    throw new UserError(`--fiscal-start ${text} is not a month`, { hint: 'write oct, October or 10' });
  }
  return { startMonth, namedBy: 'end' };
}

function decimalMark(text: string): '.' | ',' {
  const mark = { point: '.', comma: ',', '.': '.', ',': ',' }[text];
  if (mark === '.' || mark === ',') return mark;
  throw new UserError(`--decimal ${text} is neither point nor comma`);
}

function timezone(text: string): number {
  const minutes = zoneMinutes(text);
  if (minutes !== null) return minutes;
  throw new UserError(`--timezone ${text} is not a distance from UTC that holds all year`, {
    hint: 'write +07:00, UTC, or a zone without summer time such as Asia/Bangkok',
  });
}

function delimiter(text: string): string {
  const character = text === 'tab' || text === '\\t' ? '\t' : text;
  if ([...character].length !== 1 || /["\r\n]/.test(character)) {
    throw new UserError(`--delimiter ${JSON.stringify(text)} is not one character that can stand between fields`);
  }
  return character;
}
