/** A column of places among texts, or among other things that are counted from 0. */
export interface Placed {
  readonly places: Uint32Array;
  /** How many things the places are among. */
  readonly count: number;
}

/** Several columns as one. */
export interface JoinedColumn extends Placed {
  /** The first row with each. */
  readonly first: readonly number[];
}

/** Numbers what differs in any of some columns, in the order of the first rows with it; rows without a column are all alike. */
export function joinedColumn(columns: readonly Placed[], rows: number): JoinedColumn {
  let [places, first]: [Uint32Array, number[]] = [new Uint32Array(rows), rows > 0 ? [0] : []];
  for (const column of columns) [places, first] = joined({ places, count: first.length }, column);
  return { places, first, count: first.length };
}

function joined(left: Placed, right: Placed): [Uint32Array, number[]] {
  const known = new Map<number, number>();
  const first: number[] = [];
  const places = new Uint32Array(left.places.length);
  for (let row = 0; row < places.length; row++) {
    const pair = (left.places[row] ?? 0) * right.count + (right.places[row] ?? 0);
    let place = known.get(pair);
    if (place === undefined) {
      place = first.push(row) - 1;
      known.set(pair, place);
    }
    places[row] = place;
  }
  return [places, first];
}
