import type { Measured, Tally, TallyResult } from '../engine/engine.ts';
import { type Exact, multiply } from '../math/exact.ts';
import { nameKey } from '../units/name-key.ts';
import { newName } from './group.ts';
import { itemNames } from './seized-names.ts';
import { CASES_UNIT, type ReadUnit, readUnits } from './seized-units.ts';

type Renamed = Readonly<Record<string, string>>;

/** Where a tally tells what was seized, in which unit, how much and in how many cases. */
export interface SeizedKeys {
  /** Positions in the key; null where no column tells it. */
  readonly item: number | null;
  readonly unit: number | null;
  /** The unit of all quantities, where no column tells it. */
  readonly fixedUnit: string;
  /** Where a record names what it measures, and the name that numbers of cases have; null where it is not known. */
  readonly label: number | null;
  readonly caseLabel: string | null;
  readonly renamed: { readonly item: Renamed; readonly unit: Renamed };
  /** The groups within which an item stands: positions in the key. */
  readonly by: readonly number[];
  /** Positions among the measures; null cases where each record is one, or none is known. */
  readonly quantity: number;
  readonly cases: number | null;
  /** What a record is: a case, a sum of cases, or either, as the unit of other records tells. */
  readonly records: 'cases' | 'sums' | 'labelled';
}

export interface SeizedTallies {
  /** Each key has the name of the item and the unit that quantities are shown in behind it; the measures are quantity and cases. */
  readonly result: TallyResult;
  /** True where records are sums of cases, so that the size of a case is not known. */
  readonly sums: boolean;
}

/** Positions among the measures of seized tallies. */
export const QUANTITY = 0;
export const CASES = 1;
/** The name of the second. */
export const CASES_NAME = 'cases';

/** Words for the unit of a number of cases. */
const CASE_WORDS = ['case', 'cases', 'seizure', 'seizures', 'event', 'events', 'record', 'records', 'คดี', 'ราย', 'ครั้ง'];

export const isCaseUnit = (text: string): boolean => CASE_WORDS.includes(nameKey(text));

/** Whether a record tells a number of cases: by its name where that is known, else by its unit. */
export function isCaseCount({ key }: Tally, { label, caseLabel }: SeizedKeys, unit: string): boolean {
  return label !== null && caseLabel !== null ? key[label]?.trim() === caseLabel : isCaseUnit(unit);
}

/** Understands what was seized and in which unit, once per distinct key; quantities of one dimension come in one unit. */
export function seizedTallies(result: TallyResult, keys: SeizedKeys): SeizedTallies {
  const tallies = [...result.tallies];
  const itemText = (tally: Tally) => (keys.item === null ? '' : newName(tally.key[keys.item] ?? '', keys.renamed.item));
  const unitText = (tally: Tally) =>
    keys.unit === null ? keys.fixedUnit : newName((tally.key[keys.unit] ?? '').trim(), keys.renamed.unit);
  const isCount = (tally: Tally) => keys.records === 'labelled' && isCaseCount(tally, keys, unitText(tally));
  const counts = tallies.filter(isCount);
  const sums = keys.records === 'sums' || counts.length > 0;
  const names = itemNames(tallies.map(itemText));
  const quantities = counts.length > 0 ? tallies.filter((tally) => !isCount(tally)) : tallies;
  const units = readUnits(quantities.map(unitText));
  const within = (tally: Tally) => JSON.stringify([...keys.by.map((at) => tally.key[at]), names.get(itemText(tally))]);
  const only = onlyUnits(quantities, within, (tally) => units.get(unitText(tally))?.shown ?? '', counts.length > 0);
  const seized = tallies.map((tally): Tally => {
    const name = names.get(itemText(tally)) ?? '';
    if (isCount(tally)) {
      const count = tally.measures[keys.quantity] ?? NOTHING;
      return { ...tally, key: [...tally.key, name, only.get(within(tally)) ?? CASES_UNIT], measures: [NOTHING, count] };
    }
    const { shown, factor } = units.get(unitText(tally)) as ReadUnit;
    const quantity = scaled(tally.measures[keys.quantity] ?? NOTHING, factor);
    return { ...tally, key: [...tally.key, name, shown], measures: [quantity, casesOf(tally, keys, sums)] };
  });
  return { result: { ...result, tallies: seized }, sums };
}

const NOTHING: Measured = { values: 0, blanks: 0, rejected: 0, sum: 0, min: null, max: null };

function casesOf(tally: Tally, { cases }: SeizedKeys, sums: boolean): Measured {
  if (cases !== null) return tally.measures[cases] ?? NOTHING;
  const { records } = tally;
  return sums ? NOTHING : { values: records, blanks: 0, rejected: 0, sum: records, min: 1, max: 1 };
}

/** The unit of the quantities of an item, where there is one only: to it belong the cases that are told apart from them. */
function onlyUnits(
  tallies: readonly Tally[],
  within: (tally: Tally) => string,
  shown: (tally: Tally) => string,
  needed: boolean,
): Map<string, string | undefined> {
  const only = new Map<string, string | undefined>();
  if (!needed) return only;
  for (const tally of tallies) {
    const [id, unit] = [within(tally), shown(tally)];
    only.set(id, only.has(id) && only.get(id) !== unit ? undefined : unit);
  }
  return only;
}

/** What was measured, in another unit. */
export function scaled(measured: Measured, factor: Exact): Measured {
  if (factor === 1) return measured;
  const times = (x: Exact | null) => x && multiply(x, factor);
  return { ...measured, sum: multiply(measured.sum, factor), min: times(measured.min), max: times(measured.max) };
}
