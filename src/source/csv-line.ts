/** Fields as one record of comma-separated text, quoted where they must be. */
export function csvLine(fields: readonly string[]): string {
  let line = '';
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as string;
    line += `${i === 0 ? '' : ','}${/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field}`;
  }
  return `${line === '' ? '""' : line}\n`;
}

/** How many lines a written record takes, as whoever reads it counts them. */
export const linesOf = (written: string): number => (written.match(/\r\n|\n|\r/g) ?? []).length;
