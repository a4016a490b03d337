// The fields of the current record, whose separators have been found.

let start: usize = 0;
/** Where the separators of the record stand: one behind each field. */
let list: usize = 0;

export function openRecord(from: usize, separators: usize): void {
  start = from;
  list = separators;
}

export function fieldFrom(column: u32): usize {
  return column === 0 ? start : <usize>load<u32>(list + ((<usize>(column - 1)) << 2)) + 1;
}

export function fieldTo(column: u32): usize {
  return <usize>load<u32>(list + ((<usize>column) << 2));
}
