import type { Fingerprint } from '../report/report.ts';
import { fingerprintOf, type Tapped } from '../source/fingerprint.ts';
import type { OpenedSource } from '../source/source.ts';

/** The fingerprints of the files of a source that has been read, standard input among them. */
export async function fingerprints({ stored }: OpenedSource, stdin: Tapped | null): Promise<Fingerprint[]> {
  const found: Fingerprint[] = [];
  for (const name of stored) {
    const one = name === '-' ? stdin && { name: '<stdin>', ...stdin.fingerprint() } : await fingerprintOf(name);
    if (one) found.push(one);
  }
  return found;
}
