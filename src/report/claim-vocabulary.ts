import type { ColumnKind } from './report.ts';

/** The output columns of verify: name, heading, kind, rank and what it means, as in the vocabulary, of which they are part. */
export const CLAIM_VOCABULARY = {
  claim: ['claim', 'text', 0, 'the id of a published sentence with a number in it'],
  stands_at: ['place', 'text', 3, 'the file and line where the claim stands'],
  claim_sentence: ['sentence', 'text', 3, 'the sentence as published'],
  says: ['says', 'text', 1, 'what the sentence was read to say'],
  verdict: ['verdict', 'text', 0, 'whether the data support the claim'],
  rounding: ['rounding', 'text', 3, 'how the figure found was rounded to the one stated'],
  stated_figure: ['stated', 'quantity', 2, 'the figure of the sentence; percentages and points as a fraction of one'],
  data_figure: ['found', 'quantity', 0, 'the figure that the data give, by the reading named, else by the plain one'],
  objections: ['objections', 'text', 2, 'what a reader must be told beside the figure'],
  why: ['why', 'text', 2, 'why the verdict is what it is'],
  correction: ['correction', 'text', 3, 'the sentence that the data bear out'],
} as const satisfies Record<string, readonly [string, ColumnKind, number, string]>;
