import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Context } from '../cli/command.ts';
import { inputError, UserError } from '../errors.ts';

const Written = v.object({
  schema: v.literal('border-stats/report@1'),
  rows: v.array(v.record(v.string(), v.unknown())),
  provenance: v.object({
    command: v.string(),
    arguments: v.array(v.string()),
    sources: v.optional(v.array(v.object({ name: v.string(), bytes: v.number(), sha256: v.string() })), []),
  }),
});

/** A report as `-f json` writes it: what it says, and the words that it was made by. */
export type WrittenReport = v.InferOutput<typeof Written>;

/** Reads a report from a file, or from standard input for `-`. */
export async function readReport(path: string, { stdin }: Context): Promise<WrittenReport> {
  const text = path === '-' ? await textOf(stdin) : await textIn(path);
  const name = path === '-' ? '<stdin>' : path;
  const read = v.safeParse(Written, parsed(name, text));
  if (read.success) return read.output;
  throw inputError(`${name}: is no report of border-stats`, 'make one with -f json: border-stats trend … -f json');
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw inputError(`${name}: is no JSON`, 'make a report with -f json: border-stats trend … -f json', cause);
  }
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function textIn(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw inputError(`${path}: cannot be read (${code})`, undefined, cause);
    throw new UserError(`${path}: there is no such file`, {
      hint: 'name a report that -f json wrote',
      exitCode: 3,
      cause,
    });
  }
}
