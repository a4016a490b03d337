import { didYouMean } from '../config/nearest.ts';
import { UserError } from '../errors.ts';
import { ambiguousUnit, unitNamed, unitNames } from '../units/unit-named.ts';
import type { Unit } from '../units/unit-table.ts';

/** The unit that `--in` names. */
export function targetUnit(text: string): Unit {
  const unit = unitNamed(text);
  if (unit) return unit;
  const meanings = ambiguousUnit(text);
  if (meanings) throw new UserError(`--in ${text} may be ${meanings.join(' or ')}`, { hint: 'name one of them' });
  throw new UserError(`--in ${text} is not a known unit${didYouMean(text, unitNames())}`, {
    hint: 'write kg, g, lb, oz, t, L or another unit of data/units.yaml',
  });
}
