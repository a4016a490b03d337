/** A run of lines that were rewritten at one rate: so many lines for each line, or record, of the original. */
interface Run {
  readonly line: number;
  readonly original: number;
  /** Lines for one step of the original; 0 until the second is known. */
  step: number;
  count: number;
}

/** Tells for each line of a rewritten table the line, or row of a sheet, that it comes from. */
export class LineMap {
  readonly #runs: Run[] = [];

  /** Says where the next record comes from; called in the order of the lines. */
  add(line: number, original: number): void {
    const run = this.#runs[this.#runs.length - 1];
    if (run) {
      if (run.count === 1 && original === run.original + 1) run.step = line - run.line;
      if (run.step > 0 && original === run.original + run.count && line === run.line + run.count * run.step) {
        run.count++;
        return;
      }
    }
    this.#runs.push({ line, original, step: 0, count: 1 });
  }

  /** The original of a line, or of the record that holds it. */
  original(line: number): number {
    let [low, high] = [0, this.#runs.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#runs[middle]?.line ?? 0) <= line) low = middle;
      else high = middle - 1;
    }
    const run = this.#runs[low];
    if (!run || line < run.line) return line;
    const steps = run.step === 0 ? 0 : Math.floor((line - run.line) / run.step);
    return run.original + Math.min(steps, run.count - 1);
  }
}
