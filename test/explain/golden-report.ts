import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIGURE_COLUMNS } from '../../src/report/vocabulary.ts';
import { run } from '../run.ts';

const ROOT = new URL('../cases/', import.meta.url).pathname;

/** Every golden case that prints a report, as `command/case`, with its command line. */
export const GOLDEN_CASES: readonly (readonly [name: string, line: string])[] = readdirSync(ROOT).flatMap((command) =>
  readdirSync(join(ROOT, command)).flatMap((name): [string, string][] => {
    const files = readdirSync(join(ROOT, command, name));
    const [line = '', ...settings] = readFileSync(join(ROOT, command, name, 'cmd'), 'utf8')
      .trim()
      .split('\n');
    const isReport =
      !files.includes('exit') && command !== 'help' && !/ --explain| -o | -f junit|--write-profile/.test(line);
    return isReport && !settings.some((text) => /^(stdin|env):/.test(text)) ? [[`${command}/${name}`, line]] : [];
  }),
);

interface Read {
  readonly rows?: readonly Record<string, unknown>[];
}

/** What `explain` says of some figures that stand in the JSON of a command line; nothing where that has no ids. */
export async function explainedFigures(line: string, pick: (count: number) => number, most: number): Promise<string[]> {
  const { out } = await run(`${line.replace(/ -f \w+/, '')} -f json`);
  const { rows = [] } = out.startsWith('{') ? (JSON.parse(out) as Read) : {};
  const named = rows.filter(({ id }) => typeof id === 'string');
  const columns = Object.keys(named[0] ?? {}).filter((name) => FIGURE_COLUMNS.includes(name));
  const folder = mkdtempSync(join(tmpdir(), 'explain-'));
  const path = join(folder, 'report.json');
  writeFileSync(path, out);
  const wrong: string[] = [];
  for (let i = 0; i < most && named.length > 0 && columns.length > 0; i++) {
    const row = named[pick(named.length)] ?? {};
    const column = columns[pick(columns.length)] ?? '';
    const id = row.id === '' ? column : `${column}[${row.id}]`;
    const problem = problemOf(row[column], await run(`border-stats explain ${path} "${id}" -f json`));
    if (problem !== null) wrong.push(`${line} | ${id}: ${problem}`);
  }
  rmSync(folder, { recursive: true });
  return wrong;
}

/** An explanation gives the figure again, or there is a reason why there is none. */
function problemOf(shown: unknown, { out, err, exit }: { out: string; err: string; exit: number }): string | null {
  if (exit !== 0) return exit === 2 && /^error: .*(are not explained: |no column of figures)/.test(err) ? null : err;
  const { rows } = JSON.parse(out) as { rows: Record<string, unknown>[] };
  if (rows.some(({ part }) => part === 'warning')) return JSON.stringify(rows.find(({ part }) => part === 'warning'));
  const figure = rows.find(({ part }) => part === 'figure');
  if (figure?.result !== shown) return `is ${figure?.result}, and was ${shown}`;
  return shown === null && !rows.some(({ part }) => part === 'missing') ? 'no reason why it is missing' : null;
}
