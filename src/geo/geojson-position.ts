import { inputError } from '../errors.ts';
import type { Position } from './position.ts';

/** Reads a position of GeoJSON, longitude first; `where` names its place in messages. */
export function positionAt(value: unknown, where: string): Position {
  const [longitude, latitude] = Array.isArray(value) ? (value as unknown[]) : [];
  if (!isNumber(longitude) || !isNumber(latitude)) {
    throw inputError(`${where}: ${shown(value)} is not a longitude and a latitude`, FORM);
  }
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  const isSwapped = Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
  const isProjected = Math.abs(latitude) > 360 || Math.abs(longitude) > 360;
  const hint = isSwapped
    ? 'it seems to have latitude first: GeoJSON has longitude first'
    : isProjected
      ? 'it seems to be projected: write it with longitude and latitude on WGS 84 (EPSG:4326)'
      : 'longitudes go from -180 to 180, latitudes from -90 to 90';
  throw inputError(`${where}: ${shown(value)} lies outside the earth`, hint);
}

const FORM = 'a position is [longitude, latitude] in degrees, such as [98.5, 16.7]';

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60);
