/** An export that a first project reads. */
export interface DraftSource {
  readonly name: string;
  readonly file: string;
  readonly profile: string;
  /** The command line that makes a table of it. */
  readonly run: string;
}

/** Words that YAML takes for something else than text, some in its older version only. */
const NO_TEXT = /^(null|true|false|yes|no|on|off|y|n)$/i;

const quoted = (text: string): string =>
  /^\p{L}[\p{L}\p{M}\d ./_-]*$/u.test(text) && !NO_TEXT.test(text) ? text : JSON.stringify(text);

/** The text of a first `border-stats.yaml`: each export with one table, and what else might be said, as comments. */
export function draftProject(sources: readonly DraftSource[]): string {
  const read = sources.map(
    ({ name, file, profile }) => `  ${quoted(name)}: # read as ${profile}\n    files: ${quoted(file)}\n`,
  );
  const made = sources.map(
    ({ name, run }) => `  - file: ${quoted(`figures/${name}.csv`)}\n    source: ${quoted(name)}\n    run: ${run}\n`,
  );
  return `# yaml-language-server: $schema=node_modules/border-stats/data/border-stats.schema.json
# What border-stats build makes, and from what. Options are those of the command line, by their long names.

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
