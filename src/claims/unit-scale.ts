import { divide, type Exact } from '../math/exact.ts';
import type { Measure } from '../series/series.ts';
import { unitNamed } from '../units/unit-named.ts';
import type { Unit } from '../units/unit-table.ts';

const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  '£': 'GBP',
  '€': 'EUR',
  '฿': 'THB',
  บาท: 'THB',
};

/** What a value of the measure is to be multiplied by to be in the unit of the claim; a text says why there is none. */
export function unitScale(claimed: string | null, { unit, kind, statistic }: Measure): Exact | string {
  if (claimed === null) return 1;
  const [of, to] = [named(unit), named(claimed)];
  if (kind === 'count' || statistic === 'count')
    return to && to.dimension !== 'count' ? `the measure counts ${unit}, the claim is in ${claimed}` : 1;
  if (!to)
    return of && of.dimension !== 'count' ? `the measure is in ${unit}, and "${claimed}" is no unit that is known` : 1;
  if (!of) return `the measure is in "${unit}", which is not known to be ${claimed}`;
  if (of.base !== to.base) return `the measure is in ${unit}, the claim in ${claimed}`;
  return divide(of.factor, to.factor);
}

/** The unit of all the words, or of the last: "methamphetamine tablets". */
function named(text: string): Unit | null {
  const last = text.split(' ').at(-1) ?? '';
  return unitNamed(SIGNS[text] ?? text) ?? unitNamed(last);
}
