import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../run.ts';

interface Decision {
  readonly decision: string;
  readonly decided: string;
}

/** Fixtures that `trend` reads by itself, each with the command line that pins how. */
const commands = await Promise.all(readdirSync('fixtures').filter(isTable).map(pinnedCommand));
const pinned = commands.filter(({ command }) => command !== undefined);

function isTable(name: string): boolean {
  return !/\.(md|ya?ml)$/.test(name);
}

async function pinnedCommand(name: string) {
  const { out } = await run(`border-stats inspect fixtures/${name} --show decisions -f json`);
  const rows: readonly Decision[] = out === '' ? [] : JSON.parse(out).rows;
  const bare = await run(`border-stats trend fixtures/${name} -f csv`);
  return { name, bare, command: rows.find(({ decision }) => decision === 'command')?.decided };
}

describe('the command line of inspect', () => {
  it('is there for each fixture that trend reads by itself, and for no other', () => {
    for (const { name, command, bare } of commands) {
      expect(command !== undefined, `${name}: ${bare.err}`).toBe(bare.exit === 0);
    }
    expect(pinned.length).toBeGreaterThan(60);
  });

  it.each(pinned)('gives the figures of $name', async ({ command, bare }) => {
    const again = await run(`${command} -f csv`);
    expect(again.err).not.toMatch(/the only order|read as [a-z-]+: /);
    expect({ out: again.out, exit: again.exit }).toEqual({ out: bare.out, exit: 0 });
  });
});
