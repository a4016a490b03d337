import type { MovedFigure } from '../analyses/moved-figures.ts';
import type { RevisionSize } from '../analyses/revision-sizes.ts';
import type { Revision } from '../analyses/revisions.ts';
import type { Release } from '../analyses/vintages.ts';
import { abs, type Exact, sign, subtract } from '../math/exact.ts';
import { counted } from '../note.ts';
import { type Cadence, periodText, yearBefore } from '../period/index.ts';
import { type Series, type SeriesSet, valueAt } from '../series/series.ts';
import { comparison, level, none } from './comparison.ts';
import type { Derivation, Input, Told } from './derivation.ts';
import { periodInput } from './input.ts';
import { quantityOf } from './quantity.ts';
import { difference, quotient, step, termList } from './step.ts';

/** The ledgers of two editions. */
export const OLD = 'old edition';
export const NEW = 'new edition';

/** The sets of two editions, whose periods are alike. */
export interface EditionSets {
  readonly old: SeriesSet;
  readonly now: SeriesSet;
}

/** How a figure of a value that was revised comes about. */
export function revisionDerivation(column: string, revision: Revision, sets: EditionSets): Derivation | null {
  const told = revisionTold(column, revision, sets);
  return told && { ...told, sentence: [revisionWords(revision, sets.old.cadence)] };
}

const WHY: Readonly<Record<Revision['status'], string>> = {
  added: 'the old edition has no value to compare with',
  removed: 'the new edition has no value',
  same: '',
  revised: 'from zero or below there is no ratio',
  completed: 'from zero or below there is no ratio',
};

function revisionTold(
  column: string,
  { pair, ordinal, old, now, difference: by, ratio, status }: Revision,
  sets: EditionSets,
): Told | null {
  const before = editionInput('old_value', pair.series, pair.old, ordinal, sets.old, OLD);
  const after = editionInput('new_value', pair.series, pair.now, ordinal, sets.now, NEW);
  if (column === 'old_value') return old === null ? none(WHY[status]) : level(quantityOf(before));
  if (column === 'new_value') return now === null ? none(WHY[status]) : level(quantityOf(after));
  if (column !== 'revision' && column !== 'relative_revision') return null;
  const told = comparison(column, quantityOf(after), quantityOf(before), {
    change: 'revision',
    ratio: 'relative_revision',
    of: { difference: by, ratio, status: ratio === null ? 'base-missing' : 'ok' },
  });
  return { ...told, missing: told.value === null ? WHY[status] : null };
}

/** A value of an edition; of one that lacks the series, none. */
function editionInput(
  role: string,
  any: Series,
  own: Series | null,
  ordinal: number,
  set: SeriesSet,
  ledger: string,
): Input {
  return { ...periodInput(role, own ?? any, ordinal, set, ledger), value: own && valueAt(own, ordinal) };
}

function revisionWords({ pair: { series }, ordinal, status, age }: Revision, at: Cadence): string {
  const name = series.key.length > 0 ? `${series.key.join(', ')}: ` : '';
  return `${name}${periodText(ordinal, at)}: ${status}, ${counted(age, 'period')} before the newest of the old edition`;
}

/** How a percentage that the new edition moves comes about, in either edition. */
export function movedDerivation(column: string, figure: MovedFigure, sets: EditionSets): Derivation | null {
  const { pair, ordinal, comparison: on, moves } = figure;
  const isOld = column === 'old_relative_change';
  if (!isOld && column !== 'new_relative_change') return null;
  const [series, set, ledger] = isOld ? [pair.old, sets.old, OLD] : [pair.now, sets.now, NEW];
  const of = isOld ? figure.old : figure.now;
  const text = `${periodText(ordinal, sets.old.cadence)}: moved by ${moves.join(', ')}`;
  if (series === null) return { ...none('the edition lacks the series'), sentence: [text] };
  const at = on === 'previous' ? ordinal - 1 : yearBefore(ordinal, set.cadence);
  const before = at === null ? null : periodInput('compared_with', series, at, set, ledger);
  const current = periodInput('value', series, ordinal, set, ledger);
  return {
    ...comparison(column, quantityOf(current), before && quantityOf(before), { change: 'change', ratio: column, of }),
    sentence: [text],
  };
}

