import { counted, type Note, note } from '../note.ts';
import type { Check } from '../report/report.ts';
import { type Finding, VERDICTS } from './finding.ts';
import { findingText } from './findings-table.ts';

/** True where a claim holds; `onCondition` lets one reading be enough. */
export const isBorneOut = ({ verdict }: Finding, onCondition: boolean): boolean =>
  verdict === 'supported' || (onCondition && verdict === 'supported-only-if');

/** `claims.yaml: 5 claims, 4 supported, 1 contradicted`, counted by figures where a claim has several. */
export function findingsTitle(findings: readonly Finding[], names: readonly string[]): string {
  const claims = new Set(findings.map(({ assertion }) => assertion.claim.id)).size;
  const counts = VERDICTS.map((verdict) => [verdict, findings.filter((one) => one.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${verdict.replaceAll('-', ' ')}`);
  const figures = findings.length === claims ? '' : ` of ${counted(findings.length, 'figure')}`;
  return `${names.join(', ')}: ${counted(claims, 'claim')}${figures}, ${counts.join(', ')}`;
}

/** One check per claim, which passes where all its figures hold. */
export function findingsChecks(findings: readonly Finding[], onCondition: boolean): Check[] {
  return [...byClaim(findings)].map(([id, own]): Check => {
    const failed = own.filter((one) => !isBorneOut(one, onCondition));
    const told = failed.length > 0 ? failed : own;
    return {
      name: id,
      place: own[0]?.assertion.claim.at ?? '',
      passed: failed.length === 0,
      outcome: told[0]?.verdict ?? '',
      text: told.map((one) => `"${one.assertion.claim.sentence}" ${findingText(one)}`).join(' / '),
    };
  });
}

/** The findings of each claim, by its id. */
export function byClaim(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const one of findings) {
    const { id } = one.assertion.claim;
    const own = found.get(id) ?? [];
    own.push(one);
    found.set(id, own);
  }
  return found;
}

/** What in a sentence could not be read, beside the figures that could. */
export function findingsNotes(findings: readonly Finding[]): Note[] {
  const seen = new Set<string>();
  return findings.flatMap(({ assertion: { claim, statement, unread } }) => {
    if (!statement || unread.length === 0 || seen.has(claim.id)) return [];
    seen.add(claim.id);
    return [note(`${claim.at}: of "${claim.sentence}" is not read: ${unread.join('; ')}`)];
  });
}
