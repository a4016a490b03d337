import { didYouMean } from '../config/nearest.ts';
import { UserError } from '../errors.ts';
import { divide, type Exact } from '../math/exact.ts';
import type { Measure } from '../series/series.ts';
import { unitNames } from '../units/unit-named.ts';
import type { Claim } from './claim.ts';
import { isOtherUnit, saidUnit } from './said-unit.ts';

/** What a value of the measure is to be multiplied by to be in the unit of the claim; a text says why there is none. */
export function unitScale(claimed: string | null, { unit, kind, statistic }: Measure): Exact | string {
  if (claimed === null) return 1;
  const [of, to] = [saidUnit(unit), saidUnit(claimed)];
  if (kind === 'count' || statistic === 'count')
    return to && to.dimension !== 'count' ? `the measure counts ${unit}, the claim is in ${claimed}` : 1;
  if (!to)
    return of && of.dimension !== 'count' ? `the measure is in ${unit}, and "${claimed}" is no unit that is known` : 1;
  if (!of) return `the measure is in "${unit}", which is not known to be ${claimed}`;
  if (of.base !== to.base) return `the measure is in ${unit}, the claim in ${claimed}`;
  return divide(of.factor, to.factor);
}

/** The unit that a claim names is one that is known, or the measure's own; else it is a slip of the hand. */
export function checkUnit({ unit: claimed, at }: Pick<Claim, 'unit' | 'at'>, { unit, name }: Measure): void {
  if (claimed === null || saidUnit(claimed) !== null) return;
  const own = [unit, name].map((text) => text.toLowerCase());
  if (own.some((text) => text === claimed.toLowerCase() || text === `${claimed.toLowerCase()}s`)) return;
  throw new UserError(
    `${at}: unit: "${claimed}" is no unit that is known, and the measure is in ${unit}${didYouMean(claimed, [unit, ...unitNames()])}`,
    { hint: 'write kg, g, lb, t, L, tablets, THB, USD or another unit of data/units.yaml, or leave unit out' },
  );
}

/** Why the unit of a sentence is not that of its claim; null where both can be meant. */
export function unitContradiction(said: string | null, given: string | null): string | null {
  if (!isOtherUnit(said, given)) return null;
  return `the sentence says ${said}, its claim says unit: ${given}; leave unit out or mend the sentence`;
}
