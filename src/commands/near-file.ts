import { type Every, firstDay, ordinalOf, periodText } from '../period/index.ts';
import type { ReportFile } from '../report/report.ts';
import { keptTallies } from '../series/kept-tallies.ts';
import { type Incident, incidentFeatures, incidentKey } from './incident-features.ts';
import type { NearAnswer } from './near-answer.ts';
import { isMeasured } from './whereabouts.ts';

/** `--geojson`: the records that are counted, for a map. */
export function nearFile(path: string, { tallied, places, border }: NearAnswer, every: Every): ReportFile {
  const { source, result, plan } = tallied;
  const { kept, target, source: cadence } = keptTallies(result, { ...plan.series, every });
  const indexes = new Map(result.tallies.map((tally, i) => [incidentKey(tally.key), i]));
  const incidents = new Map<string, Incident>();
  for (const { tally, ordinal } of kept) {
    const at = places.whereabouts[indexes.get(incidentKey(tally.key)) ?? -1];
    if (!isMeasured(at)) continue;
    const period = periodText(ordinalOf(firstDay(ordinal, cadence), target), target);
    const side =
      border.sides === null ? undefined : (border.sides.find(({ holds }) => holds(at.position))?.code ?? null);
    incidents.set(incidentKey(tally.key.slice(0, -1)), {
      position: at.position,
      period,
      distanceKm: at.metres / 1000,
      side,
    });
  }
  return { path, pieces: incidentFeatures(source, plan.question, incidents) };
}
