/** The candidate with the fewest edits from `name`, where those are few enough to be a slip of the hand. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  if (wanted === '') return undefined;
  let best: string | undefined;
  let fewest = Math.max(2, Math.ceil(wanted.length * 0.4)) + 1;
  for (const candidate of candidates) {
    const text = candidate.toLowerCase();
    const distance = text.startsWith(wanted) || text.endsWith(wanted) ? 1 : edits(wanted, text);
    if (distance < fewest) [best, fewest] = [candidate, distance];
  }
  return best;
}

/** Levenshtein distance: insertions, deletions and replacements. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
  }
  return row[b.length] ?? 0;
}

/** `; did you mean "Border"?`, or nothing when no candidate is near. */
export function didYouMean(name: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}
