import { inputError, type UserError } from '../../errors.ts';

/** Why DuckDB's answer about a text is not taken. */
export function cutOtherwise(name: string, cause?: unknown): UserError {
  return inputError(
    `${name}: DuckDB cuts some of its records otherwise than they are read here`,
    'leave out --engine duckdb; --max-memory gives more memory to distinct keys',
    cause,
  );
}
