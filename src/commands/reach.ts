import { UserError } from '../errors.ts';

/** A distance as the user wrote it. */
export interface Distance {
  readonly size: number;
  readonly unit: Unit;
}

const METRES = { m: 1, km: 1000, mi: 1609.344, nmi: 1852 } as const;

type Unit = keyof typeof METRES;

/** A ring around a line: farther than `over` metres, and at most `upTo`. */
interface Band {
  readonly label: string;
  readonly over: number;
  readonly upTo: number;
}

/** How far from the line records are counted, in one band or several. */
export interface Reach {
  readonly bands: readonly Band[];
  readonly widest: Distance;
}

export const metresOf = ({ size, unit }: Distance): number => size * METRES[unit];

export const distanceText = ({ size, unit }: Distance): string => `${Number(size.toPrecision(12))} ${unit}`;

/** Reads `50km`, `30 mi`, `25nmi`, `500m`, or a number of kilometres. */
export function distanceOf(flag: string): (text: string) => Distance {
  return (text) => {
    const [, size = '', unit = 'km'] = /^(\d+(?:\.\d+)?)\s*(m|km|mi|nmi)?$/i.exec(text.trim()) ?? [];
    const found = { size: Number(size), unit: unit.toLowerCase() as Unit };
    if (size !== '' && found.size > 0 && metresOf(found) <= HALF_AROUND) return found;
    throw new UserError(`${flag} ${text} is not a distance`, { hint: `write ${flag} 50km, 500m, 30mi or 25nmi` });
  };
}

/** No two places on earth are farther apart. */
const HALF_AROUND = 20_003_932;

/** Reads `10,25,50,100`, in kilometres or in the unit behind the last. */
export function bandsOf(text: string): Distance[] {
  const parts = text.split(',').map((part) => part.trim());
  const unit = /[a-z]+$/i.exec(parts[parts.length - 1] ?? '')?.[0] ?? '';
  const found = parts.map((part) => distanceOf('--bands')(/\d$/.test(part) ? `${part}${unit}` : part));
  if (found.every((one, i) => i === 0 || metresOf(one) > metresOf(found[i - 1] as Distance))) return found;
  throw new UserError(`--bands ${text}: each distance must be larger than the one before`);
}

/** The bands asked for, or the one from the line to a distance. */
export function reachOf(within: Distance | undefined, bands: readonly Distance[] | undefined): Reach {
  const ends = bands ?? [within ?? { size: 50, unit: 'km' as const }];
  const made = ends.map((end, i): Band => {
    const start = ends[i - 1];
    const from = start === undefined ? '0' : start.unit === end.unit ? String(start.size) : distanceText(start);
    return { label: `${from}-${distanceText(end)}`, over: start ? metresOf(start) : -1, upTo: metresOf(end) };
  });
  return { bands: made, widest: ends[ends.length - 1] as Distance };
}

/** The label of no band. */
export const ELSEWHERE = '';

/** The label of the band that a distance in metres lies in, if there is one. */
export const bandLabel = ({ bands }: Pick<Reach, 'bands'>, metres: number | null): string =>
  bands.find(({ over, upTo }) => metres !== null && metres > over && metres <= upTo)?.label ?? ELSEWHERE;
