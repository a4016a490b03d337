import { UserError } from '../errors.ts';

/** What an engine needs before it has read anything. */
const LEAST = 16 * 2 ** 20;

/** Reads a size as bytes: `500MB`. */
export function memorySize(text: string): number {
  const match = /^(\d+(?:\.\d+)?) ?([KMG])i?B?$/i.exec(text);
  if (!match) throw new UserError(`--max-memory ${text} is not a size`, { hint: 'write it as 500MB or 2GB' });
  const unit = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 }[(match[2] ?? '').toUpperCase()] ?? 1;
  const size = Math.floor(Number(match[1]) * unit);
  if (size >= LEAST) return size;
  throw new UserError(`--max-memory ${text} is too little to read a file with`, { hint: 'give it 16MB or more' });
}
