import { type Cadence, type CivilDate, civilDate } from '../period/index.ts';
import type { Claim } from './claim.ts';
import { type ClaimWindow, claimWindow, otherCalendar } from './claim-window.ts';
import { datedWindow, isYearless, named } from './dated-window.ts';
import { dayOf } from './stale.ts';
import type { Statement } from './statement.ts';

/** What a sentence and its claim together say of time. */
export interface SaidWindows {
  readonly over: string;
  readonly against: string | null;
}

/** The windows of a statement, with their years; a text says what is missing, or where sentence and claim contradict each other. */
export function saidWindows(statement: Statement, claim: Claim, fiscal: Cadence['fiscal']): SaidWindows | string {
  const day = claim.asOf === null ? null : dayOf(claim.asOf);
  const [said, given] = [statement.over, claim.window];
  if (said !== null && given !== null && !fits(said, given, day, fiscal)) return contradiction('window', said, given);
  const words = chosen(said, given);
  if (words === null) return 'the sentence names no window; name it with window';
  const over = datedWindow(words, day);
  if ('why' in over) return over.why;
  const against = saidAgainst(statement.against, claim.against, over.text, day, fiscal);
  return 'why' in against ? against.why : { over: over.text, against: against.text };
}

const WORDS: Readonly<Record<string, string>> = { year: '"a year before"', previous: '"the period before"' };

const contradiction = (key: string, said: string, given: string): string =>
  `the sentence says ${WORDS[said] ?? named(said)}, its claim says ${key}: ${given}; leave ${key} out or mend the sentence`;

function saidAgainst(
  said: string | null,
  given: string | null,
  over: string,
  day: CivilDate | null,
  fiscal: Cadence['fiscal'],
): { readonly text: string | null } | { readonly why: string } {
  if (said !== null && given !== null && !agrees(said, given, over, day, fiscal))
    return { why: contradiction('against', said, given) };
  const words = chosen(said, given);
  return words === null || !words.includes('last year') ? { text: words } : datedWindow(words, day);
}

/** What the claim says where it is the more precise, or names the calendar that its sentence leaves open; else the sentence. */
function chosen(said: string | null, given: string | null): string | null {
  if (said === null || given === null) return said ?? given;
  return isLooser(said) || otherCalendar(said) === given ? given : said;
}

/** Words that a period makes more precise: a length, a month of no year, "before". */
const isLooser = (said: string): boolean =>
  isYearless(said) || /^\d+[a-z]+$|^ytd$|^previous$|^year$/.test(said) || /^since /.test(said);

/** Whether the window of a claim can be the one of its sentence. */
function fits(said: string, given: string, day: CivilDate | null, fiscal: Cadence['fiscal']): boolean {
  if (said === given || yearless(said).test(given) || otherCalendar(said) === given) return true;
  const [a, b] = [said, given].map((words) => {
    const dated = datedWindow(words, day);
    return 'why' in dated ? null : claimWindow(dated.text, fiscal);
  });
  if (!a || !b) return isYearless(said) && day === null && said === 'last year' && /^(?:FY)?\d{4}$/.test(given);
  return isSame(a, b);
}

/** `--03` is 2024-03 as well as 2025-03. */
const yearless = (said: string): RegExp =>
  new RegExp(`^${said.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('--', String.raw`\d{4}-`)}$`);

function isSame(a: ClaimWindow, b: ClaimWindow): boolean {
  if (a.kind === 'since') return b.kind === 'since' ? startOf(a) === startOf(b) : startOf(a) === startOf(b);
  if (a.spec.kind === 'range') return b.kind === 'spec' && b.spec.kind === 'range' && isOne(a.spec, b.spec);
  if (b.kind === 'since') return false;
  if (a.spec.kind === 'to-date') return b.spec.kind !== 'last' && /^01-01$/.test(monthDay(startOf(b)));
  if (b.spec.kind === 'last') return a.text === b.text;
  return b.spec.kind === 'range' && isAbout(lengthOf(a.text), b.spec.to - b.spec.from + 1);
}

const isOne = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
  a.from === b.from && a.to === b.to;

function startOf(window: ClaimWindow): number | null {
  const spec = window.kind === 'since' ? window.from : window.spec;
  return spec.kind === 'range' ? spec.from : null;
}

function monthDay(day: number | null): string {
  if (day === null) return '01-01';
  const date = civilDate(day);
  return `${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
}

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30.44, q: 91.31, h: 182.62, y: 365.24 };

/** The days of `6m`, months as long as they are on average. */
function lengthOf(text: string): number {
  const [, count, unit] = /^(\d+)([dwmqhy])$/.exec(text) ?? [];
  return Number(count) * (DAYS[unit ?? ''] ?? 0);
}

const isAbout = (a: number, b: number): boolean => Math.abs(a - b) <= 3;

/** Whether what a claim compares with can be what its sentence compares with. */
function agrees(said: string, given: string, over: string, day: CivilDate | null, fiscal: Cadence['fiscal']): boolean {
  const isWord = (words: string) => words === 'previous' || words === 'year';
  if (isWord(said) || isWord(given)) return said === given || isWordFor(said, given, over, fiscal);
  return fits(said, given, day, fiscal) || given.startsWith(`${said}-`);
}

/** "Than the year before", of 2024, is against 2023. */
function isWordFor(said: string, given: string, over: string, fiscal: Cadence['fiscal']): boolean {
  const [word, other] = said === 'previous' || said === 'year' ? [said, given] : [given, said];
  const window = claimWindow(over, fiscal);
  if (window?.kind !== 'spec' || window.spec.kind !== 'range') return other !== 'previous' && other !== 'year';
  const { from, to } = window.spec;
  if (other === 'previous' || other === 'year') return isAbout(to - from + 1, 365);
  const base = claimWindow(datedBefore(other, from), fiscal);
  if (base?.kind !== 'spec' || base.spec.kind !== 'range') return false;
  const isPart = /^\d{4}$/.test(other) && word === 'year';
  return word === 'previous'
    ? base.spec.to === from - 1
    : isAbout(from - base.spec.from, 365) || (isPart && civilDate(from).year - 1 === Number(other));
}

const datedBefore = (words: string, from: number): string => {
  const dated = datedWindow(words, civilDate(from));
  return 'why' in dated ? words : dated.text;
};
