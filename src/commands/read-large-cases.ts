import { byTime, type LargeCase, type LargeCases } from '../analyses/large-cases.ts';
import type { Shown } from '../analyses/seizures.ts';
import { didYouMean } from '../config/nearest.ts';
import type { Place } from '../engine/engine.ts';
import { EXIT, UserError } from '../errors.ts';
import { add, compare, divide, type Exact, multiply } from '../math/exact.ts';
import { cadence, firstDay, type Ordinal, ordinalOf } from '../period/index.ts';
import type { IdenticalPolicy } from '../records/identical.ts';
import type { Dated } from '../series/dated-list.ts';
import { groupOf } from '../series/group.ts';
import { CASES, QUANTITY } from '../series/seized-tallies.ts';
import { numberOf } from '../source/number.ts';
import { publishedPlace } from '../source/place.ts';
import { nameKey } from '../units/name-key.ts';
import { unitNamed, unitNames } from '../units/unit-named.ts';
import { placesOf } from './places-of.ts';
import type { ReadSeizures, SeizureGroups } from './read-seizures.ts';

/** A size of cases, and its unit where one is named. */
export interface Threshold {
  readonly least: Exact;
  readonly unit: string | null;
}

/** Reads `1000000:tablet`. */
export function threshold(text: string): Threshold {
  const [, digits = '', unit = ''] = /^([^:]*)(?::(.+))?$/su.exec(text) ?? [];
  const least = numberOf(digits);
  if (least === null || compare(least, 0) <= 0) {
    throw new UserError(`--large ${text} is not a size of cases`, { hint: 'write 1000000:tablet or 100:kg' });
  }
  return { least, unit: unit.trim() === '' ? null : unit.trim() };
}

/** Every case at or over a threshold in the periods that are shown, each with its file and line. */
export async function readLargeCases(
  { tallied, sums }: ReadSeizures,
  { read }: SeizureGroups,
  { least, unit: named }: Threshold,
  shown: Shown,
  identical: IdenticalPolicy = 'keep',
): Promise<LargeCases> {
  const { plan, source } = tallied;
  if (sums) throw new UserError('--large: the records are sums of cases, whose sizes are not known');
  const from = cadence(read.set.finest, plan.series.period.form.fiscal);
  const periodOf = ({ ordinal }: Dated) => ordinalOf(firstDay(ordinal, from), read.set.cadence);
  const kept = [...read.kept].filter((dated) => isShown(periodOf(dated), shown));
  const { unit, factorOf } = comparable(kept, named);
  const alike = kept.filter(({ tally }) => factorOf(tally.key.at(-1) ?? '') !== null);
  const large = alike.filter(({ tally }) => {
    const value = tally.measures[QUANTITY]?.min ?? null;
    return value !== null && compare(multiply(value, factorOf(tally.key.at(-1) ?? '') ?? 0), least) >= 0;
  });
  const places = await placesOf(
    source,
    plan.question,
    large.map(({ tally }) => tally),
    identical,
  );
  const cases = large.flatMap((dated, i) =>
    (places[i] ?? []).map((place: Place): LargeCase => {
      const { name, line } = publishedPlace(source, place);
      const { key, unit } = groupOf(dated.tally, plan.series);
      const quantity = dated.tally.measures[QUANTITY]?.min ?? 0;
      return { key, day: dated.ordinal, period: periodOf(dated), quantity, unit: unit ?? '', file: name, line };
    }),
  );
  const sum = (at: number) =>
    alike.reduce<Exact>((so, { tally }) => {
      const value = tally.measures[at]?.sum ?? 0;
      return add(so, at === QUANTITY ? multiply(value, factorOf(tally.key.at(-1) ?? '') ?? 0) : value);
    }, 0);
  return {
    cases: cases.sort(byTime),
    least,
    unit,
    of: { cases: sum(CASES), quantity: sum(QUANTITY) },
    factorOf: (shown) => factorOf(shown) ?? 0,
    dimensions: plan.series.by.slice(0, -1).map(({ name }) => name),
    source: from,
    cadence: read.set.cadence,
  };
}

function isShown(period: Ordinal, shown: Shown): boolean {
  if (shown.kind === 'periods') return period >= shown.from && period <= shown.to;
  return [shown.current, shown.base].some(({ first, last }) => period >= first && period <= last);
}

/** The unit of the threshold, and what quantities of each unit are multiplied with to be compared with it. */
function comparable(kept: readonly Dated[], named: string | null) {
  const units = [...new Set(kept.map(({ tally }) => tally.key.at(-1) ?? ''))].sort();
  const only = units.length === 1 ? units[0] : undefined;
  const text = named ?? only;
  if (text === undefined) {
    throw new UserError('--large: quantities are in several units', { hint: `name one of: ${units.join(', ')}` });
  }
  const unit = unitNamed(text);
  const factorOf = (shown: string): Exact | null => {
    if (nameKey(shown) === nameKey(text)) return 1;
    const other = unitNamed(shown);
    return unit && other && unit.base === other.base ? divide(other.factor, unit.factor) : null;
  };
  if (units.some((shown) => factorOf(shown) !== null)) return { unit: unit?.name ?? text, factorOf };
  const near = unit ? '' : didYouMean(text, [...units, ...unitNames()]);
  throw new UserError(`--large: no quantity is in ${text}${near}`, {
    hint: `the units are: ${units.join(', ')}`,
    exitCode: unit ? EXIT.tooLittleData : EXIT.usage,
  });
}
