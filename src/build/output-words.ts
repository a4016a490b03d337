import type { OptionSpec } from '../cli/command.ts';
import type { OptionValues } from '../config/project.ts';

/** `--every <period>` is `every`, which takes a value. */
interface KnownOption {
  readonly name: string;
  readonly takesValue: boolean;
  readonly repeats: boolean;
  /** Its value is a file that the command has written. */
  readonly writes: boolean;
}

/** The options of a command by their names. */
export type KnownOptions = ReadonlyMap<string, KnownOption>;

export function knownOptions(specs: readonly OptionSpec[]): KnownOptions {
  return new Map(
    specs.map(({ flags, repeats = false, writes = false }) => {
      const name = /--([\w-]+)/.exec(flags)?.[1] ?? '';
      return [name, { name, takesValue: flags.includes('<'), repeats, writes }];
    }),
  );
}

/**
 * The words of options that an output does not give by itself; one that may be given several times is added to its own.
 *
 * Those that the command does not have are left out: `unknownOption` tells of them.
 */
export function optionWords(values: OptionValues, known: KnownOptions, given: readonly string[]): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const option = known.get(name);
    const isGiven = given.some((word) => word === `--${name}` || word.startsWith(`--${name}=`));
    if (!option || value === false || (isGiven && !option.repeats)) return [];
    if (value === true) return [`--${name}`];
    return [value].flat().map((one) => `--${name}=${one}`);
  });
}

/** What is wrong about the kind of value that an option is given; undefined where nothing is. */
export function oddValue(value: OptionValues[string], { name, takesValue, repeats }: KnownOption): string | undefined {
  if (!takesValue) return typeof value === 'boolean' ? undefined : `takes no value: write ${name}: true`;
  if (value === true) return 'needs a value';
  return Array.isArray(value) && !repeats ? 'takes one value, not a list' : undefined;
}

/** The first option that none of several commands has; undefined where each is known. */
export const unknownOption = (values: OptionValues, known: readonly KnownOptions[]) =>
  Object.keys(values).find((name) => known.every((options) => !options.has(name)));
