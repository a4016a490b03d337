import { describe, expect, it } from 'vitest';
import { writtenPoint, writtenPosition } from '../../src/source/written-position.ts';

const isNull = (text: string) => ['', 'NA'].includes(text.trim());
const position = (latitude: string, longitude: string) => writtenPosition([latitude, longitude], isNull);
const place = (latitude: number, longitude: number) => ({ latitude, longitude });

describe('a written position', () => {
  it.each([
    ['16.7', '98.5', 16.7, 98.5],
    [' +16.70 ', '98', 16.7, 98],
    ['-17,05', '−179,9', -17.05, -179.9],
    ['16.7° N', '98.5 e', 16.7, 98.5],
    ['17.5S', '70.25°W', -17.5, -70.25],
    ['16°42\'00"N', "98°30'36''E", 16.7, 98.51],
    ['16° 42′', '98°30.6’', 16.7, 98.51],
    ['๑๖.๗', '๙๘.๕', 16.7, 98.5],
    ['90', '-180', 90, -180],
    ['0', '98.5', 0, 98.5],
  ])('reads %s, %s', (latitude, longitude, y, x) => {
    const read = position(latitude, longitude);
    expect(read).toMatchObject({ latitude: expect.closeTo(y, 12), longitude: expect.closeTo(x, 12) });
  });

  it.each([
    ['', '98.5', 'missing'],
    ['16.7', 'NA', 'missing'],
    ['north', '98.5', 'unreadable'],
    ['16.7', '1.234,5', 'unreadable'],
    ['98.5E', '16.7N', 'unreadable'],
    ['-16.7S', '98.5', 'unreadable'],
    ["16°75'N", '98.5', 'unreadable'],
    ['16.7', '1e2', 'unreadable'],
    ['0', '0.000', 'zero'],
    ['98.5', '16.7', 'swapped'],
    ['16.7', '198.5', 'out of range'],
    ['91', '98.5', 'out of range'],
    ['16.7', '985', 'out of range'],
  ])('says why %j, %j is none', (latitude, longitude, reason) => {
    expect(position(latitude, longitude)).toBe(reason);
  });
});

describe('a point of well-known text', () => {
  it.each(['POINT (98.5 16.7)', 'point(98.5 16.7)', ' POINT Z (98.5 16.7 350) ', 'SRID=4326;POINT(98.5 16.7)'])(
    'reads %s',
    (text) => {
      expect(writtenPoint(text, isNull)).toEqual(place(16.7, 98.5));
    },
  );

  it.each([
    ['', 'missing'],
    ['POINT EMPTY', 'missing'],
    ['LINESTRING (98 16, 99 17)', 'unreadable'],
    ['SRID=32647;POINT (500000 1900000)', 'unreadable'],
    ['POINT (16.7 98.5)', 'swapped'],
  ])('says why %j is none', (text, reason) => {
    expect(writtenPoint(text, isNull)).toBe(reason);
  });
});
