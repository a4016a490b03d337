import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { didYouMean } from './nearest.ts';
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
  const near = issue.expected === 'never' ? didYouMean(String(path.at(-1)), keysAt(schema, value, path)) : '';
  throw new UserError(`${placeOf(path)}: ${key}${problemOf(issue)}${near}`, { hint });
}

const SHAPES: Readonly<Record<string, string>> = {
  string: 'text',
  Object: 'a map of keys',
  Array: 'a list',
  null: 'empty',
};

/** `(string | Array)` in words. */
const KINDS = /^\((?:boolean|number|string|Array)(?: \| (?:boolean|number|string|Array))*\)$/;
const kindsOf = (expected: string): string =>
  [...expected.matchAll(/\w+/g)]
    .map(([kind]) => ({ boolean: 'true or false', number: 'a number' })[kind] ?? SHAPES[kind])
    .join(' or ');

function problemOf({ type, input, received, expected, message }: v.BaseIssue<unknown>): string {
  if (received === 'undefined') return 'is missing';
  if (type === 'picklist') return choiceOf(String(input), expected ?? '');
  if (type === 'union' && received === 'null') return 'is empty';
  if (type === 'union' && KINDS.test(expected ?? '')) return `is to be ${kindsOf(expected ?? '')}, not ${received}`;
  if (expected === 'never') return 'is no key that is known here';
  const wanted = SHAPES[expected ?? ''];
  return wanted === undefined ? lowerFirst(message) : `is to be ${wanted}, not ${SHAPES[received] ?? received}`;
}

/** `("sum" | "count")` in words. */
function choiceOf(given: string, expected: string): string {
  const names = [...expected.matchAll(/"([^"]*)"/g)].map(([, name = '']) => name);
  return `is to be one of ${names.join(', ')}, not "${given}"${didYouMean(given, names)}`;
}

const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);

/** The keys that stand where a path ends, as far as the schema tells them. */
function keysAt(schema: unknown, input: unknown, [key, ...rest]: readonly (string | number)[]): string[] {
  const { type, entries, item, value, wrapped, getter, pipe } = schema as Shape;
  if (wrapped) return keysAt(wrapped, input, [key ?? '', ...rest]);
  if (type === 'lazy' && getter) return keysAt(getter(input), input, [key ?? '', ...rest]);
  if (pipe && !entries) return keysAt(pipe[0], input, [key ?? '', ...rest]);
  const inside = (input as Record<string | number, unknown> | null)?.[key ?? ''];
  if (entries && rest.length === 0) return Object.keys(entries);
  const next = entries ? entries[key ?? ''] : (item ?? value);
  return next === undefined ? [] : keysAt(next, inside, rest);
}

/** The parts of a schema that lead to others. */
interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly item?: unknown;
  readonly value?: unknown;
  readonly wrapped?: unknown;
  readonly getter?: (input: unknown) => unknown;
  readonly pipe?: readonly unknown[];
}
