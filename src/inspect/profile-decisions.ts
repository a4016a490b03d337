import type { MeasureColumn, Profile } from '../source/profile.ts';
import type { KnownProfile } from '../source/profile-for.ts';
import { type Decided, decided } from './decision.ts';

const one = decided(null);

/** The profile, and how far it fits. */
export function profileDecision(
  header: readonly string[],
  known: KnownProfile | null,
  nearest: string | null,
): Decided {
  if (known === null) {
    const near = nearest === null ? '' : `; the nearest is ${nearest}`;
    return one('profile', 'inferred', `no profile knows this header${near}`, '--profile');
  }
  const { profile, isNamed } = known;
  const there = profile.header.filter((column) => header.includes(column));
  const fits =
    profile.header.length === 0
      ? 'it asks for no columns'
      : `${there.length === 1 ? 'its column is' : `all of its ${there.length} columns are`} there`;
  return one('profile', profile.name, isNamed ? 'named by --profile' : `${fits}: ${profile.title}`, '--profile');
}

/** How the columns are understood. */
export function profileDecisions({ measures, separate, labels, dimensions, nulls, absent }: Profile): Decided[] {
  const list = (values: readonly string[]) => values.map((value) => (value === '' ? '""' : value)).join(', ');
  return [
    ...measures.map((measure) => one('measure', measure.name, measureReason(measure), '--measure')),
    ...(dimensions && dimensions.length > 0
      ? [one('dimensions', list(dimensions), 'columns to group by', '--by')]
      : []),
    ...(separate.length > 0
      ? [one('kept apart', list(separate), 'their values are not to be added up', '--sum-over')]
      : []),
    ...(labels.unit === undefined ? [] : [one('unit', labels.unit, 'it names the unit of each record', '--sum-over')]),
    one('no value', list(nulls), 'cells that hold no value', '--null'),
    one('absent', absent ?? 'not said', 'what a period without a record means', '--gaps'),
  ];
}

function measureReason({ column, unit, kind, style }: MeasureColumn): string {
  const how = kind === 'count' || kind === 'amount' ? 'summed' : 'averaged';
  const written = style
    ? `; written as 1${style.group}234${style.decimal}5${style.percent ? ' %' : ''}${style.currency ? ` in ${style.currency}` : ''}${style.flags ? ' with flags' : ''}`
    : '';
  return `${column === null ? 'each record is one' : `${kind === 'amount' ? 'an' : 'a'} ${kind}, ${how}`}; unit ${unit}${written}`;
}
