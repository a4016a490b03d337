/** Lines in rising order as runs: `2-6`, `12`. */
export function lineRanges(lines: readonly number[]): string[] {
  const runs: [first: number, last: number][] = [];
  for (const line of lines) {
    const run = runs[runs.length - 1];
    if (run && line <= run[1] + 1) run[1] = Math.max(run[1], line);
    else runs.push([line, line]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`));
}
