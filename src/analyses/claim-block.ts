/** What a claim says of its sentence, under the names that a claim has. */
export type ClaimFields = Readonly<Record<string, ClaimValue | undefined>>;

type ClaimValue = string | readonly string[] | Readonly<Record<string, string | readonly string[]>>;

/** A claim as YAML in an HTML comment. Values are in JSON's notation, which YAML has too, and cannot end the comment. */
export function claimBlock(fields: ClaimFields): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${JSON.stringify(value).replaceAll('>', '\\u003e')}`],
  );
  return ['<!-- claim:', ...lines, '-->'].join('\n');
}

/** An id of letters, digits and hyphens. */
export const claimId = (parts: readonly string[]): string =>
  parts
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
