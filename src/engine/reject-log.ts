import { type Place, REJECT_EXAMPLES, type Reject } from './engine.ts';

/** Counts rejects by column and reason, and keeps the first few of each. */
export class RejectLog {
  readonly #kinds = new Map<
    string,
    { count: number; reject: Omit<Reject, 'count' | 'examples'>; examples: Example[] }
  >();

  add(column: number | null, reason: Reject['reason'], place: Place, text: string): void {
    const id = `${column ?? ''} ${reason}`;
    const kind = this.#kinds.get(id) ?? { count: 0, reject: { column, reason }, examples: [] };
    this.#kinds.set(id, kind);
    kind.count++;
    if (kind.examples.length < REJECT_EXAMPLES) kind.examples.push({ ...place, text });
  }

  /** By column, whole records first, then by reason. */
  all(): Reject[] {
    const rejects = [...this.#kinds.values()].map(({ count, reject, examples }) => ({ ...reject, count, examples }));
    return rejects.sort((a, b) => (a.column ?? -1) - (b.column ?? -1) || (a.reason < b.reason ? -1 : 1));
  }
}

type Example = Reject['examples'][number];
