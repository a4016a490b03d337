import { readFile } from 'node:fs/promises';
import { inputError, UserError } from '../errors.ts';
import { geoJsonLine } from '../geo/geojson-line.ts';
import { type Area, holds } from '../geo/holds.ts';
import type { GeoLine, Position } from '../geo/position.ts';
import { segmentLengths } from '../geo/segments.ts';
import { counted, grouped, type Note, note } from '../note.ts';

/** A line from which distances are measured, and the land on its sides where that is known. */
export interface Border {
  /** As it stands in sentences: `THA-MMR`, or the name of the file. */
  readonly name: string;
  readonly line: GeoLine;
  /** Both countries; null where the line is of no pair. */
  readonly sides: readonly [Side, Side] | null;
  /** What it is, and how finely it is drawn. */
  readonly notes: readonly Note[];
}

export interface Side {
  readonly code: string;
  readonly name: string;
  readonly holds: (position: Position) => boolean;
}

/** The border between a pair of countries, such as `THA-MMR`, or the lines of a GeoJSON file. */
export async function openBorder(text: string): Promise<Border> {
  return /\.(geo)?json$/i.test(text) ? borderOfFile(text) : borderOfPair(text);
}

async function borderOfFile(path: string): Promise<Border> {
  const { line, rings, points } = geoJsonLine(await parsed(path), path);
  const asides = [
    ...(rings > 0
      ? [
          note(
            `${path}: ${counted(rings, 'ring')} of polygons taken as ${rings === 1 ? 'a line' : 'lines'}: inside is as near as outside`,
          ),
        ]
      : []),
    ...(points > 0 ? [note(`${path}: set aside: ${counted(points, 'point')} beside the line`)] : []),
  ];
  return {
    name: path.split(/[/\\]/).at(-1) ?? path,
    line,
    sides: null,
    notes: [note(`${path}: a line of ${drawn(line)}`), ...asides],
  };
}

async function parsed(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (cause) {
    if (cause instanceof SyntaxError) throw inputError(`${path}: is no JSON: ${cause.message}`, undefined, cause);
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw inputError(`${path}: ${missing ? 'there is no such file' : (cause as Error).message}`, undefined, cause);
  }
}

async function borderOfPair(text: string): Promise<Border> {
  const { areasOf, neighboursOf, ROUNDED_TO, sharedLine } = await import('./country-borders.ts');
  const { countryPair } = await import('./country-pair.ts');
  const [one, other] = countryPair(text);
  const line = sharedLine(one, other);
  if (line === null) {
    const near = neighboursOf(one);
    throw new UserError(`--border ${text}: ${one.name} and ${other.name} share no land border`, {
      hint: near.length === 0 ? `${one.name} has none at all` : `${one.name} borders on ${near.join(', ')}`,
    });
  }
  const name = `${one.code}-${other.code}`;
  const metres = Math.round((ROUNDED_TO * 40_007_863) / 360 / 100) * 100;
  const source = `${name} is the border of ${one.name} and ${other.name} as Natural Earth draws it at 1:10 million`;
  const rounding = `places rounded to about ${grouped(String(metres))} m`;
  const side = ({ code, name, outlines }: typeof one): Side => {
    let areas: readonly Area[] | undefined;
    return {
      code,
      name,
      holds: (position) => {
        areas ??= areasOf({ code, name, outlines });
        return holds(areas, position);
      },
    };
  };
  return { name, line, sides: [side(one), side(other)], notes: [note(`${source}: ${drawn(line)}, ${rounding}`)] };
}

/** `1,484 km in 23 points, up to 127 km apart`. */
function drawn(line: GeoLine): string {
  const lengths = segmentLengths(line);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const points = line.parts.reduce((sum, part) => sum + part.length, 0);
  return `${kilometres(whole)} in ${counted(points, 'point')}, up to ${kilometres(Math.max(...lengths))} apart`;
}

const kilometres = (metres: number): string =>
  metres >= 10_000 ? `${grouped(String(Math.round(metres / 1000)))} km` : `${(metres / 1000).toFixed(1)} km`;
