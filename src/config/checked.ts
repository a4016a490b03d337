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
  const [issue] = result.issues;
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const key = path.length === 0 ? '' : `${path.join('.')}: `;
  throw new UserError(`${placeOf(path)}: ${key}${problemOf(issue)}`, { hint });
}

function problemOf({ received, expected, message }: v.BaseIssue<unknown>): string {
  if (received === 'undefined') return 'is missing';
  return expected === 'never' ? 'is no key that is known here' : lowerFirst(message);
}

const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);
