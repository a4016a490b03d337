import { type StampedInput, stampedInput } from '../build/stamped-input.ts';
import { UserError } from '../errors.ts';

/** The inputs of a project as they lay when each was first asked for; null for one that cannot be read. */
export class InputStamps {
  readonly #known = new Map<string, Promise<StampedInput | null>>();

  of(path: string): Promise<StampedInput | null> {
    const known = this.#known.get(path) ?? stampedInput(path).catch(unreadable);
    this.#known.set(path, known);
    return known;
  }

  /** Those of some paths that can be read. */
  async all(paths: readonly string[]): Promise<StampedInput[]> {
    const stamps: StampedInput[] = [];
    for (const path of paths) stamps.push(...[(await this.of(path)) ?? []].flat());
    return stamps;
  }
}

/** The output that reads it says why. */
function unreadable(error: unknown): null {
  if (error instanceof UserError) return null;
  throw error;
}
