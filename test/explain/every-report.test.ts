import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { explainedFigures, GOLDEN_CASES } from './golden-report.ts';

/** One of so many golden cases is tried here; the slow suite tries them all. */
const STEP = 15;

describe('the figures of a report', () => {
  const { uniform } = random(31);
  const pick = (count: number) => Math.floor(uniform() * count);
  it('are explained, or refused with a reason', async () => {
    expect(GOLDEN_CASES.length).toBeGreaterThan(200);
    const wrong: string[] = [];
    for (const [, line] of GOLDEN_CASES.filter((_, i) => i % STEP === 0))
      wrong.push(...(await explainedFigures(line, pick, 1)));
    expect(wrong).toEqual([]);
  });
});
