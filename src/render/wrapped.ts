import { textWidth } from './text-width.ts';

/** Breaks a line at blanks so that none is wider than the terminal; what follows is indented. */
export function wrapped(text: string, width: number | null): string {
  if (width === null) return text;
  const lines: string[] = [''];
  for (const word of text.split(/ (?!%)/)) {
    const line = lines[lines.length - 1] ?? '';
    if (line.trim() !== '' && textWidth(line) + textWidth(word) + 1 > width) lines.push(`  ${word}`);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}
