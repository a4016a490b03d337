import type { SetAside } from './reading.ts';

const EXAMPLES = 5;

/** Keeps count of lines that are no records, by kind, with the first few of each. */
export class AsideLog {
  readonly #kinds = new Map<SetAside['kind'], { count: number; examples: { line: number; text: string }[] }>();

  add(kind: SetAside['kind'], line: number, fields: readonly string[]): void {
    const known = this.#kinds.get(kind) ?? { count: 0, examples: [] };
    this.#kinds.set(kind, known);
    known.count++;
    const text = fields.filter((field) => field.trim() !== '').join(' ');
    if (known.examples.length < EXAMPLES) known.examples.push({ line, text });
  }

  all(): SetAside[] {
    return [...this.#kinds].map(([kind, { count, examples }]) => ({ kind, count, examples }));
  }
}
