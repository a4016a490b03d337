import { type AlikeRecords, recordDifferences } from '../analyses/record-differences.ts';
import type { Context } from '../cli/command.ts';
import { chooseEngine } from '../engine/choose-engine.ts';
import { inputError } from '../errors.ts';
import { counted } from '../note.ts';
import type { Report } from '../report/report.ts';
import { shownRows } from '../report/shown-rows.ts';
import { placeText } from '../source/place.ts';
import { openFiles } from './open-files.ts';
import type { SeriesOptions } from './series-options.ts';

/** `--records`: the records that only one of two editions has. */
export async function recordsView(old: string, now: string, options: SeriesOptions, context: Context): Promise<Report> {
  const before = await alikeRecords(old, options, context);
  const after = await alikeRecords(now, options, context);
  if (before.header.join('\n') !== after.header.join('\n')) {
    throw inputError(`${now}: the header differs from that of ${old}`, 'records of unlike columns cannot be compared');
  }
  const table = recordDifferences(before.alike, after.alike);
  const sum = (status: string) =>
    [...table.rows].reduce((all, row) => all + (row[0] === status ? Number(row[1]) : 0), 0);
  return {
    title: `records: ${old} v ${now}`,
    table,
    glance: (most) =>
      shownRows(
        table,
        [[`${counted(sum('removed'), 'record')} removed, ${counted(sum('added'), 'record')} added`]],
        most,
      ),
    notes: [],
    provenance: {
      command: 'revise',
      files: [old, now],
      profile: before.profile,
      records: before.records + after.records,
      rejected: 0,
    },
  };
}

async function alikeRecords(path: string, options: SeriesOptions, context: Context) {
  const source = await openFiles([path], options, context);
  const { engine } = await chooseEngine(options, source);
  const keys = source.header.map((_, column) => ({ column }));
  const { tallies, records } = await context.progress(`reading ${path}`, engine.tally(source, { keys, measures: [] }));
  const alike = [...tallies].map(
    ({ key, records: count, first }): AlikeRecords => ({ cells: key, records: count, place: placeText(source, first) }),
  );
  return { alike, records, header: source.header, profile: source.profile.name };
}
