import { describe, expect, it } from 'vitest';
import { clickhouseDialect } from '../../src/databases/clickhouse/dialect.ts';
import type { Dialect } from '../../src/databases/dialect.ts';
import { duckdbDialect } from '../../src/databases/duckdb/dialect.ts';
import { postgresDialect } from '../../src/databases/postgres/dialect.ts';
import { bound, type Statement, sql, words } from '../../src/databases/sql.ts';
import { placesStatement, tallyStatement } from '../../src/engine/sql.ts';
import type { RelationColumn } from '../../src/source/relation.ts';
import { CLICKHOUSE_TYPES } from '../cluster/clickhouse-table.ts';
import { DUCKDB_TYPES } from './databases.ts';
import { QUESTIONS, TABLE, type Type } from './typed-table.ts';

/** What a dialect calls the types of a table. */
interface Typed {
  readonly dialect: Dialect;
  readonly types: Readonly<Record<Type, string>>;
  /** Null where rows have no number. */
  readonly row?: null;
}

/** One entry each; its statements are kept in `sql/<name>.sql`. */
const DIALECTS: Readonly<Record<string, Typed>> = {
  duckdb: { dialect: duckdbDialect, types: DUCKDB_TYPES },
  clickhouse: { dialect: clickhouseDialect, types: CLICKHOUSE_TYPES, row: null },
  postgres: {
    dialect: postgresDialect,
    types: {
      text: 'text',
      whole: 'bigint',
      decimal: 'numeric',
      double: 'double precision',
      date: 'date',
      time: 'timestamp without time zone',
      instant: 'timestamp with time zone',
      boolean: 'boolean',
    },
  },
};

const FORMS = { double: 'float', date: 'other', time: 'other', boolean: 'other' } as const;

function columnsOf(types: Typed['types']): RelationColumn[] {
  return TABLE.columns.map(({ name, type }) => ({
    name,
    type: types[type],
    form: Object.hasOwn(FORMS, type) ? FORMS[type as keyof typeof FORMS] : (type as RelationColumn['form']),
  }));
}

/** A statement with its levels on lines of their own, and its values as a comment. */
const shown = (name: string, { text, values }: Statement): string =>
  `-- ${name}\n${text.replaceAll(' FROM (', '\nFROM (').replace(/\) AS (_cells|_groups)/g, ')\nAS $1')};\n${values.map((value) => `-- ${JSON.stringify(value)}\n`).join('')}`;

describe.each(Object.entries(DIALECTS))(
  'the statements of %s',
  (name, { dialect, types, row = words('row_number') }) => {
    const asked = { dialect, from: sql`records`, columns: columnsOf(types), row };

    it('are those that were read and found good', async () => {
      const statements = Object.entries(QUESTIONS).map(([shape, question]) =>
        shown(shape, tallyStatement(asked, question, 'kept').asked),
      );
      const [question] = Object.values(QUESTIONS);
      if (question)
        statements.push(shown('rows with something in them', tallyStatement(asked, question, 'left out').asked));
      statements.push(shown('places of rejected cells', placesStatement(asked, 1, ['x', ''], 5)));
      await expect(statements.join('\n')).toMatchFileSnapshot(`sql/${name}.sql`);
    });

    it('hold nothing that a user wrote but names in quotes and bound values', () => {
      const nasty = `"\\\`; DROP TABLE x; --'`;
      const columns = [{ name: nasty, type: types.text, form: 'text' as const }];
      const question = { keys: [{ column: 0 }], measures: [{ column: 0, nulls: [nasty, '5'], scientific: false }] };
      const { text, values } = tallyStatement(
        { ...asked, columns, from: sql`f(${bound(nasty)})` },
        question,
        'left out',
      ).asked;
      const [name] = dialect.identifier(nasty).parts as [string];
      const quoted = dialect.placeholder(1, nasty);
      expect(text.replaceAll(name, '').replaceAll(quoted, '').includes('DROP')).toBe(false);
      expect(values).toContain(nasty);
    });
  },
);
