import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Context } from '../src/cli/command.ts';
import { main } from '../src/main.ts';
import { words } from './words.ts';

export interface Run {
  readonly out: string;
  readonly err: string;
  readonly exit: number;
}

export interface Surroundings {
  /** A file that stands on standard input; a keyboard if not given. */
  readonly stdin?: string | undefined;
  /** The width of the terminal that stdout is; a pipe if not given. */
  readonly terminal?: number | undefined;
  readonly env?: Readonly<Record<string, string>>;
  /** Is told of all work that may take long. */
  readonly progress?: Context['progress'];
}

/** Runs one command line, `border-stats trend …`, inside this process. */
export async function run(
  line: string,
  { stdin, terminal, env = {}, progress = (_, work) => work }: Surroundings = {},
): Promise<Run> {
  let [out, err] = ['', ''];
  const exit = await main(words(line).slice(1), {
    version: '0.0.0',
    env,
    stdout: outlet(terminal ?? null, (text) => {
      out += text;
    }),
    stderr: outlet(null, (text) => {
      err += text;
    }),
    context: {
      stdin: stdin === undefined ? Readable.from([]) : createReadStream(stdin),
      stdinIsTerminal: stdin === undefined,
      progress,
    },
  });
  return { out, err, exit };
}

function outlet(columns: number | null, take: (text: string) => void) {
  const write = async (text: string) => {
    take(text);
    return true;
  };
  return { isTerminal: columns !== null, columns, write };
}
