import { expect, it } from 'vitest';
import { explainedFigures, GOLDEN_CASES } from '../explain/golden-report.ts';
import { random } from '../random.ts';

const { uniform } = random(5);
const pick = (count: number) => Math.floor(uniform() * count);

it.each(GOLDEN_CASES)('explains figures of %s', { timeout: 60_000 }, async (_, line) => {
  expect(await explainedFigures(line, pick, 3)).toEqual([]);
});
