import { decimal, type Exact, multiply, sign } from '../math/exact.ts';
import { factor } from './factor.ts';
import { nameKey } from './name-key.ts';
import { AMBIGUOUS, MULTIPLES, UNITS, type Unit } from './unit-table.ts';

/** The unit that a text names: `Kilogram`, `tablets`, `เม็ด`, `100 gram`, `Thousand of tablets`; null where none is known. */
export function unitNamed(text: string): Unit | null {
  const key = nameKey(text);
  return listed(key) ?? multiple(key);
}

/** What a name may be that has several meanings; undefined for any other. */
export const ambiguousUnit = (text: string): readonly string[] | undefined => AMBIGUOUS.get(nameKey(text));

/** Names that a slip of the hand may have meant. */
export const unitNames = (): string[] => [...UNITS.keys()];

const listed = (key: string): Unit | null => UNITS.get(key) ?? UNITS.get(key.replace(/s$/, '')) ?? null;

/** So many of a unit that is listed. */
function multiple(key: string): Unit | null {
  const { times, rest } = counted(key) ?? behind(key) ?? worded(key) ?? {};
  const unit = rest === undefined ? null : listed(rest);
  return unit === null || times === undefined || sign(times) === 0
    ? null
    : { ...unit, name: key, factor: multiply(unit.factor, times) };
}

interface Times {
  readonly times: Exact;
  readonly rest: string;
}

/** `100 gram`, `1,000 tablets`, `1/10 g`. */
function counted(key: string): Times | null {
  const [, digits, rest] = /^(\d+\/[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+|\d+(?:\.\d+)?) ?(?:x )?(.+)$/u.exec(key) ?? [];
  return digits === undefined || rest === undefined ? null : { times: factor(digits.replaceAll(',', '')), rest };
}

/** `thousand of tablets`, `million pills`, `ล้านเม็ด`. */
function worded(key: string): Times | null {
  const found = MULTIPLES.find(([word]) => key.startsWith(word));
  const rest = found && key.slice(found[0].length).replace(/^s?( of)? ?/, '');
  return found && rest ? { times: found[1], rest } : null;
}

/** `tablets (thousands)`, `tablets ('000)`. */
function behind(key: string): Times | null {
  const [, rest, word] = /^(.+?),? \(?(?:in )?('000|[^\s()]+?)s?\)?$/u.exec(key) ?? [];
  const times = word === "'000" ? decimal(1000n, 0) : MULTIPLES.find(([one]) => one === word)?.[1];
  return rest === undefined || times === undefined ? null : { times, rest };
}
