import type { ColumnForm } from '../../source/relation.ts';

/** What the catalog tells of the type of a column, below all domains. */
export interface CatalogType {
  /** As SQL writes it: `numeric`, `timestamp with time zone`, `public.colour`. */
  readonly type: string;
  /** Its own name alone: `citext`. */
  readonly base: string;
  /** `b` for a base type, `e` for an enumeration; others are no single values. */
  readonly kind: string;
  /** `A` for arrays. */
  readonly category: string;
}

const FORMS: Readonly<Record<string, ColumnForm>> = {
  text: 'text',
  'character varying': 'text',
  character: 'text',
  '"char"': 'text',
  name: 'text',
  smallint: 'whole',
  integer: 'whole',
  bigint: 'whole',
  oid: 'whole',
  numeric: 'decimal',
  money: 'decimal',
  real: 'float',
  'double precision': 'float',
  'timestamp with time zone': 'instant',
};

const OTHERS = [
  ...['boolean', 'date', 'timestamp without time zone', 'time without time zone', 'time with time zone', 'interval'],
  ...['uuid', 'inet', 'cidr', 'macaddr', 'macaddr8', 'bit', 'bit varying'],
];

/** What the texts of a type are; null where its values are no single cells, as json, arrays, bytes and shapes are not. */
export function columnForm({ type, base, kind, category }: CatalogType): ColumnForm | null {
  if (kind === 'e') return 'other';
  if (kind !== 'b' || category === 'A') return null;
  if (base === 'citext') return 'text';
  return Object.hasOwn(FORMS, type) ? (FORMS[type] ?? null) : OTHERS.includes(type) ? 'other' : null;
}
