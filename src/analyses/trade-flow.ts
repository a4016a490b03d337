/** The flows of trade in the order in which they are shown; others of the source follow under their own names. */
const FLOWS: readonly string[] = ['exports', 'imports', 'trade', 'balance'];

const EXPORT = /^(x|e|exp|exports?|domestic and re-?exports|out|outward|outbound|(การ)?ส่งออก|ขาออก)$/i;
const IMPORT = /^(m|i|imp|imports?|general imports?|in|inward|inbound|(การ)?นำเข้า|ขาเข้า)$/i;

/** The flow that a cell of a flow column names: `exports`, `imports`, or what stands there. */
export function flowOf(cell: string): string {
  const text = cell.trim();
  return EXPORT.test(text) ? 'exports' : IMPORT.test(text) ? 'imports' : text;
}

/** The flow that the name of a measure tells: `exports_usd` is one of exports; `trade` where it tells none. */
export function flowOfMeasure(name: string): string {
  if (/re-?(ex|im)port/i.test(name)) return name;
  const [out, back] = [/export|ส่งออก/i.test(name), /import|นำเข้า/i.test(name)];
  return out === back ? 'trade' : out ? 'exports' : 'imports';
}

/** A unit without the flow that stands in it: of `exports usd` it is `usd`. */
export function unitWithoutFlow(unit: string): string {
  const bare = unit.replace(/\b(total )?(exports?|imports?)\b( (of|in)\b)?|มูลค่า(การ)?(ส่งออก|นำเข้า)/gi, ' ');
  const text = bare.replace(/\s+/g, ' ').trim();
  return text === '' ? unit : text;
}

/** Where a flow stands among the others. */
export function flowRank(flow: string): number {
  const at = FLOWS.indexOf(flow);
  return at < 0 ? FLOWS.length : at;
}
