import { UserError } from '../errors.ts';
import type { Border, Side } from '../source/border.ts';
import { countryCode, folded } from '../source/country-code.ts';

/** The one of the two countries of a border that `--side` names; null where it names none. */
export function sideNamed(text: string | undefined, { name, sides }: Border): Side | null {
  if (text === undefined) return null;
  if (sides === null) {
    throw new UserError(`--side ${text}: ${name} is a line without countries on its sides`, {
      hint: 'name the border by its countries, such as --border THA-MMR',
    });
  }
  const code = countryCode(text)?.alpha3;
  const side = sides.find((one) => one.code === code || folded(one.name) === folded(text) || one.code === text);
  if (side) return side;
  throw new UserError(`--side ${text}: ${name} has two sides, ${sides.map((one) => one.code).join(' and ')}`);
}
