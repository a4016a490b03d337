import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { UserError } from '../errors.ts';

/** What a YAML or JSON file holds, and where in it each value stands. */
export interface ConfigFile {
  readonly value: unknown;
  /** The file and line of a value, by the keys that lead to it: `rules.yaml:12`. */
  placeOf(path: readonly (string | number)[]): string;
}

/** Reads the text of a YAML or JSON file; `name` is the file's, for messages. */
export function yamlFile(name: string, text: string): ConfigFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  const placeAt = (offset: number) => `${name}:${lines.linePos(offset).line}`;
  if (error) throw new UserError(`${placeAt(error.pos[0])}: ${firstLine(error.message)}`, { cause: error });
  const placeOf = (path: readonly (string | number)[]) => {
    const offset = offsetOf(document.contents, path);
    return offset === null ? name : placeAt(offset);
  };
  return { value: document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown, placeOf };
}

/** More is a file that unfolds to something far larger than it is. */
const MOST_ALIASES = 100;

const firstLine = (message: string): string => {
  const [line = ''] = message.split('\n');
  return line.charAt(0).toLowerCase() + line.slice(1);
};

/** Where the value at the end of a path begins, or the last part of the path that is there. */
function offsetOf(node: Node | null | undefined, path: readonly (string | number)[]): number | null {
  const [key, ...rest] = path;
  const own = node?.range?.[0] ?? null;
  if (key === undefined) return own;
  if (isSeq(node)) return offsetOf(node.items[Number(key)] as Node | undefined, rest) ?? own;
  if (!isMap(node)) return own;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value ?? '') === String(key));
  if (!pair || !isScalar(pair.key)) return own;
  const keyAt = pair.key.range?.[0] ?? own;
  return rest.length === 0 ? keyAt : (offsetOf(pair.value as Node | null, rest) ?? keyAt);
}
