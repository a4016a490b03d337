import type { ChangeRow } from '../analyses/change.ts';
import type { ChangeOptions } from '../analyses/window-change.ts';
import { changeDerivation } from '../explain/change-derivation.ts';
import { PARTS, TOTALS } from '../explain/input.ts';
import { DAYS } from '../explain/reading-derivation.ts';
import type { Exact } from '../math/exact.ts';
import type { ComparedSeries } from './compare-series.ts';
import type { RowTrace } from './explain-row.ts';

/** Where the records of a comparison are found: of its parts, of the totals over them, and by day. */
export const changeLedgers = ({ tallied, plan, totalPlan }: ComparedSeries): RowTrace['ledgers'] => ({
  [PARTS]: { tallied, plan },
  [TOTALS]: { tallied, plan: totalPlan },
  [DAYS]: { tallied, plan: { ...plan, every: 'day' } },
});

/** How the figures of `change` come about. */
export const changeTrace = (
  compared: ComparedSeries,
  options: ChangeOptions,
  rows: readonly ChangeRow[],
): RowTrace => ({
  ledgers: changeLedgers(compared),
  derivation(column, { at, cell }) {
    const row = rows[at];
    return row ? changeDerivation(column, row, cell as Exact | null, { parts: compared.parts, options, rows }) : null;
  },
  hint: () => 'change has base, current, change, relative_change and others',
});
