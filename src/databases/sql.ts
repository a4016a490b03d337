/** A value that is bound as a parameter and never written into the text of a statement. */
interface Bound {
  readonly value: string | number;
}

/** A piece of SQL: its text, with the bound values where they stand. */
export interface Sql {
  readonly parts: readonly (string | Bound)[];
}

/** A statement as a database takes it. */
export interface Statement {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

/** SQL as it is written, with other pieces put in: what comes from a user goes through `bound` or a dialect's `identifier`. */
export function sql(texts: TemplateStringsArray, ...pieces: readonly Sql[]): Sql {
  return { parts: texts.flatMap((text, i) => [text, ...(pieces[i]?.parts ?? [])]) };
}

/** Words of the program's own, such as a name that it made. */
export const words = (text: string): Sql => ({ parts: [text] });

export const bound = (value: string | number): Sql => ({ parts: [{ value }] });

/** Pieces one after the other. */
export function joined(pieces: readonly Sql[], between = ', '): Sql {
  return { parts: pieces.flatMap(({ parts }, i) => (i === 0 ? parts : [between, ...parts])) };
}

/** The whole as a statement; `placeholder` says how the nth bound value is written, from 1. */
export function statement({ parts }: Sql, placeholder: (n: number, value: string | number) => string): Statement {
  const values: (string | number)[] = [];
  const texts = parts.map((part) => {
    if (typeof part === 'string') return part;
    values.push(part.value);
    return placeholder(values.length, part.value);
  });
  return { text: texts.join(''), values };
}
