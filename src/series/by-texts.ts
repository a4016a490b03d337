/** What belongs to lists of texts, one map within another: no list is written out to be looked for. */
export class ByTexts<T> {
  value: T | undefined;
  #inner: Map<string, ByTexts<T>> | undefined;

  at(texts: readonly string[]): ByTexts<T> {
    let found: ByTexts<T> = this;
    for (const text of texts) found = found.#under(text);
    return found;
  }

  #under(text: string): ByTexts<T> {
    this.#inner ??= new Map();
    const known = this.#inner.get(text);
    if (known) return known;
    const fresh = new ByTexts<T>();
    this.#inner.set(text, fresh);
    return fresh;
  }
}
