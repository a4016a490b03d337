import type { Question } from '../engine/engine.ts';
import type { Position } from '../geo/position.ts';
import type { Source } from '../source/source.ts';
import { sourceRecords } from '../source/source-records.ts';

/** What is known of the records of one key, beyond what they say themselves. */
export interface Incident {
  readonly position: Position;
  readonly period: string;
  readonly distanceKm: number;
  /** The country on whose land it lies; undefined where the line is of no pair. */
  readonly side: string | null | undefined;
}

/** A GeoJSON of the records whose key is among `incidents`, each with its distance, its period and all that it says. */
export async function* incidentFeatures(
  source: Source,
  question: Question,
  incidents: ReadonlyMap<string, Incident>,
): AsyncGenerator<string> {
  const names = propertyNames(source.header);
  yield '{"type":"FeatureCollection","features":[';
  let separator = '\n';
  for await (const records of sourceRecords(source)) {
    for (const { fields, ragged, place } of records) {
      const whole = [...fields, source.files[place.file]?.name ?? ''];
      const incident = ragged === null ? incidents.get(incidentKey(keyOf(whole, question))) : undefined;
      if (incident === undefined) continue;
      yield separator + JSON.stringify(feature(incident, fields, names));
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}

/** The names of the columns, each once and none of ours. */
function propertyNames(header: readonly string[]): string[] {
  const taken = new Set(OWN);
  return header.map((column) => {
    let name = column;
    while (taken.has(name)) name += '_';
    taken.add(name);
    return name;
  });
}

const OWN = ['distance_km', 'period', 'side'];

/** The parts of a key as one text. */
export const incidentKey = (key: readonly string[]): string => JSON.stringify(key);

/** The parts of a key, of the fields of a record and the name of its file behind them. */
const keyOf = (fields: readonly string[], { keys }: Question): string[] =>
  keys.map(({ column, length }) => (fields[column] ?? '').slice(0, length));

function feature(
  { position, period, distanceKm, side }: Incident,
  fields: readonly string[],
  names: readonly string[],
) {
  const said = Object.fromEntries(names.map((name, i) => [name, fields[i] ?? '']));
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [position.longitude, position.latitude] },
    properties: { distance_km: distanceKm, period, ...(side === undefined ? {} : { side }), ...said },
  };
}
