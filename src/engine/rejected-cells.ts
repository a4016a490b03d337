import { canonicalText } from '../databases/canonical-text.ts';
import { lineOfRow, type Relation } from '../source/relation.ts';
import type { SourceFile } from '../source/source.ts';
import { type Place, type Question, REJECT_EXAMPLES, type Reject } from './engine.ts';
import { placesStatement } from './sql.ts';

/** A text that could not be read, with the first place where it stands and how often it does. */
interface BadText {
  readonly text: string;
  /** As the database writes it. */
  readonly raw: string;
  first: Place;
  count: number;
}

type Example = Reject['examples'][number];

/** Collects the cells of relations that no grammar reads, and finds the first few of each column. */
export class RejectedCells {
  readonly #question: Question;
  readonly #texts: readonly Map<string, BadText>[];

  constructor(question: Question) {
    this.#question = question;
    this.#texts = question.measures.map(() => new Map());
  }

  add(measure: number, first: Place, { text, raw }: Pick<BadText, 'text' | 'raw'>, count: number): void {
    const id = `${first.file} ${raw}`;
    const known = this.#texts[measure]?.get(id);
    if (!known) {
      this.#texts[measure]?.set(id, { text, raw, first, count });
      return;
    }
    known.count += count;
    if (first.line < known.first.line) known.first = first;
  }

  /** By column; the same column measured twice is rejected twice, as its cells are read twice. */
  async rejects(files: readonly SourceFile[]): Promise<Reject[]> {
    const columns = new Map<number, { count: number; examples: Example[] }>();
    for (const [i, { column }] of this.#question.measures.entries()) {
      const bad = [...(this.#texts[i]?.values() ?? [])];
      if (bad.length === 0) continue;
      const known = columns.get(column) ?? { count: 0, examples: [] };
      known.count += bad.reduce((sum, { count }) => sum + count, 0);
      for (const [file, { relation }] of files.entries()) {
        if (relation) known.examples.push(...(await examples(relation, column, inFile(bad, file), file)));
      }
      columns.set(column, known);
    }
    return [...columns]
      .sort(([a], [b]) => a - b)
      .map(([column, { count, examples: found }]) => ({
        column,
        reason: 'not a number',
        count,
        examples: found.sort((a, b) => a.file - b.file || a.line - b.line).slice(0, REJECT_EXAMPLES),
      }));
  }
}

const inFile = (texts: readonly BadText[], file: number): BadText[] => texts.filter(({ first }) => first.file === file);

/**
 * The first few cells with one of these texts. Each is among the texts that come first: before the first place of any
 * other there are as many cells as are asked for.
 */
async function examples(
  relation: Relation,
  column: number,
  texts: readonly BadText[],
  file: number,
): Promise<Example[]> {
  if (texts.length === 0) return [];
  const sorted = [...texts].sort((a, b) => a.first.line - b.first.line || (a.raw < b.raw ? -1 : 1));
  const first = sorted.slice(0, REJECT_EXAMPLES);
  if (relation.row === null) {
    const all = first.flatMap(({ text, count }) => Array<string>(Math.min(count, REJECT_EXAMPLES)).fill(text));
    return all.slice(0, REJECT_EXAMPLES).map((text) => ({ file, line: lineOfRow(0), text }));
  }
  const raw = first.map((one) => one.raw);
  const asked = placesStatement(relation, column, raw, REJECT_EXAMPLES);
  const found: Example[] = [];
  for await (const batch of relation.rows(asked)) {
    for (const [row, text = null] of batch) {
      const form = relation.columns[column]?.form ?? 'text';
      found.push({ file, line: lineOfRow(Number(row)), text: canonicalText(form, text) });
    }
  }
  return found;
}
