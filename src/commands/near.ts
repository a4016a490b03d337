import type { Command } from '../cli/command.ts';
import { openBorder } from '../source/border.ts';
import { coordinateColumns } from '../source/coordinate-columns.ts';
import { changeReport } from './change-report.ts';
import { checkTogether } from './check-together.ts';
import { comparedSeries } from './compare-series.ts';
import { nearAnswer } from './near-answer.ts';
import { checkNear, isComparison, NEAR_OPTIONS, type NearOptions } from './near-options.ts';
import { columnsOf } from './near-places.ts';
import { nearReport } from './near-report.ts';
import { planOf } from './plan.ts';
import { readPlanned, seriesOf } from './read-series.ts';
import { sideNamed } from './side-named.ts';
import { trendReport } from './trend-report.ts';

const command: Command<NearOptions> = {
  name: 'near',
  summary: 'incidents within a distance of a border line, and their change',
  operands: '[files...]',
  examples: [
    [
      'border-stats near incidents.csv --border THA-MMR --within 50km',
      'how many per month within 50 km of the border?',
    ],
    [
      'border-stats near incidents.csv --border THA-MMR --within 50km --window 6m',
      'the last six months against the six before',
    ],
    ['border-stats near incidents.csv --border THA-MMR --bands 10,25,50,100 --window 1y', 'what each ring contributed'],
    ['border-stats near incidents.csv --border line.geojson --within 30mi --geojson near.geojson', 'and a map of them'],
    [
      'border-stats near incidents.csv --border THA-MMR --within 50km --side MMR --sensitivity',
      'what if places are off by 10 km?',
    ],
  ],
  options: NEAR_OPTIONS,
  async run(operands, options, context) {
    const line = checkNear(options);
    checkTogether(options);
    const border = await openBorder(line);
    const side = sideNamed(options.side, border);
    const asked = { ...options, again: options.geojson !== undefined };
    const all = await readPlanned(operands, asked, context, (source) =>
      planOf(source, options, columnsOf(coordinateColumns(source, options))),
    );
    const answer = nearAnswer(all, border, side, options);
    const { tallied } = answer;
    const shown = options.sensitivity ? without(options) : options;
    if (!isComparison(options)) {
      const read = seriesOf(tallied, options, tallied.plan.series);
      return nearReport(await trendReport(tallied, read, shown), answer, read.set, null, options);
    }
    const compared = comparedSeries(tallied, options);
    const report = await changeReport(compared, { sort: 'key', ...shown });
    return nearReport(report, answer, compared.parts.set, compared.windows, options);
  },
};

/** `--sensitivity` shows a table of its own, whose figures are not those of the report behind it. */
const without = ({ explain: _, ...options }: NearOptions): NearOptions => options;

export default command;
