import type { OptionSpec } from '../cli/command.ts';
import type { OptionValues } from '../config/project.ts';

/** `--every <period>` is `every`, which takes a value. */
interface KnownOption {
  readonly name: string;
  readonly takesValue: boolean;
  readonly repeats: boolean;
}

export function knownOptions(specs: readonly OptionSpec[]): ReadonlyMap<string, KnownOption> {
  return new Map(
    specs.map(({ flags, repeats }) => {
      const name = /--([\w-]+)/.exec(flags)?.[1] ?? '';
      return [name, { name, takesValue: flags.includes('<'), repeats: repeats ?? false }];
    }),
  );
}

/**
 * The words of options that an output does not give by itself; one that may be given several times is added to its own.
 *
 * Those that the command does not have are left out: `unknownOption` tells of them.
 */
export function optionWords(
  values: OptionValues,
  known: ReadonlyMap<string, KnownOption>,
  given: readonly string[],
): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const option = known.get(name);
    const isGiven = given.some((word) => word === `--${name}` || word.startsWith(`--${name}=`));
    if (!option || value === false || (isGiven && !option.repeats)) return [];
    if (value === true) return [`--${name}`];
    return [value].flat().map((one) => `--${name}=${one}`);
  });
}

/** The first option that none of several commands has; undefined where each is known. */
export const unknownOption = (values: OptionValues, known: readonly ReadonlyMap<string, KnownOption>[]) =>
  Object.keys(values).find((name) => known.every((options) => !options.has(name)));
