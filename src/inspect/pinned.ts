import { zoneMinutes } from '../period/index.ts';
import { shellWord } from '../report/shell-word.ts';
import { defaultStatistic } from '../series/plan.ts';
import type { Profile } from '../source/profile.ts';
import type { OpenedSource } from '../source/source.ts';
import { eraOf, isFiscalForm } from './period-era.ts';
import type { PeriodFacts } from './period-facts.ts';
import { delimiterName, isText } from './reading-decisions.ts';

/** What the user said that a profile does not hold. */
export interface Said {
  readonly profile?: string | undefined;
  readonly null?: readonly string[] | undefined;
  readonly decimal?: '.' | ',' | undefined;
  readonly stat?: string | undefined;
  readonly fiscal?: string | undefined;
  readonly fiscalStart?: { readonly startMonth: number } | undefined;
  readonly timezone?: number | undefined;
}

/** The words of a command line that reads a source as it was read here, with each decision that an option can make. */
export function pinned(source: OpenedSource, facts: PeriodFacts, said: Said): string[] {
  const { files, profile } = source;
  const options = [
    ...readingOptions(source),
    ...(profile.name === 'inferred' ? columnOptions(profile, said) : [['--profile', said.profile ?? profile.name]]),
    ...periodOptions(profile, facts),
    ...saidOptions(said),
  ];
  return [
    'border-stats',
    'trend',
    ...files.map(({ name }, i) => operandOf(name, source.readings[i]?.member?.name)),
    ...options.flat(),
  ];
}

/** A file as the user named it, without the sheet or the member that was read of it. */
function operandOf(name: string, member: string | undefined): string {
  const suffix = `[${member}]`;
  const file = name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
  return file === '<stdin>' ? '-' : file;
}

/** An option holds for all files: where they differ it cannot be given. */
export function readingOptions({ readings }: OpenedSource): string[][] {
  const same = (values: readonly (string | undefined)[]) => (new Set(values).size === 1 ? values[0] : undefined);
  const texts = readings.filter(({ packing }) => isText(packing));
  const encoding = same(texts.map(({ encoding: { value } }) => value));
  const delimiter = same(texts.map(({ delimiter: { value } }) => delimiterName(value)));
  const sheet = same(readings.map(({ member }) => member?.name));
  return [
    ...(encoding === undefined ? [] : [['--encoding', encoding]]),
    ...(delimiter === undefined ? [] : [['--delimiter', delimiter]]),
    ...(sheet === undefined ? [] : [['--sheet', sheet]]),
  ];
}

function columnOptions({ period, measures }: Profile, { decimal, stat }: Said): string[][] {
  const statistics = [...new Set(measures.map(({ kind }) => defaultStatistic(kind)))];
  const [statistic] = statistics;
  const marks = [...new Set(measures.flatMap(({ column, style }) => (column === null ? [] : [style?.decimal ?? '.'])))];
  const [mark] = decimal === undefined ? marks : [decimal];
  return [
    ...period.columns.map((name) => ['--date', name]),
    ...measures.map(({ column, name }) => ['--measure', column ?? name]),
    ...(stat === undefined && statistics.length === 1 && statistic !== undefined ? [['--stat', statistic]] : []),
    ...(mark === undefined || marks.length > 1 ? [] : [['--decimal', mark === '.' ? 'point' : 'comma']]),
  ];
}

function periodOptions({ period }: Profile, { column, at, periods }: PeriodFacts): string[][] {
  const isFiscal = isFiscalForm(period, at);
  return [
    ...(column.order === null ? [] : [['--date-order', column.order]]),
    ['--era', period.era ?? eraOf(periods)],
    ['--every', column.every === 'day' ? 'month' : column.every],
    ...(isFiscal && period.fiscal === undefined ? [['--fiscal-start', 'oct']] : []),
  ];
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function saidOptions({ null: tokens, stat, fiscal, fiscalStart, timezone }: Said): string[][] {
  return [
    ...(tokens ?? []).map((text) => ['--null', text]),
    ...(stat === undefined ? [] : [['--stat', stat]]),
    ...(fiscal === undefined ? [] : [['--fiscal', fiscal]]),
    ...(fiscalStart === undefined ? [] : [['--fiscal-start', MONTHS[fiscalStart.startMonth - 1] ?? '']]),
    ...(timezone === undefined ? [] : [['--timezone', zoneText(timezone)]]),
  ];
}

/** What no profile holds of that: a zone, and a statistic that is not the one of its measures. */
export const saidBeside = ({ timezone }: Said, stat: string | null): string[] =>
  saidOptions({ timezone, ...(stat !== null && { stat }) }).flat();

/** The inverse of `zoneMinutes`. */
function zoneText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const text = `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
  if (zoneMinutes(text) !== minutes) throw new RangeError(`zoneText: ${minutes} minutes are no zone`);
  return text;
}

/** The words as a shell reads them back. */
export const shellLine = (words: readonly string[]): string => words.map(shellWord).join(' ');
