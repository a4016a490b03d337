/** What the command lines of one run have in common: work is done once for each thing that is asked. */
export class SharedWork {
  readonly #done = new Map<string, Promise<unknown>>();
  readonly #numbers = new WeakMap<object, number>();
  #next = 0;

  /** `asked` is plain data that says all that the work depends on; what is no plain data is told by its number. */
  once<T>(asked: readonly unknown[], work: () => Promise<T>): Promise<T> {
    const id = JSON.stringify(asked);
    const known = this.#done.get(id) as Promise<T> | undefined;
    const made = known ?? work();
    this.#done.set(id, made);
    return made;
  }

  /** A number for each object, so that one that only looks like it is another. */
  numberOf(object: object): number {
    const number = this.#numbers.get(object) ?? this.#next++;
    this.#numbers.set(object, number);
    return number;
  }
}
