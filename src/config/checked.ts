import * as v from 'valibot';
import { UserError } from '../errors.ts';
import type { ConfigFile } from './yaml-file.ts';

/** What a file holds if it is as a schema wants it, else an error that names the line and the key. */
export function checked<Schema extends v.GenericSchema>(
  schema: Schema,
  { value, placeOf }: ConfigFile,
  hint?: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  if (value === null) throw new UserError(`${placeOf([])}: is empty`, { hint });
  const [issue] = result.issues;
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const key = path.length === 0 ? '' : `${path.join('.')}: `;
  throw new UserError(`${placeOf(path)}: ${key}${problemOf(issue)}`, { hint });
}

const SHAPES: Readonly<Record<string, string>> = {
  string: 'text',
  Object: 'a map of keys',
  Array: 'a list',
  null: 'empty',
};

function problemOf({ received, expected, message }: v.BaseIssue<unknown>): string {
  if (received === 'undefined') return 'is missing';
  if (expected === 'never') return 'is no key that is known here';
  const wanted = SHAPES[expected ?? ''];
  return wanted === undefined ? lowerFirst(message) : `is to be ${wanted}, not ${SHAPES[received] ?? received}`;
}

const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);
