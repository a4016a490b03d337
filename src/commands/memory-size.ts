import { UserError } from '../errors.ts';

/** Reads a size as bytes: `500MB`. */
export function memorySize(text: string): number {
  const match = /^(\d+(?:\.\d+)?) ?([KMG])i?B?$/i.exec(text);
  if (!match) throw new UserError(`--max-memory ${text} is not a size`, { hint: 'write it as 500MB or 2GB' });
  const unit = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 }[(match[2] ?? '').toUpperCase()] ?? 1;
  return Math.floor(Number(match[1]) * unit);
}
