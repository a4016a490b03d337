import { type Document, isMap, isPair, isScalar, isSeq, type Node, Document as YamlDocument } from 'yaml';

/** What stands in a YAML file beside its keys: a comment above single ones, and lines in front of and behind them all. */
export interface YamlComments {
  readonly first: readonly string[];
  readonly byKey: Readonly<Record<string, string>>;
  readonly last: readonly string[];
}

/** The text of a YAML file: a key of the outermost map on each line, and what is short below it on one. */
export function commentedYaml(value: Readonly<Record<string, unknown>>, comments: YamlComments): string {
  const document: Document = new YamlDocument(value);
  document.commentBefore = inLines(comments.first);
  document.comment = inLines(comments.last);
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      if (!isScalar(pair.key)) continue;
      const comment = comments.byKey[String(pair.key.value)];
      if (comment !== undefined) pair.key.commentBefore = inLines([comment]);
      flowing(pair.value as Node);
    }
  }
  return document.toString({ lineWidth: 0, singleQuote: true });
}

/** Lists, and maps of nothing but values, are written on one line. */
function flowing(node: Node): void {
  if (isSeq(node)) node.flow = true;
  if (!isMap(node)) return;
  for (const pair of node.items) {
    if (!isPair(pair) || !(isMap(pair.value) || isSeq(pair.value))) continue;
    pair.value.flow = true;
  }
}

const inLines = (lines: readonly string[]): string =>
  lines.map((line) => ` ${line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`).join('\n');
