import type { KeyPart } from '../engine/engine.ts';
import { columnNamed, columnsAndFile } from '../source/columns.ts';
import type { Source } from '../source/source.ts';

/** The columns of a key, each once, and the position of each. */
export interface KeyRing {
  readonly keys: readonly KeyPart[];
  keyOf(name: string): number;
}

/** Collects the columns that a question groups by. */
export function keyRing({ header, files }: Source): KeyRing {
  const keys: KeyPart[] = [];
  const keyOf = (name: string): number => {
    const column = columnNamed(name, columnsAndFile(header), files[0]?.name ?? '');
    const known = keys.findIndex((part) => part.column === column);
    return known >= 0 ? known : keys.push({ column }) - 1;
  };
  return { keys, keyOf };
}
