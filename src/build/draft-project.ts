/** An export that a first project reads. */
export interface DraftSource {
  readonly name: string;
  readonly file: string;
  readonly profile: string;
}

/** The text of a first `border-stats.yaml`: each export with one table, and what else might be said, as comments. */
export function draftProject(sources: readonly DraftSource[]): string {
  const quoted = (text: string) => (/^[\p{L}\d][\p{L}\p{M}\d ./_-]*$/u.test(text) ? text : JSON.stringify(text));
  const read = sources.map(
    ({ name, file, profile }) => `  ${quoted(name)}: # read as ${profile}\n    files: ${quoted(file)}\n`,
  );
  const made = sources.map(
    ({ name }) =>
      `  - file: ${quoted(`figures/${name}.csv`)}\n    source: ${quoted(name)}\n    run: trend --every quarter\n`,
  );
  return `# What border-stats build makes, and from what. Options are those of the command line, by their long names.

# settings:                 # for every output whose command knows them
#   as-of: 2025-06-30       # the day up to which the exports are read
#   fiscal: thailand

sources:
${read.join('')}
outputs:
${made.join('')}
# claims: claims.yaml       # sentences to hold to the data
`;
}
