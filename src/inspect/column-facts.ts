import type { Place } from '../engine/engine.ts';
import { compare, type Exact } from '../math/exact.ts';
import { cellReader } from '../source/cell.ts';
import { type ColumnKind, columnKind } from '../source/column-kind.ts';
import { NO_MORE_NULLS, nullsBeside, nullsIn } from '../source/null-tokens.ts';
import type { Profile } from '../source/profile.ts';
import type { ColumnTexts } from './column-texts.ts';

/** What a column is for: what the profile makes of it. */
type ColumnRole = 'period' | 'measure' | 'dimension' | 'unit' | 'label' | 'flag' | 'not used';

/** What is known of one column. */
export interface ColumnFacts {
  /** From 1. */
  readonly position: number;
  readonly name: string;
  /** Null where nothing says what the columns mean. */
  readonly role: ColumnRole | null;
  readonly kind: ColumnKind;
  /** Null where there are too many to be counted, as is all that follows. */
  readonly distinct: number | null;
  /** Records whose cell holds no value. */
  readonly nulls: number;
  /** By token, the most frequent first. */
  readonly tokens: readonly (readonly [token: string, records: number])[];
  /** The least and the greatest number, or the first and the last period. */
  readonly least: Exact | string | null;
  readonly greatest: Exact | string | null;
  /** Cells of a measure that cannot be read. */
  readonly rejects: readonly RejectedText[];
  /** The most frequent values, and how many records have each. */
  readonly commonest: readonly (readonly [text: string, records: number])[];
}

interface RejectedText {
  readonly text: string;
  readonly records: number;
  readonly first: Place;
}

interface AskedColumn {
  readonly position: number;
  readonly name: string;
  /** Distinct cells of the first records, by which the kind is judged. */
  readonly sample: readonly string[];
  /** Null where there are too many to be kept. */
  readonly texts: ColumnTexts | null;
}

const COMMONEST = 3;

/** What a column holds, and what the profile makes of it. */
export function columnFacts({ position, name, sample, texts }: AskedColumn, profile: Profile | null): ColumnFacts {
  const nulls = profile ? nullsIn(profile, name) : nullsBeside(NO_MORE_NULLS, name);
  const kind = columnKind(name, sample, nulls);
  const role = profile && roleOf(name, profile);
  if (texts === null) {
    const none = { nulls: 0, tokens: [], least: null, greatest: null, rejects: [], commonest: [] };
    return { position, name, role, kind, distinct: null, ...none };
  }
  const cells = [...texts].map(([text, seen]) => ({ text, ...seen }));
  const isNull = ({ text }: { text: string }) => nulls.includes(text.trim());
  const [empty, filled] = [cells.filter(isNull), cells.filter((cell) => !isNull(cell))];
  const numbers = numbersOf(filled, name, kind, profile, nulls);
  const byFrequency = filled.toSorted((a, b) => b.records - a.records).slice(0, COMMONEST);
  return {
    position,
    name,
    role,
    kind,
    distinct: filled.length,
    nulls: empty.reduce((sum, { records }) => sum + records, 0),
    tokens: tokensOf(empty),
    ...numbers,
    rejects: role === 'measure' ? numbers.rejects : [],
    commonest:
      filled.length === texts.size && isAllDifferent(cells) ? [] : byFrequency.map((one) => [one.text, one.records]),
  };
}

const isAllDifferent = (cells: readonly { records: number }[]): boolean => cells.every(({ records }) => records === 1);

function tokensOf(empty: readonly { text: string; records: number }[]): ColumnFacts['tokens'] {
  const tokens = new Map<string, number>();
  for (const { text, records } of empty) tokens.set(text.trim(), (tokens.get(text.trim()) ?? 0) + records);
  return [...tokens].sort((a, b) => b[1] - a[1]);
}

/** The range of a column of numbers, and what in it is none. */
function numbersOf(
  filled: readonly RejectedText[],
  name: string,
  kind: ColumnKind,
  profile: Profile | null,
  nulls: readonly string[],
): Pick<ColumnFacts, 'least' | 'greatest' | 'rejects'> {
  const measure = profile?.measures.find(({ column }) => column === name);
  if (!measure && kind !== 'number') return { least: null, greatest: null, rejects: [] };
  const read = cellReader({ nulls, scientific: measure?.scientific ?? false, style: measure?.style });
  const rejects: RejectedText[] = [];
  let [least, greatest]: [Exact | null, Exact | null] = [null, null];
  for (const one of filled) {
    const cell = read(one.text);
    if (cell === null) rejects.push(one);
    const value = cell?.value ?? null;
    if (value === null) continue;
    if (least === null || compare(value, least) < 0) least = value;
    if (greatest === null || compare(value, greatest) > 0) greatest = value;
  }
  return { least, greatest, rejects };
}

function roleOf(name: string, profile: Profile): ColumnRole {
  const { period, measures, labels, flag, dimensions } = profile;
  if (period.columns.includes(name)) return 'period';
  if (measures.some(({ column }) => column === name)) return 'measure';
  if (name === labels.unit) return 'unit';
  if (name === labels.name) return 'label';
  if (name === flag) return 'flag';
  return name !== '' && (dimensions === null || dimensions.includes(name)) ? 'dimension' : 'not used';
}
