import { readingSpread } from '../analyses/readings.ts';
import { REASONS } from '../analyses/reasons.ts';
import { sign } from '../math/exact.ts';
import { accepted, nearest } from './accepted.ts';
import type { Candidate } from './candidate.ts';
import { type Asked, candidates } from './candidates.ts';
import type { Assertion } from './claim.ts';
import { type Detail, detail, NO_DETAIL } from './detail.ts';
import type { Evidence } from './evidence.ts';
import { figureText, quantityText } from './figure-text.ts';
import type { Finding } from './finding.ts';
import { ownArithmetic, perYear } from './own-arithmetic.ts';
import { reachableCount } from './reachable.ts';
import type { Statement } from './statement.ts';
import type { Rounding } from './tolerance.ts';
import { unitObjection } from './unit-of-count.ts';

/** Holds one figure of a claim against the data; `evidence` may be why there are none. `others` are the figures beside it. */
export function finding(assertion: Assertion, evidence: Evidence | string, others: readonly Statement[]): Finding {
  const { statement, claim, unread } = assertion;
  if (!statement)
    return unverifiable(assertion, unread[0] ?? 'no figure could be read in the sentence; name it with reported');
  const own = ownFinding(assertion, statement, others);
  if (own?.verdict === 'impossible') return own;
  if (typeof evidence === 'string') return claim.source === null && own ? own : unverifiable(assertion, evidence);
  const over = statement.over ?? claim.window;
  if (over === null) return unverifiable(assertion, 'the sentence names no window; name it with window');
  const asked: Asked = {
    over,
    against: statement.against ?? claim.against,
    unit: claim.unit ?? statement.unit,
  };
  const all = candidates(statement, asked, evidence);
  if (typeof all === 'string') return unverifiable(assertion, all);
  return judged(assertion, statement, all, evidence);
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
function ownFinding(assertion: Assertion, statement: Statement, others: readonly Statement[]): Finding | null {
  const own = ownArithmetic(statement) ?? perYear(statement, others);
  if (!own) return null;
  const found = figureText(statement.kind, own.found);
  const about = { assertion, ...empty, found: own.found };
  return own.agrees
    ? { ...about, verdict: 'supported', reading: 'by its own figures', why: `its own figures give ${found}` }
    : { ...about, verdict: 'impossible', why: `its own figures give ${found}` };
}

function judged(assertion: Assertion, statement: Statement, all: readonly Candidate[], evidence: Evidence): Finding {
  const plain = all.find(({ isPlain }) => isPlain) ?? (all[0] as Candidate);
  const hits = all.flatMap((candidate) => {
    const rounding = accepted(statement, candidate);
    return rounding === null ? [] : [{ candidate, rounding }];
  });
  const hit = hits.find(({ candidate }) => candidate === plain) ?? hits[0];
  if (hit) return held(assertion, statement, hit, all, evidence);
  const near = nearest(statement, all) ?? plain;
  if (near.figure === null && plain.current === null)
    return unverifiable(assertion, `there is no value in ${plain.windows[1]}`);
  if (near.figure === null) return unverifiable(assertion, withheld(plain));
  const about = {
    assertion,
    ...empty,
    found: near.figure,
    candidate: near,
    ...bare(detail(statement, near, evidence)),
  };
  const objections = objectionsTo(assertion, near);
  return isUnreachable(statement, plain)
    ? { ...about, objections, verdict: 'impossible', why: unreachableWhy(statement, plain) }
    : { ...about, objections, verdict: 'contradicted', why: nearestWhy(statement, near, plain) };
}

/** A claim that a reading bears out: by the plain one, or on a condition. */
function held(
  assertion: Assertion,
  statement: Statement,
  { candidate, rounding }: { candidate: Candidate; rounding: Rounding },
  all: readonly Candidate[],
  evidence: Evidence,
): Finding {
  const known = detail(statement, candidate, evidence);
  const objections = objectionsTo(assertion, candidate);
  const isSeasonal = known.isSeasonal && statement.against === null;
  const season = isSeasonal ? [seasonWhy(known)] : [];
  const conditions = [
    ...(candidate.isPlain && !isSeasonal ? [] : [readingText(candidate)]),
    ...objections.map(() => `the words stand for ${candidate.series.measure.unit}`),
  ];
  return {
    assertion,
    verdict: conditions.length === 0 ? 'supported' : 'supported-only-if',
    reading: conditions.length === 0 ? readingText(candidate) : conditions.join(', and '),
    rounding,
    found: candidate.figure,
    candidate,
    ...bare(known),
    objections: [...objections, ...season],
    why: spreadWhy(statement, all),
  };
}

const readingText = ({ name, ending }: Candidate): string =>
  ending === 'as named' || ending === 'last complete period'
    ? name
    : `${name}, ending ${ending === 'current period so far' ? 'with the period still going on' : ending}`;

function objectionsTo({ claim }: Assertion, { series }: Candidate): string[] {
  const objection = unitObjection(claim.sentence, series.measure);
  return objection === null ? [] : [objection];
}

const seasonWhy = ({ yearChange }: Detail): string =>
  `the season may explain it: against the same window a year before it is ${yearChange === null ? 'another' : figureText('change', yearChange)}`;

/** Only whole numbers are counted: from 5 there is no +28 %. */
function isUnreachable({ kind, figure, high }: Statement, { base, series }: Candidate): boolean {
  if (kind !== 'change' || figure === null || high !== null) return false;
  const { measure } = series;
  const isCount = measure.kind === 'count' && (measure.statistic === 'sum' || measure.statistic === 'count');
  return isCount && typeof base === 'number' && base > 0 && reachableCount(figure, base) === null;
}

const unreachableWhy = ({ figure }: Statement, { base, current, windows }: Candidate): string =>
  `no whole number is ${figureText('change', figure?.value ?? 0)} from ${quantityText(base ?? 0)} in ${windows[0]}; the count of ${windows[1]} is ${quantityText(current ?? 0)}`;

function nearestWhy({ kind }: Statement, near: Candidate, plain: Candidate): string {
  const text = ({ figure }: Candidate) =>
    figure === null ? 'none' : figureText(kind === 'levels' ? 'level' : kind, figure);
  if (near === plain) return `it is ${text(near)}, and no reading is nearer`;
  return `it is ${text(plain)}; the nearest reading, ${readingText(near)}, gives ${text(near)}`;
}

function withheld({ change, windows }: Candidate): string {
  const [base, current] = windows;
  const reasons: Partial<Record<typeof change.status, string>> = {
    part: `${current} is not covered to its end`,
    'base-part': `${base} is not covered to its end`,
    'base-missing': `there is no value in ${base}`,
    'base-zero': `there is no percentage from zero in ${base}`,
    'base-negative': `there is no percentage from a value below zero in ${base}`,
    break: `a break in the series lies between ${base} and ${current}`,
  };
  return reasons[change.status] ?? (REASONS[change.status] || `there is no such figure for ${current}`);
}

/** How far the readings lie apart, where there are several. */
function spreadWhy({ kind }: Statement, all: readonly Candidate[]): string {
  const range = kind === 'change' ? readingSpread(all) : null;
  if (!range || all.length < 2) return '';
  return `readings from ${figureText('change', range.low)} to ${figureText('change', range.high)}${sign(range.low) * sign(range.high) < 0 ? ', which disagree in sign' : ''}`;
}
