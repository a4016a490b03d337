interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { readonly isTerminal: boolean };
}

/** `--color` decides; else NO_COLOR when set and not empty; else FORCE_COLOR; else whether stdout is a terminal. */
export function colorWanted(
  flag: 'auto' | 'always' | 'never' | false | undefined,
  { env, stdout }: Surroundings,
): boolean {
  if (flag === false) return false;
  if (flag === 'always' || flag === 'never') return flag === 'always';
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return stdout.isTerminal && env.TERM !== 'dumb';
}
