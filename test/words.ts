/** Splits a command line as a shell does, as far as quotes and blanks go. */
export function words(line: string): string[] {
  return [...line.matchAll(/(?:'([^']*)'|"([^"]*)"|(\S+?))(?=\s|$)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
}