/** How a figure of how large revisions are comes about: the values of both editions, one by one. */
export function sizeDerivation(
  column: string,
  { age, values, revised, mean, meanAbsolute, relative }: RevisionSize,
  all: readonly Revision[],
  sets: EditionSets,
): Derivation | null {
  const shared = all.filter(
    (one) => (age === null || one.age === age) && (one.status === 'same' || one.status === 'revised'),
  );
  const inputs = shared.flatMap(({ pair, ordinal }) => [
    editionInput('new_value', pair.series, pair.now, ordinal, sets.now, NEW),
    editionInput('old_value', pair.series, pair.old, ordinal, sets.old, OLD),
  ]);
  const each = shared.map(({ old, now }) => subtract(now ?? 0, old ?? 0));
  const before = shared.map(({ old }) => old ?? 0);
  const sentence = [`${counted(values, 'value')} that both editions have, ${revised} of them revised`];
  const told = (value: Exact | null, words: string, numbers: string): Derivation => ({
    value,
    inputs,
    steps: value === null ? [] : [step(column, words, numbers, value)],
    missing: value === null ? 'the old values come to nothing' : null,
    sentence,
  });
  const over = (terms: string) => `(${terms}) / ${values}`;
  switch (column) {
    case 'shared_values':
      return told(values, 'number of values that both editions have', '');
    case 'revised_values':
      return told(
        revised,
        'number of values whose revision is not 0',
        String(each.filter((by) => sign(by) !== 0).length),
      );
    case 'mean_revision':
      return told(mean, 'sum of the revisions / their number', over(termList(each, ' + ')));
    case 'mean_absolute_revision':
      return told(
        meanAbsolute,
        'sum of the sizes of the revisions / their number',
        over(termList(each.map(abs), ' + ')),
      );
    case 'relative_revision':
      return told(
        relative,
        'sum of the revisions / sum of the old values',
        `(${termList(each, ' + ')}) / (${termList(before, ' + ')})`,
      );
    default:
      return null;
  }
}

/** How a figure of one of several dated editions comes about. */
export function releaseDerivation(
  column: string,
  { series, ordinal, vintage, release, value, before, beforeIn }: Release,
  setOf: (vintage: string) => SeriesSet,
): Derivation | null {
  const set = setOf(vintage);
  const sentence = [`${periodText(ordinal, set.cadence)} as the edition of ${vintage} has it, release ${release}`];
  const current = periodInput('value', series, ordinal, set, vintage);
  if (column === 'value') return { ...level(quantityOf(current)), sentence };
  if (column === 'release_number') {
    const steps = [step(column, 'number of editions up to this one with a value of the period', '', release)];
    return { value: release, inputs: [current], steps, missing: null, sentence };
  }
  if (column !== 'revision' && column !== 'relative_revision') return null;
  if (before === null || beforeIn === null) return { ...none('no earlier edition has a value'), sentence };
  const base = periodInput('before', beforeIn.series, ordinal, setOf(beforeIn.vintage), beforeIn.vintage);
  const steps = [difference('revision', { name: 'value', value }, { name: 'before', value: before })];
  const by = steps[0]?.value ?? null;
  const inputs = [current, base];
  if (column === 'revision') return { value: by, inputs, steps, missing: null, sentence };
  if (sign(before) <= 0)
    return { value: null, inputs, steps, missing: 'from zero or below there is no ratio', sentence };
  steps.push(quotient(column, { name: 'revision', value: by }, { name: 'before', value: before }));
  return { value: steps[1]?.value ?? null, inputs, steps, missing: null, sentence };
}
