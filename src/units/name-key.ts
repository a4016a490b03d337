/** A name as it is looked up: one width of letters, lower case, single blanks, no full stop at its end. */
export const nameKey = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim().replace(/\.+$/, '');
