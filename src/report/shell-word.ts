/** A word of a command line as a shell reads it back. */
export const shellWord = (word: string): string =>
  /^[\w.,/:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
