/** The date in a file's name, `crossings-2025-06-30.csv` or `crossings_20250630.csv`, and the name without it; null where there is none. */
export function datedName(name: string): { date: string; rest: string } | null {
  const match = /[-_. ]?(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)[-_. ]?/.exec(name);
  if (!match) return null;
  const [found, year, month, day] = match;
  const after = name.slice(match.index + found.length);
  const joint = found.endsWith('.') ? '.' : '';
  return { date: `${year}-${month}-${day}`, rest: `${name.slice(0, match.index)}${joint}${after}` };
}
