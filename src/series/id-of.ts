/** A text that two values share only where they say the same: data by what it holds, functions and the like by being the same one. */
export const idOf = (asked: unknown): string =>
  JSON.stringify(asked, (_, value: unknown) => (isPlain(value) ? value : { [ITSELF]: nameOf(value) })) ?? '';

/** No key that data has. */
const ITSELF = '\0';

function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return typeof value !== 'function' && typeof value !== 'bigint';
  return value === null || Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

const nameOf = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'bigint' ? String(value) : `#${numberOf(value as object)}`;

const numbers = new WeakMap<object, number>();
let next = 0;

/** A number for each object, so that one that only looks like it is another. */
export function numberOf(object: object): number {
  const number = numbers.get(object) ?? next++;
  numbers.set(object, number);
  return number;
}
