import { describe, expect, test } from 'vitest';
import type { Context } from '../../src/cli/command.ts';
import { SharedWork } from '../../src/commands/shared-work.ts';
import { sharedTallies } from '../../src/commands/sharing.ts';
import { referenceEngine } from '../../src/engine/reference.ts';
import type { Source } from '../../src/source/source.ts';

const context = (): Context => ({
  stdin: (async function* () {})(),
  stdinIsTerminal: true,
  progress: (_, work) => work,
  shared: new SharedWork(),
});

function source(text: string): Source {
  const bytes = async function* () {
    yield Buffer.from(text);
  };
  const files = [{ name: 'book.zip', path: null, bytes }];
  return { files, dialect: { delimiter: ',' }, header: ['month', 'n'], notes: [] } as unknown as Source;
}

const QUESTION = { keys: [{ column: 0 }], measures: [{ column: 1, nulls: [''], scientific: false }] };

describe('command lines of one run', () => {
  test('have the same question about the same file answered once', async () => {
    let readings = 0;
    const engine: typeof referenceEngine = {
      tally: (...asked) => {
        readings++;
        return referenceEngine.tally(...asked);
      },
    };
    const [one, shared] = [source('month,n\n2024-01,5\n'), context()];
    const ask = (question = QUESTION) => sharedTallies(engine, one, question, [0], {}, shared);
    expect(await ask()).toBe(await ask());
    await ask({ ...QUESTION, measures: [] });
    expect(readings).toBe(2);
  });

  test('do not take a file for another of its name, such as a second table of an archive', async () => {
    const shared = context();
    const [one, other] = await Promise.all(
      ['5', '6'].map((n) =>
        sharedTallies(referenceEngine, source(`month,n\n2024-01,${n}\n`), QUESTION, [0], {}, shared),
      ),
    );
    expect([one, other].map((answer) => [...(answer?.result.tallies ?? [])][0]?.measures[0]?.sum)).toEqual([5, 6]);
  });
});
