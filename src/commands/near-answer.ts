import { EXIT, UserError } from '../errors.ts';
import { divide, fixedText } from '../math/exact.ts';
import { grouped, type Note } from '../note.ts';
import { keptByAll } from '../series/filter.ts';
import type { Border, Side } from '../source/border.ts';
import type { Choosable } from './near-choices.ts';
import { distanceNotes, misplacedNotes, type Placed, precisionNote, sideNote } from './near-notes.ts';
import type { NearOptions } from './near-options.ts';
import { type Places, placesOf } from './near-places.ts';
import { nearTallies, UNKNOWN } from './near-tallies.ts';
import { bandLabel, distanceText, ELSEWHERE, metresOf, type Reach, reachOf } from './reach.ts';
import type { Tallied } from './read-series.ts';
import { isMeasured } from './whereabouts.ts';

/** The tallies near a line, and what is known about them. */
export interface NearAnswer {
  readonly tallied: Tallied;
  readonly places: Places;
  readonly border: Border;
  readonly isBanded: boolean;
  readonly choosable: Choosable;
  /** `within 50 km of THA-MMR in Myanmar`. */
  readonly where: string;
  readonly notes: readonly Note[];
  /** Records under the conditions whose place is not known. */
  readonly misplaced: number;
}

/** Measures how near records are, and groups them by that. */
export function nearAnswer(all: Tallied, border: Border, side: Side | null, options: NearOptions): NearAnswer {
  const reach = reachOf(options.within, options.bands);
  const places = placesOf(all, border, side, metresOf(reach.widest), options);
  const line = `of ${border.name}${side === null ? '' : ` in ${side.name}`}`;
  const band = (i: number) => bandLabel(reach, places.metres(i));
  const label = (i: number) => (isMeasured(places.whereabouts[i]) ? band(i) : UNKNOWN);
  const placed = askedRecords(all, places, band);
  checkSomeNear(placed, reach, line);
  const where = `within ${distanceText(reach.widest)} ${line}`;
  const zeroBesideOthers = options.gaps === undefined && all.source.profile.absent === undefined;
  const bands = reach.bands.map((band) => band.label);
  const isBanded = bands.length > 1;
  const misplaced = placed.filter(({ whereabouts }) => !isMeasured(whereabouts));
  const beyond = {
    condition: where,
    remark: (i: number) => distanceRemark(places.metres(i)),
    facts: lineFacts(border),
  };
  const banded = { ...beyond, facts: [...beyond.facts, ...bandFacts(reach)] };
  return {
    tallied: {
      ...nearTallies(all, { label, bands, where: isBanded ? null : where, zeroBesideOthers }),
      beyond: banded,
    },
    places,
    border,
    where,
    isBanded,
    choosable: { tallied: all, zeroBesideOthers, widest: reach.widest, places, beyond },
    notes: [
      ...border.notes,
      ...distanceNotes(placed, bands, line),
      ...(side && border.sides
        ? [sideNote(placed, border.sides, metresOf(reach.widest), distanceText(reach.widest))]
        : []),
      ...(places.precision ? [precisionNote(placed, places.precision.column)] : []),
      ...misplacedNotes(misplaced, places.keys, all.source),
    ],
    misplaced: misplaced.reduce((sum, { tally }) => sum + tally.records, 0),
  };
}

/** How far from the line, to the metre. */
const distanceRemark = (metres: number | null): string | null =>
  metres === null ? null : `${grouped(fixedText(divide(metres, 1000), 3))} km from the line`;

/** What the bands are. */
const bandFacts = ({ bands }: Reach): string[] =>
  bands.map(({ label, over, upTo }) => {
    const from = over < 0 ? '' : `more than ${grouped(String(over))} and `;
    return `distance ${label} is ${from}at most ${grouped(String(upTo))} metres`;
  });

/** Which line it is, and how the distance to it is measured. */
function lineFacts({ name, notes: [drawn] }: Border): string[] {
  return [
    `line ${name}${drawn ? `: ${drawn.text}` : ''}`,
    'distances are those on the WGS 84 ellipsoid to the nearest point of the line, rounded to the metre before they are compared',
  ];
}

/** The tallies under the conditions. */
function askedRecords({ result, plan }: Tallied, places: Places, band: (index: number) => string): Placed[] {
  const all = result.tallies.map(
    (tally, i): Placed => ({
      tally,
      whereabouts: places.whereabouts[i] ?? 'missing',
      band: band(i),
      metres: places.metres(i),
      precision: places.precision?.of(i) ?? null,
    }),
  );
  const isKept = keptByAll(plan.series.filters);
  return all.filter(({ tally }) => isKept(tally.key));
}

function checkSomeNear(placed: readonly Placed[], { widest }: Reach, line: string): void {
  if (placed.some(({ band }) => band !== ELSEWHERE)) return;
  const nearest = placed.reduce((least, { metres }) => Math.min(least, metres ?? least), Number.POSITIVE_INFINITY);
  const away = Number.isFinite(nearest)
    ? `; the nearest is ${grouped(String(Math.round(nearest / 1000)))} km away`
    : '';
  throw new UserError(`no record lies within ${distanceText(widest)} ${line}${away}`, { exitCode: EXIT.tooLittleData });
}
