import { existsSync } from 'node:fs';
import type { Fingerprint } from '../report/report.ts';
import { fingerprintOf, type Tapped, tapped } from '../source/fingerprint.ts';
import { isAddress, openerOfPath } from '../source/openers.ts';
import type { OpenedSource, SourceFile } from '../source/source.ts';

/** The fingerprints of the files of a source that has been read, standard input among them. */
export async function fingerprints({ stored, files }: OpenedSource, stdin: Tapped | null): Promise<Fingerprint[]> {
  const found: Fingerprint[] = [];
  for (const [i, name] of stored.entries()) {
    const file = isAddress(name) || (openerOfPath(name) && !existsSync(name)) ? files[i] : undefined;
    const one =
      name === '-'
        ? stdin && { name: '<stdin>', ...stdin.fingerprint() }
        : await (file ? fingerprintOfText(file) : fingerprintOf(name));
    if (one) found.push(one);
  }
  return found;
}

/** That of a table in a database is that of its rows as text. */
async function fingerprintOfText({ name, bytes }: SourceFile): Promise<Fingerprint> {
  const read = tapped(bytes());
  for await (const _ of read.bytes);
  return { name, ...read.fingerprint() };
}
