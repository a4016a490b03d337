import { cleanName, type TableHead } from './table-head.ts';
import { inferredWide, type Wide } from './wide.ts';
import { profiledWide, type WideProfile } from './wide-profile.ts';

/** How the table of a file lies in it, where it is not one record per line under one header. */
export interface Layout {
  /** The lines on which the header and the records begin. */
  readonly headerLine: number;
  readonly firstLine: number;
  /** How many fields a record has as it lies. */
  readonly width: number;
  /** The header as it lies. */
  readonly header: readonly (readonly string[])[];
  /** The names of the columns of the table that it is turned into. */
  readonly names: readonly string[];
  readonly wide: Wide | null;
  /** A column that holds the values of several, as `indic,geo\time` does. */
  readonly packed: { readonly at: number; readonly count: number } | null;
  readonly nulls: readonly string[];
  /** What is done to the table, in words; empty where nothing is. */
  readonly reason: string;
}

export interface LayoutHints {
  readonly wide: WideProfile | null | undefined;
  readonly nulls: readonly string[];
  /** True where notes are known to stand behind the table. */
  readonly hasNotes: boolean;
  /** True where no profile knows the header, so that columns may be taken for periods. */
  readonly infer: boolean;
}

/** The layout of a table; null where it can be read as it lies. */
export function layoutOf(file: string, head: TableHead, hints: LayoutHints): Layout | null {
  const sample = head.records.slice(0, 200).map(({ fields }) => fields);
  const key = packedKey(head.names);
  const wide = hints.wide
    ? profiledWide(file, hints.wide, head.names)
    : hints.infer
      ? inferredWide(head.names, sample)
      : null;
  const [first, second] = head.header;
  const repeated = head.records.some(({ fields }) => fields.every((field, i) => cleanName(field) === head.names[i]));
  const reasons = [
    ...(head.preamble.length > 0 ? [`the header is on line ${first?.line}`] : []),
    ...(second ? ['the header has two rows'] : []),
    ...(wide ? [inWords(wide)] : []),
    ...(hints.hasNotes ? ['notes follow the table'] : []),
    ...(repeated ? ['the header comes again among the records'] : []),
  ];
  if (reasons.length === 0) return null;
  const packed = wide && key;
  return {
    headerLine: first?.line ?? 1,
    firstLine: head.records[0]?.line ?? (second ?? first)?.line ?? 1,
    width: head.names.length,
    header: head.header.map(({ fields }) => fields.map(cleanName)),
    names: wide ? longNames(head.names, wide, packed) : head.names,
    wide,
    packed: packed && { at: packed.at, count: packed.names.length },
    nulls: hints.nulls,
    reason: reasons.join('; '),
  };
}

/** The layout of a table that could be read as it lies, but for the others that it is read with. */
export function plainLayout({ names, header, records }: TableHead): Layout {
  const [first] = header;
  return {
    headerLine: first?.line ?? 1,
    firstLine: records[0]?.line ?? (first?.line ?? 1) + 1,
    width: names.length,
    header: [names],
    names,
    wide: null,
    packed: null,
    nulls: [],
    reason: '',
  };
}

/** `indic_de,geo\time` names the columns that are packed into one, and after the stroke what lies across. */
function packedKey(names: readonly string[]): { at: number; names: string[] } | null {
  const [, keys] = /^([^\\]+,[^\\]+)\\\w+$/.exec(names[0] ?? '') ?? [];
  return keys === undefined ? null : { at: 0, names: keys.split(',').map(cleanName) };
}

function longNames(names: readonly string[], wide: Wide, packed: { at: number; names: string[] } | null): string[] {
  const kept = wide.kept.flatMap((at) =>
    at === packed?.at ? packed.names : [(names[at] ?? '').replace(/\\\w+$/, '') || 'item'],
  );
  return [...kept, wide.column, ...wide.measures];
}

function inWords({ parts, measures, column, without }: Wide): string {
  const [first, last] = [parts[0]?.text, parts[parts.length - 1]?.text];
  const across = `columns ${first} … ${last} are values of ${column}`;
  const what = measures.length > 1 ? `, one each of ${measures.join(' and ')}` : '';
  return `${across}${what}${without.length > 0 ? `; left out: ${without.join(', ')}` : ''}`;
}
