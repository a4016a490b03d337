import { resolve } from 'node:path';
import { connected } from '../build/connected.ts';
import type { Program } from '../cli/command.ts';
import { isAddress } from '../source/openers.ts';

interface Scope {
  readonly program: Program;
  /** How many have still to be done in it. */
  left: number;
}

/** What reads the same files shares what it read of them, which is let go of with the last of it. */
export class SharedScopes {
  /** The items, those that share one after the other. */
  readonly order: readonly number[];
  readonly #groups: readonly number[];
  readonly #open = new Map<number, Scope>();
  readonly #program: Program;

  /** For each item the files and tables that it reads. */
  constructor(inputs: readonly (readonly string[])[], program: Program) {
    this.#program = program;
    this.#groups = connected(inputs.map((paths) => paths.map((path) => (isAddress(path) ? path : resolve(path)))));
    this.order = [...inputs.keys()].sort((a, b) => this.#groupOf(a) - this.#groupOf(b) || a - b);
  }

  async within<T>(item: number, work: (program: Program) => Promise<T>): Promise<T> {
    const group = this.#groupOf(item);
    const scope = this.#open.get(group) ?? this.#newScope(group);
    try {
      return await work(scope.program);
    } finally {
      scope.left--;
      if (scope.left === 0) this.#open.delete(group);
    }
  }

  #newScope(group: number): Scope {
    const scope = { program: this.#program.apart(), left: this.#groups.filter((one) => one === group).length };
    this.#open.set(group, scope);
    return scope;
  }

  #groupOf(item: number): number {
    return this.#groups[item] ?? item;
  }
}
