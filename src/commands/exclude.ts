import { UserError } from '../errors.ts';

/** Two options of which one at most may be given. */
export function exclude(name: string, value: unknown, other: string, otherValue: unknown): void {
  if (value === undefined || otherValue === undefined) return;
  throw new UserError(`${name} and ${other} exclude each other`);
}
