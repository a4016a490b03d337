import type { Fingerprint, Provenance } from '../report/report.ts';
import type { Ledger } from './ledger.ts';

/** Where figures come from, with the files beside the table, such as those of rates: each once. */
export function withBeside<P extends Omit<Provenance, 'command'>>(
  provenance: P,
  ledgers: Readonly<Record<string, Ledger>>,
): P {
  if (provenance.sources === undefined) return provenance;
  const more = Object.values(ledgers).flatMap(({ tallied }) => tallied.fingerprints ?? []);
  const byName = new Map<string, Fingerprint>();
  for (const one of [...provenance.sources, ...more]) byName.set(one.name, one);
  return { ...provenance, sources: [...byName.values()] };
}
