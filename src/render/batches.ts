import type { Cell, Report } from '../report/report.ts';

const ROWS_AT_ONCE = 100;

/** Rows in groups, which spares a wait per row where they need not come one after the other from a source. */
export async function* batches(rows: Report['table']['rows']): AsyncGenerator<readonly (readonly Cell[])[]> {
  if (Symbol.iterator in rows) yield* gathered(rows);
  else {
    let batch: (readonly Cell[])[] = [];
    for await (const row of rows) {
      if (batch.push(row) < ROWS_AT_ONCE) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  }
}

function* gathered(rows: Iterable<readonly Cell[]>): Generator<readonly (readonly Cell[])[]> {
  let batch: (readonly Cell[])[] = [];
  for (const row of rows) {
    if (batch.push(row) < ROWS_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
