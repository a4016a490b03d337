const LATIN = 'a-z\\u00C0-\\u024F';

/** `\p{L}` as Latin letters: a class of all letters without regard to case takes milliseconds to build, and there are hundreds. */
export function withLatin(pattern: string): string {
  let isClass = false;
  return pattern.replace(/\\p\{([LM])\}|\\.|[[\]]/g, (part, property?: string) => {
    if (part === '[' || part === ']') isClass = part === '[';
    if (property === undefined) return part;
    if (property === 'M') return '';
    return isClass ? LATIN : `[${LATIN}]`;
  });
}
