import { UserError } from '../errors.ts';
import { type Cadence, cadence, EVERY, nests } from '../period/index.ts';

/** Why the periods of a source cannot be put together into the ones asked for. */
export function cadenceError(source: Cadence, target: Cadence): UserError {
  const possible = EVERY.filter((every) => nests(source, cadence(every, target.fiscal)));
  return new UserError(
    `--every ${target.every}: the source has one value per ${source.every}, which does not fit inside`,
    {
      hint: `possible are: ${possible.join(', ')}`,
    },
  );
}
