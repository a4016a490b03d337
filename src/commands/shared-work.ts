import { idOf } from '../series/id-of.ts';

/** What the command lines of one run have in common: work is done once for each thing that is asked. */
export class SharedWork {
  readonly #done = new Map<string, Promise<unknown>>();

  /** `asked` says all that the work depends on. */
  once<T>(asked: readonly unknown[], work: () => Promise<T>): Promise<T> {
    const id = idOf(asked);
    const known = this.#done.get(id) as Promise<T> | undefined;
    const made = known ?? work();
    this.#done.set(id, made);
    return made;
  }
}
