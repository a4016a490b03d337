import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { distanceToLine } from '../../src/geo/distance-to-line.ts';
import { geoJsonLine } from '../../src/geo/geojson-line.ts';
import { answer, exportPath, FOLDER, recordsOf } from './exports.ts';

const LINE = 'incidents/border_THA_MMR_from_naturalearth.geojson';
const ORACLE = 'incidents/ucdp_myanmar_distance_to_border_oracle_s2.csv';
const near = `border-stats near ${exportPath('incidents/ucdp_ged_myanmar.csv')} --border ${exportPath(LINE)}`;

describe.skipIf(FOLDER === undefined)('near on real exports', { timeout: 300_000 }, () => {
  it('measures 7,374 events in less than a second, each within 0.6 % of its distance on a sphere', () => {
    const { line } = geoJsonLine(JSON.parse(readFileSync(exportPath(LINE), 'utf8')), LINE);
    const events = recordsOf(ORACLE).map((record) => ({
      position: { latitude: Number(record.latitude), longitude: Number(record.longitude) },
      km: Number(record.dist_km_to_THA_MMR_border),
    }));
    const begun = performance.now();
    const distance = distanceToLine(line);
    const found = events.map(({ position }) => distance(position));
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(found).toHaveLength(7374);
    const errors = found.map((metres, i) => Math.abs(metres / 1000 / (events[i]?.km ?? 0) - 1));
    expect(Math.max(...errors)).toBeLessThan(0.006);
  });

  it('counts 384, 690, 1,118 and 1,977 events within 10, 25, 50 and 100 km', async () => {
    const { rows, notes, provenance } = await answer(`${near} --bands 10,25,50,100 --every year`);
    const sum = (band: string) =>
      rows.filter(({ distance }) => distance === band).reduce((all, { value }) => all + Number(value), 0);
    expect(['0-10 km', '10-25 km', '25-50 km', '50-100 km'].map(sum)).toEqual([384, 306, 428, 859]);
    expect(notes).toContain(
      'of 7,374 records 384 lie within 10 km, 690 within 25 km, 1,118 within 50 km, 1,977 within 100 km',
    );
    expect(provenance).toMatchObject({ records: 7374, rejected: 0, profile: 'ucdp-ged' });
  });

  it('counts the events of each year within 50 km as the distances on a sphere do', async () => {
    const years = new Map(
      recordsOf('incidents/ucdp_ged_myanmar.csv').map(({ id, date_start }) => [id, date_start?.slice(0, 4)]),
    );
    const expected: Record<string, number> = {};
    for (const { id, dist_km_to_THA_MMR_border: km } of recordsOf(ORACLE)) {
      const year = years.get(id ?? '') ?? '';
      if (Number(km) <= 50) expected[year] = (expected[year] ?? 0) + 1;
    }
    const { rows } = await answer(`${near} --within 50km --every year`);
    const found = rows.filter(({ value }) => value !== '0').map(({ period = '', value }) => [period, Number(value)]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});
