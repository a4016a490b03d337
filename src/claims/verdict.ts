import { compare } from '../math/exact.ts';
import { accepted, nearest } from './accepted.ts';
import type { Candidate } from './candidate.ts';
import { type Asked, candidates } from './candidates.ts';
import type { Assertion } from './claim.ts';
import { type Detail, detail, NO_DETAIL } from './detail.ts';
import type { Evidence } from './evidence.ts';
import { figureText } from './figure-text.ts';
import type { Finding } from './finding.ts';
import { gapWhy } from './level-gap.ts';
import { otherPart } from './other-part.ts';
import { ownArithmetic, perYear } from './own-arithmetic.ts';
import { qualifier } from './qualifier.ts';
import { reachableCount } from './reachable.ts';
import { saidWindows } from './said-windows.ts';
import { staleWhy } from './stale.ts';
import type { Statement } from './statement.ts';
import type { Rounding } from './tolerance.ts';
import { type UnitObjection, unitObjection } from './unit-of-count.ts';
import { checkUnit, unitContradiction } from './unit-scale.ts';
import { nearestWhy, readingText, seasonWhy, spreadWhy, unreachableWhy, withheld } from './verdict-words.ts';

/** Holds one figure of a claim against the data; `evidence` may be why there are none. */
export function finding(assertion: Assertion, evidence: Evidence | string): Finding {
  const { statement, claim, unread } = assertion;
  if (!statement)
    return unverifiable(assertion, unread[0] ?? 'no figure could be read in the sentence; name it with reported');
  const own = ownFinding(assertion, statement);
  if (own?.verdict === 'impossible') return own;
  if (typeof evidence === 'string') return claim.source === null && own ? own : unverifiable(assertion, evidence);
  const windows = saidWindows(statement, claim, evidence.set.cadence.fiscal);
  if (typeof windows === 'string') return unverifiable(assertion, windows);
  const measure = evidence.set.series[0]?.measure;
  if (measure) checkUnit(claim, measure);
  const other = unitContradiction(statement.unit, claim.unit) ?? otherPart(claim.sentence, evidence.picked);
  if (other !== null) return unverifiable(assertion, other);
  const asked: Asked = { ...windows, unit: claim.unit ?? statement.unit };
  const all = candidates(statement, asked, evidence);
  if (typeof all === 'string') return unverifiable(assertion, all);
  return judged(assertion, statement, all, evidence, staleWhy(windows.over, all, claim));
}

const empty = { reading: null, rounding: null, found: null, candidate: null, objections: [], ...bare(NO_DETAIL) };

function bare({ interval, yearChange, flags }: Detail) {
  return { interval, yearChange, flags };
}

const unverifiable = (assertion: Assertion, why: string): Finding => ({
  assertion,
  verdict: 'unverifiable',
  ...empty,
  why,
});

/** What the sentence's own figures say; null where it has only one. */
function ownFinding(assertion: Assertion, statement: Statement): Finding | null {
  const own = ownArithmetic(statement) ?? perYear(statement, assertion.beside);
  if (!own) return null;
  const found = figureText(statement.kind, own.found);
  const about = { assertion, ...empty, found: own.found };
  const why = `its own figures give ${found}`;
  if (!own.agrees) return { ...about, verdict: 'impossible', why };
  return own.isRounded
    ? { ...about, verdict: 'supported-only-if', reading: 'its own figures were rounded before they were written', why }
    : { ...about, verdict: 'supported', reading: 'by its own figures', why };
}

function judged(
  assertion: Assertion,
  statement: Statement,
  all: readonly Candidate[],
  evidence: Evidence,
  stale: string | null,
): Finding {
  const plain = all.find(({ isPlain }) => isPlain) ?? (all[0] as Candidate);
  const hits = all.flatMap((candidate) => {
    const rounding = accepted(statement, candidate);
    return rounding === null ? [] : [{ candidate, rounding }];
  });
  const hit = hits.find(({ candidate }) => candidate === plain) ?? hits[0];
  if (hit) return held(assertion, statement, hit, all, evidence, stale);
  const missing = stale ?? qualifiedWhy(assertion, plain) ?? gapWhy(statement, plain);
  if (missing !== null) return unverifiable(assertion, missing);
  if (plain.current === null) return unverifiable(assertion, `there is no value in ${plain.windows[1]}`);
  if (plain.figure === null || (statement.from !== null && plain.base === null))
    return unverifiable(assertion, withheld(plain));
  const near = nearest(statement, all) ?? plain;
  const impossible = impossibleWhy(statement, plain, evidence);
  const about = {
    assertion,
    ...empty,
    found: plain.figure,
    candidate: plain,
    ...bare(detail(statement, plain, evidence)),
  };
  const objections = objectionsTo(assertion, plain).map(({ why }) => why);
  return impossible === null
    ? { ...about, objections, verdict: 'contradicted', why: nearestWhy(statement, near, plain) }
    : { ...about, objections, verdict: 'impossible', why: impossible };
}

/** A claim that a reading bears out: by the plain one, or on a condition. */
function held(
  assertion: Assertion,
  statement: Statement,
  { candidate, rounding }: { candidate: Candidate; rounding: Rounding },
  all: readonly Candidate[],
  evidence: Evidence,
  stale: string | null,
): Finding {
  const known = detail(statement, candidate, evidence);
  const objections = objectionsTo(assertion, candidate);
  const isSeasonal = known.isSeasonal && statement.against === null;
  const season = isSeasonal ? [seasonWhy(known)] : [];
  const conditions = [
    ...(candidate.isPlain && !isSeasonal ? [] : [readingText(candidate)]),
    ...[stale, qualifiedWhy(assertion, candidate), gapWhy(statement, candidate)].filter((why) => why !== null),
    ...objections.map(({ word }) => `"${word}" stands for ${candidate.series.measure.unit}`),
  ];
  return {
    assertion,
    verdict: conditions.length === 0 ? 'supported' : 'supported-only-if',
    reading: conditions.length === 0 ? readingText(candidate) : conditions.join(', and '),
    rounding,
    found: candidate.figure,
    candidate,
    ...bare(known),
    objections: [...objections.map(({ why }) => why), ...season],
    why: spreadWhy(statement, all),
  };
}

/** A sentence may speak of values that the source does not hold as such. */
function qualifiedWhy({ claim }: Assertion, { series }: Candidate): string | null {
  const found = qualifier(claim.sentence, series.measure, claim.where);
  return found === null ? null : `the values of the source are meant by "${found}"`;
}

function objectionsTo({ claim }: Assertion, { series }: Candidate): UnitObjection[] {
  const objection = unitObjection(claim.sentence, series.measure);
  return objection === null ? [] : [objection];
}

/** Why no data at all could give the figure; null where some could. */
function impossibleWhy(statement: Statement, plain: Candidate, { whole }: Evidence): string | null {
  if (isUnreachable(statement, plain)) return unreachableWhy(statement, plain);
  const { kind, figure } = statement;
  const isAboveWhole = kind === 'share' && whole !== null && figure !== null && compare(figure.value, 1) > 0;
  return isAboveWhole ? 'a part is no more than its whole' : null;
}

/** Only whole numbers are counted: from 5 there is no +28 %. */
function isUnreachable({ kind, figure, high }: Statement, { base, series }: Candidate): boolean {
  if (kind !== 'change' || figure === null || high !== null) return false;
  const { measure } = series;
  const isCount = measure.kind === 'count' && (measure.statistic === 'sum' || measure.statistic === 'count');
  return isCount && typeof base === 'number' && base > 0 && reachableCount(figure, base) === null;
}
