import type { ChangeRow } from '../analyses/change.ts';
import type { ChangeOptions } from '../analyses/window-change.ts';
import { changeDerivation } from '../explain/change-derivation.ts';
import { PARTS, TOTALS } from '../explain/input.ts';
import type { Exact } from '../math/exact.ts';
import type { FigureId } from '../report/figure-id.ts';
import type { Table } from '../report/report.ts';
import type { ColumnName } from '../report/vocabulary.ts';
import type { ComparedSeries } from './compare-series.ts';
import type { Traceable } from './explain-figure.ts';
import { figureRow } from './figure-row.ts';

/** What `change` made, of which a figure is asked for. */
export interface ChangeMade {
  readonly compared: ComparedSeries;
  readonly options: ChangeOptions;
  readonly rows: readonly ChangeRow[];
  readonly table: Table;
}

/** The figure of `change` that an id means, with its derivation. */
export function changeFigure(asked: FigureId, { compared, options, rows, table }: ChangeMade): Traceable {
  const { id, at, cell } = figureRow(
    table,
    asked,
    () => 'change has base, current, change, relative_change and others',
  );
  const column = asked.column as ColumnName;
  const row = rows[at];
  const derivation =
    row && changeDerivation(column, row, cell as Exact | null, { parts: compared.parts, options, rows });
  if (!derivation) throw new RangeError(`explain: change has no way to ${column}`);
  const { tallied, plan, totalPlan } = compared;
  return {
    id,
    column,
    cell,
    derivation,
    ledgers: { [PARTS]: { tallied, plan }, [TOTALS]: { tallied, plan: totalPlan } },
  };
}
