import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sentenceReading } from '../../src/claims/sentence.ts';
import { statementText } from '../../src/claims/statement-text.ts';

interface Row {
  readonly says: string;
  readonly means: readonly string[];
}

const rows = (name: string): Row[] => parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** Read rightly: every figure with its kind, hedge, unit and windows, and no other. */
function result({ says, means }: Row) {
  const read = sentenceReading(says).statements.map(statementText);
  const known = means.map(figureOf);
  const isRight = JSON.stringify(read) === JSON.stringify(means);
  return { says, means, read, isRight, wrong: read.filter((text) => !known.includes(figureOf(text))) };
}

/** Kind and number, without hedge, unit and windows. */
function figureOf(text: string): string {
  return /^\S+ (?:[a-z-]+ )?(?:from )?[-+]?[\d./]+(?: %| of [\d.]+)?/.exec(text)?.[0] ?? text;
}

/** Of a set that was first seen when the reader was done, most are read whole; of those it was written for, nearly all. */
describe.each([
  ['sentences.yaml', 0.05],
  ['more-sentences.yaml', 0.06],
  ['third-sentences.yaml', 0.05],
  ['fourth-sentences.yaml', 0.05],
  ['fifth-sentences.yaml', 0.11],
  ['sixth-sentences.yaml', 0.16],
  ['traps.yaml', 0.05],
] as const)('the sentences of %s', (name, most) => {
  const results = rows(name).map(result);
  const amiss = results.filter(({ isRight }) => !isRight);

  it('are read rightly, nearly all', () => {
    if (process.env.SHOW) console.log(amiss, `${results.length - amiss.length} of ${results.length}`);
    expect(amiss.length / results.length).toBeLessThanOrEqual(most);
  });

  it('never give a figure that the sentence does not say', () => {
    expect(results.filter(({ wrong }) => wrong.length > 0).map(({ says, wrong }) => ({ says, wrong }))).toEqual([]);
  });
});

describe('reading a sentence', () => {
  it('is held to at least 120', () => expect(rows('sentences.yaml').length).toBeGreaterThanOrEqual(120));

  it('is not misled by a page without a full stop', () => {
    const page = 'from 10 to 20, '.repeat(10_000);
    expect(sentenceReading(page)).toEqual({ statements: [], unread: ['a sentence of more than 5000 characters'] });
    expect(sentenceReading('12 '.repeat(1_600)).statements).toEqual([]);
  });

  it('takes any text', () => {
    const words = fc.constantFrom(
      'rose',
      '40',
      '%',
      'from',
      'to',
      '2024',
      'ร้อยละ',
      'เดือน',
      '1,200',
      'of',
      '(',
      'a third',
      ' ',
      '.',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 30 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (sentence) => sentenceReading(sentence).statements.every((one) => statementText(one) !== '')),
    );
  });
});
