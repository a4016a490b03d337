/** Which codes of goods may be added up: of `85` and `8542` the second is part of the first. */
export interface CommodityCodes {
  /** The broadest codes, which hold all others: for sums. */
  readonly broadest: readonly string[];
  /** The broadest but for a total of all goods: for parts. */
  readonly parts: readonly string[];
  /** The codes without any below them: for prices, since a broad heading mixes its goods. */
  readonly finest: readonly string[];
  /** One code that is part of another, if there is one. */
  readonly nested: readonly [code: string, within: string] | null;
}

const ALL_GOODS = /^(total|all|all commodities|as)$/i;

/** Sorts the codes of a column by which are parts of which: a code of digits is part of another that it begins with. */
export function commodityCodes(codes: readonly string[]): CommodityCodes {
  const known = new Set(codes);
  const all = codes.filter((code) => ALL_GOODS.test(code));
  const goods = codes.filter((code) => !ALL_GOODS.test(code));
  const within = new Map(goods.map((code) => [code, /^\d+$/.test(code) ? aboveIn(code, known) : undefined]));
  const holding = new Set(within.values());
  const roots = goods.filter((code) => within.get(code) === undefined);
  const nested = goods.find((code) => within.get(code) !== undefined) ?? (all.length > 0 ? goods[0] : undefined);
  return {
    broadest: all.length > 0 ? all : roots,
    parts: goods.length > 0 ? roots : all,
    finest: goods.length > 0 ? goods.filter((code) => !holding.has(code)) : all,
    nested: nested === undefined ? null : [nested, within.get(nested) ?? all[0] ?? ''],
  };
}

/** The longest code of the column that this one begins with. */
function aboveIn(code: string, known: ReadonlySet<string>): string | undefined {
  for (let length = code.length - 1; length > 0; length--) {
    const above = code.slice(0, length);
    if (known.has(above)) return above;
  }
  return undefined;
}
