import { defaultStatistic } from '../series/plan.ts';
import type { Profile } from '../source/profile.ts';
import type { OpenedSource } from '../source/source.ts';
import type { Inspection } from './inspection.ts';
import { readingOptions, type Said, saidBeside, shellLine } from './pinned.ts';

/** What a drafted profile leaves to be decided: beside its keys, and behind them. */
export interface ProfileQuestions {
  readonly byKey: Readonly<Record<string, string>>;
  readonly last: readonly string[];
  /** Options that were given and that no profile holds. */
  readonly beside: readonly string[];
}

/** What only someone who knows the export can say, in words that stand as comments beside the keys. */
export function profileQuestions(
  profile: Profile,
  source: OpenedSource,
  { findings }: Inspection,
  said: Said,
): ProfileQuestions {
  const kinds = new Set(profile.measures.map(({ kind }) => defaultStatistic(kind)));
  const statistic = said.stat !== undefined && !(kinds.size === 1 && kinds.has(said.stat as 'sum')) ? said.stat : null;
  const beside = saidBeside(said, statistic);
  const reading = readingOptions(source).flat();
  const totals = undeclared(profile, findings).map(({ text }) => `is it to be declared? ${text}`);
  return {
    byKey: {
      title: 'Who publishes the export, and what it is called.',
      header: 'The columns by which the export is known: leave out those that another edition may lack.',
      wide: 'The patterns of the columns that lie across: do they fit those of the next edition?',
      measures:
        'What is counted, and in which unit? A `name` of its own for each, and whether it is a count or an amount (added up), a rate or a share (averaged).',
      dimensions: 'The columns to group by: are there some, such as of remarks, that should not be among them?',
      separate: 'Columns whose values are never to be added up.',
      totals: 'Values that are sums of the others in their column.',
    },
    last: [
      ...(profile.separate.length === 0 ? ['separate: [a column whose values are never to be added up]'] : []),
      ...totals.map((text) => `totals: ${text}`),
      ...(profile.absent === undefined
        ? ['absent: zero, or missing? what a period without a record means; until it is said, --gaps decides']
        : []),
      'caveats: what must a reader know about every figure?',
      `No part of a profile is how the file is cut and decoded; here it was: ${shellLine(reading)}`,
      ...(beside.length === 0 ? [] : [`Nor are these, which must be given again: ${shellLine(beside)}`]),
    ],
    beside,
  };
}

/** Totals among the values of a column, of which the profile knows nothing. */
const undeclared = ({ totals, dimensions }: Profile, findings: Inspection['findings']) =>
  findings.filter(
    ({ kind, column }) =>
      kind === 'total' && column !== null && dimensions?.includes(column) && !Object.hasOwn(totals, column),
  );
