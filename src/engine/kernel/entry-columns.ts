import type { KeyColumn, MeasuredAt, TallyColumns } from '../engine.ts';
import { addMeasured, measuredAt } from '../measured.ts';
import type { Entries } from './entries.ts';
import type { OddMeasure } from './leftovers.ts';

/** Entries by columns, the `i`th tally being the one at `rows[i]`, with the cells that the kernel left to others. */
export function entryColumns(entries: Entries, rows: Uint32Array, odd: readonly OddMeasure[]): TallyColumns {
  let keys: readonly KeyColumn[] | undefined;
  return {
    measures: entries.measureCount,
    records: (i) => entries.records(rows[i] ?? 0),
    key(part) {
      keys ??= entries.keyColumns(rows);
      return keys[part] as KeyColumn;
    },
    measured(measure) {
      const own = odd.filter((one) => one.measure === measure);
      return byRow(own.length === 0 ? entries.measured(measure) : withOdd(entries.measured(measure), own), rows);
    },
  };
}

function byRow(measure: MeasuredAt, rows: Uint32Array): MeasuredAt {
  return mapped(measure, (field) => (i) => field(rows[i] ?? 0));
}

/** A measure with what was read elsewhere; several threads may each have odd cells under one entry. */
function withOdd(measure: MeasuredAt, odd: readonly OddMeasure[]): MeasuredAt {
  const whole = new Map<number, ReturnType<typeof measuredAt>>();
  for (const { entry, measured } of odd) {
    const known = whole.get(entry / 4) ?? measuredAt(measure, entry / 4);
    whole.set(entry / 4, known);
    addMeasured(known, measured);
  }
  return mapped(measure, (field, name) => (entry) => {
    const one = whole.get(entry);
    return one === undefined ? field(entry) : one[name];
  });
}

type Name = keyof MeasuredAt;
type Field = (i: number) => unknown;

/** Each field by another function. */
function mapped(measure: MeasuredAt, change: (field: Field, name: Name) => Field): MeasuredAt {
  const fields = Object.entries(measure).map(([name, field]) => [name, change(field, name as Name)]);
  return Object.fromEntries(fields) as MeasuredAt;
}
