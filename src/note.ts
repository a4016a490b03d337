/** Something a reader should know about a figure: printed on stderr, and kept in JSON. */
export interface Note {
  readonly level: 'note' | 'warning';
  readonly text: string;
}

export const note = (text: string): Note => ({ level: 'note', text });
export const warning = (text: string): Note => ({ level: 'warning', text });

/** `1 record`, `2,310 records`. */
export function counted(n: number, singular: string, plural = `${singular}s`): string {
  return `${grouped(String(n))} ${n === 1 ? singular : plural}`;
}

/** The integer part of a decimal text in groups of three. */
export function grouped(text: string): string {
  return text.replace(/\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
}
