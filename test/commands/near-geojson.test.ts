import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../run.ts';

interface Features {
  readonly type: string;
  readonly features: readonly {
    readonly geometry: { readonly type: string; readonly coordinates: readonly number[] };
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

describe('--geojson', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'near-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const written = async (line: string, stdin?: string) => {
    const path = join(folder, 'near.geojson');
    const result = await run(`border-stats near ${line} --geojson ${path}`, { stdin });
    return { ...result, ...(JSON.parse(readFileSync(path, 'utf8')) as Features) };
  };

  it('writes the records that are counted, with their distance, their period and what they say', async () => {
    const { out, features, type } = await written(
      'fixtures/incidents.csv --border fixtures/river.geojson --within 30km --every quarter',
    );
    expect(type).toBe('FeatureCollection');
    expect(features).toHaveLength(8);
    expect(features[0]).toMatchObject({
      geometry: { type: 'Point', coordinates: [98.55, 16.7] },
      properties: {
        distance_km: expect.closeTo(3.1, 0),
        period: '2024-Q1',
        date: '2024-01-01',
        kind: 'clash',
        latitude: '16.70',
        geo_precision: '1',
      },
    });
    const values = out
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => Number(row.split(',')[3]));
    expect(values.reduce((sum, value) => sum + value, 0)).toBe(features.length);
    for (const { properties } of features) expect(properties.distance_km).toBeLessThanOrEqual(30);
  });

  it('keeps to the conditions and the side, and says on which side each lies', async () => {
    const line = 'data/samples/armed-groups.csv --border THA-MMR --within 50km --where kind=clash --side THA';
    const { features } = await written(line);
    expect(features.length).toBeGreaterThan(0);
    expect(new Set(features.map(({ properties }) => `${properties.kind} ${properties.side}`))).toEqual(
      new Set(['clash THA']),
    );
  });

  it('reads standard input twice', async () => {
    const { features, exit } = await written(
      '- --border fixtures/river.geojson --within 30km',
      'fixtures/incidents.csv',
    );
    expect({ exit, features: features.length }).toEqual({ exit: 0, features: 8 });
  });

  it('refuses standard output, which has the table', async () => {
    const { err, exit } = await run(
      'border-stats near fixtures/incidents.csv --border fixtures/river.geojson --geojson -',
    );
    expect({ err, exit }).toEqual({
      err: 'error: --geojson - : standard output has the table\nhint: name a file\n',
      exit: 2,
    });
  });
});
