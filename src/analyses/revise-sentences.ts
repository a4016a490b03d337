import { counted } from '../note.ts';
import { type Cadence, periodText } from '../period/index.ts';
import type { Sentence } from '../report/report.ts';
import type { MovedFigure } from './moved-figures.ts';
import type { RevisionSize } from './revision-sizes.ts';
import type { Revision, RevisionStatus } from './revisions.ts';

/** Most moved figures that are put into words. */
const MOST = 10;

/** What a new edition changed, in words: how many values, by how much, and which percentages move. */
export function reviseSentences(
  all: readonly Revision[],
  sizes: readonly RevisionSize[],
  moved: readonly MovedFigure[],
  cadence: Cadence,
): Sentence[] {
  const figures = moved.slice(0, MOST).map((figure) => movedSentence(figure, cadence));
  const more =
    moved.length > MOST ? [[`${counted(moved.length - MOST, 'more percentage')} moved; --figures lists all`]] : [];
  return [countsSentence(all), ...sizeSentence(sizes), ...figures, ...more];
}

const WORDS: readonly (readonly [RevisionStatus, string])[] = [
  ['added', 'added'],
  ['removed', 'removed'],
  ['completed', 'of a part of a period completed'],
];

function countsSentence(all: readonly Revision[]): Sentence {
  const count = (wanted: RevisionStatus) => all.filter(({ status }) => status === wanted).length;
  const revised = count('revised');
  const shared = count('same') + revised;
  const others = WORDS.flatMap(([status, words]) =>
    count(status) > 0 ? [`${counted(count(status), 'value')} ${words}`] : [],
  );
  const overlap =
    revised === 0
      ? `none of the ${counted(shared, 'value')} that both editions have was revised`
      : `${revised} of ${counted(shared, 'value')} that both editions have ${revised === 1 ? 'was' : 'were'} revised`;
  return [[overlap, ...others].join('; ')];
}

function sizeSentence(sizes: readonly RevisionSize[]): Sentence[] {
  const total = sizes.find(({ age }) => age === null);
  if (!total || total.revised === 0) return [];
  const relative =
    total.relative === null ? [] : [' (', { value: total.relative, kind: 'signed-ratio' as const }, ' of all)'];
  return [
    [
      'mean revision ',
      { value: total.mean, kind: 'difference' },
      ...relative,
      ', without signs ',
      { value: total.meanAbsolute, kind: 'quantity' },
    ],
  ];
}

function movedSentence({ pair: { series }, ordinal, comparison, old, now }: MovedFigure, cadence: Cadence): Sentence {
  const name = series.key.length > 0 ? `${series.key.join(', ')}: ` : '';
  const on = comparison === 'previous' ? 'on the period before' : 'on the year before';
  const figure = ({ ratio }: MovedFigure['old']) =>
    ratio === null ? 'no percentage' : { value: ratio, kind: 'signed-ratio' as const };
  return [`${name}${periodText(ordinal, cadence)} ${on} was `, figure(old), ' and is ', figure(now)];
}
