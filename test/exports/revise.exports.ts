import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, exportPath, FOLDER } from './exports.ts';

/*
 * No second edition of a seizure export is at hand that shares years with another: the older one is made here, by leaving out the last
 * year of the individual drug seizures, and the editions are told apart by nothing else.
 */
const NOW = 'seizures/unodc_ids_2011-2016.csv';

let folder = '';
const old = () => join(folder, 'unodc_ids_2011-2015.csv');

beforeAll(() => {
  if (!FOLDER) return;
  folder = mkdtempSync(join(tmpdir(), 'border-stats-revise-'));
  const lines = readFileSync(exportPath(NOW), 'utf8').split('\n');
  writeFileSync(old(), lines.filter((line) => !/;2016-\d\d-\d\d;/.test(line)).join('\n'));
});
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true });
});

describe.skipIf(!FOLDER)('two editions of the individual drug seizures', () => {
  it.each(['--measure seizures', '--where DRUG_UNIT=Kilogram --where DRUG_NAME=Heroin'])(
    'differ in the year that the new one adds, and in nothing else (%s)',
    async (options) => {
      const { rows } = await answer(`border-stats revise ${old()} ${exportPath(NOW)} --every year ${options}`);
      const added = rows.filter(({ revision_status }) => revision_status === 'added');
      expect(added.length).toBeGreaterThan(0);
      expect(new Set(added.map(({ period }) => period))).toEqual(new Set(['2016']));
      expect(rows.filter(({ revision_status }) => revision_status !== 'added')).toEqual([]);
    },
  );

  it('list the records of that year alone as added', async () => {
    const { rows } = await answer(`border-stats revise ${old()} ${exportPath(NOW)} --records`);
    const records = readFileSync(exportPath(NOW), 'utf8').match(/;2016-\d\d-\d\d;/g)?.length;
    expect(new Set(rows.map(({ record_status }) => record_status))).toEqual(new Set(['added']));
    expect(rows.reduce((sum, row) => sum + Number(row.alike_records), 0)).toBe(records);
    expect(rows.every(({ record_text }) => record_text?.includes('2016-'))).toBe(true);
  });
});
