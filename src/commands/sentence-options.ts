import { LANGUAGES, type Language, type QuoteOptions } from '../analyses/change-quotes.ts';
import type { OptionSpec } from '../cli/command.ts';
import { UserError } from '../errors.ts';
import { type Note, note } from '../note.ts';
import { datedTallies } from '../series/dated-tallies.ts';
import type { ComparedSeries, CompareOptions } from './compare-series.ts';
import type { Condition } from './series-options.ts';

/** How comparisons are written as sentences. */
export interface SentenceOptions {
  readonly sentence?: boolean;
  readonly language?: Language;
}

export const SENTENCE_OPTIONS: readonly OptionSpec[] = [
  { flags: '--sentence', description: 'each comparison as a sentence to be quoted, with the claim that verify checks' },
  { flags: '--language <language>', description: 'of the sentences; English if not given', choices: LANGUAGES },
];

interface Others extends SentenceOptions, Pick<CompareOptions, 'allReadings' | 'explain'> {
  readonly variants?: boolean;
}

/** Sentences stand in place of the comparison, as other views do. */
export function checkSentence({ sentence, language, allReadings, variants, explain }: Others): void {
  if (language !== undefined && !sentence) throw new UserError('--language is that of sentences: add --sentence');
  const other = allReadings ? '--all-readings' : variants ? '--variants' : explain ? '--explain' : null;
  if (sentence && other) throw new UserError(`--sentence and ${other} exclude each other`);
}

/** How the sentences of a comparison are written, and what their claims have in common. */
export function quoteOptions(compared: ComparedSeries, options: CompareOptions & SentenceOptions): QuoteOptions {
  const { tallied, provenance } = compared;
  const { isBuddhist } = datedTallies(tallied.result.tallies, tallied.plan.series.period, []);
  const shared = {
    source: { source: sourceOf(provenance.files, options) },
    rest: { stat: options.stat, as_of: options.asOf },
    where: (options.where ?? []).map(conditionText),
  };
  return { language: options.language ?? 'en', isBuddhist, claim: unsaid(provenance.files, options) ? null : shared };
}

/** What a claim cannot say of how its source was read, so that `verify` would find other figures. */
function unsaid(files: readonly string[], options: CompareOptions): string | null {
  if (files.some((name) => name === '-' || name === 'stdin')) return 'of standard input';
  const names = ['per', 'timezone', 'identical', 'onOverlap', 'fiscalStart', 'acrossBreaks'] as const;
  const given = names.find((name) => options[name] !== undefined && options[name] !== false);
  return given === undefined ? null : `under --${given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Says why no claim stands beside the sentences. */
export function quoteNotes({ provenance }: ComparedSeries, options: CompareOptions): Note[] {
  const why = unsaid(provenance.files, options);
  return why === null ? [] : [note(`no claims stand beside the sentences: a claim cannot be made ${why}`)];
}

/** The files, with the options that a source of claims has. */
function sourceOf(files: readonly string[], options: CompareOptions) {
  const given = {
    profile: options.profile,
    date: options.date,
    date_order: options.dateOrder,
    era: options.era,
    decimal: options.decimal && (options.decimal === ',' ? 'comma' : 'point'),
    null: options.null,
    encoding: options.encoding,
    sheet: options.sheet,
    delimiter: options.delimiter,
    fiscal: options.fiscal,
    gaps: options.gaps,
    sum_over: options.sumOver,
  };
  const said = Object.entries(given).filter((one): one is [string, string | string[]] => one[1] !== undefined);
  const only = files.length === 1 ? (files[0] ?? '') : files;
  return said.length === 0 ? only : { files: only, ...Object.fromEntries(said) };
}

/** A condition as `--where` reads it. */
function conditionText({ column, values, keep }: Condition): string {
  if (!keep) return `${column}!=${values.join(',')}`;
  return values.length === 1 ? `${column}=${values[0]}` : `${column} in ${values.join(',')}`;
}
