import type { Position } from '../geo/position.ts';
import { westernDigits } from '../period/digits.ts';

/** Why the coordinates of a record are no place. */
export const MISPLACED = ['missing', 'unreadable', 'out of range', 'zero', 'swapped'] as const;

export type Misplaced = (typeof MISPLACED)[number];

/** Reads a latitude and a longitude as they are written; where they are no place, says why. */
export function writtenPosition(
  [latitude, longitude]: readonly [string, string],
  isNull: (text: string) => boolean,
): Position | Misplaced {
  if (isNull(latitude) || isNull(longitude)) return 'missing';
  const [y, x] = [degrees(latitude, 'NS'), degrees(longitude, 'EW')];
  return y === null || x === null ? 'unreadable' : placed(y, x);
}

/** Reads a `POINT (longitude latitude)` of well-known text. */
export function writtenPoint(text: string, isNull: (text: string) => boolean): Position | Misplaced {
  if (isNull(text) || /^POINT\s*Z?M?\s*EMPTY$/i.test(text.trim())) return 'missing';
  const [, longitude, latitude] =
    /^(?:SRID=4326;)?\s*POINT\s*Z?M?\s*\(\s*(\S+)\s+([^\s)]+)[^)]*\)$/i.exec(text.trim()) ?? [];
  return longitude === undefined || latitude === undefined
    ? 'unreadable'
    : writtenPosition([latitude, longitude], isNull);
}

/** Nothing happens at 0° N 0° E, in the open sea: there it is a cell that was filled with zeros. */
function placed(latitude: number, longitude: number): Position | Misplaced {
  if (latitude === 0 && longitude === 0) return 'zero';
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  return Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90 ? 'swapped' : 'out of range';
}

const PLAIN = /^([+\-\u2212]?)(\d{1,16}(?:[.,]\d+)?)\s*°?\s*([NSEW]?)$/i;
const SEXAGESIMAL =
  /^()(\d{1,3}(?:[.,]\d+)?)\s*°\s*(?:([\d.,]+)\s*['′’]\s*)?(?:([\d.,]+)\s*(?:"|″|”|'')\s*)?([NSEW]?)$/i;

/** `98.53`, `98,53`, `98.53° E` or `98°31'48"E` in degrees; null where it is none, or of the other axis. */
function degrees(text: string, letters: 'NS' | 'EW'): number | null {
  const clean = westernDigits(text).trim();
  const plain = PLAIN.exec(clean);
  const [, sign = '', whole = '', ...rest] = plain ?? SEXAGESIMAL.exec(clean) ?? [];
  const letter = rest.pop()?.toUpperCase() ?? '';
  if (whole === '' || !letters.includes(letter) || (sign !== '' && letter !== '')) return null;
  const [minutes, seconds] = [number(rest[0]), number(rest[1])];
  if (minutes >= 60 || seconds >= 60) return null;
  const size = number(whole) + minutes / 60 + seconds / 3600;
  const isNegative = sign === '-' || sign === '\u2212' || letter === 'S' || letter === 'W';
  return Number.isNaN(size) ? null : isNegative ? 0 - size : size;
}

const number = (text: string | undefined): number => Number(text?.replace(',', '.') ?? 0);
