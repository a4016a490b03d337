import { unitNamed } from './unit-named.ts';

/** A unit behind a number other than one: `tablets`, `boxes`, `kg`. */
export function unitWords(name: string): string {
  const unit = unitNamed(name);
  if (unit?.dimension !== 'count' || unit.name !== name) return name;
  return /(x|sh)$/.test(name) ? `${name}es` : `${name}s`;
}
