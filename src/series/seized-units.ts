import { divide, type Exact } from '../math/exact.ts';
import { nameKey } from '../units/name-key.ts';
import { unitNamed } from '../units/unit-named.ts';
import { UNITS, type Unit } from '../units/unit-table.ts';

/** How quantities under one text of a column of units are put together with others. */
export interface ReadUnit {
  /** The unit that the quantities are shown in. */
  readonly shown: string;
  /** What a quantity is multiplied with. */
  readonly factor: Exact;
}

/** The unit of a number of cases that belongs to no quantity. */
export const CASES_UNIT = 'cases';

const NO_UNIT = 'no unit';

/**
 * For each text of a column of units how its quantities are read.
 *
 * Those of one dimension are put together: in the unit that they are all written in, else in the base of the dimension. What is
 * counted is of one kind each, and an unknown unit stays one of its own.
 */
export function readUnits(texts: Iterable<string>): Map<string, ReadUnit> {
  const distinct = [...new Set(texts)];
  const units = distinct.map((text) => [text, unitNamed(text)] as const);
  return new Map(
    units.map(([text, unit]) => {
      if (unit === null) return [text, { shown: text.trim() || NO_UNIT, factor: 1 }];
      const shown = shownUnit(unit, units);
      return [text, { shown: shown.name, factor: divide(unit.factor, shown.factor) }];
    }),
  );
}

function shownUnit(unit: Unit, units: readonly (readonly [string, Unit | null])[]): Unit {
  const alike = units.every(([, other]) => other === null || other.base !== unit.base || other.name === unit.name);
  const listed = UNITS.get(nameKey(unit.name));
  return alike && listed ? listed : (UNITS.get(nameKey(unit.base)) ?? unit);
}

/** What kind of quantity is shown in a unit; `unknown` where the unit is not known, `cases` where no quantity is told. */
export function seizedDimension(shown: string): Unit['dimension'] | 'unknown' | 'cases' {
  return unitNamed(shown)?.dimension ?? (shown === CASES_UNIT ? 'cases' : 'unknown');
}
