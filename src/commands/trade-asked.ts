import { UserError } from '../errors.ts';
import { columnList, columnNamed } from '../source/columns.ts';
import type { Profile, TradeProfile, TradeRole } from '../source/profile.ts';
import type { Source } from '../source/source.ts';
import { isQuantityName, tradeColumns, tradeMeasures } from '../source/trade-columns.ts';
import type { Condition } from './series-options.ts';
import type { TradeOptions } from './trade-options.ts';

/** Of several columns of numbers: value and quantity. */
export function chosenMeasures(names: readonly string[], quantity: string | undefined): readonly string[] | undefined {
  if (quantity === undefined) return tradeMeasures(names);
  const others = names.filter((name) => name.toLowerCase() !== quantity.toLowerCase());
  const values = others.length === 1 ? others : tradeMeasures(others);
  return values && [...values, quantity];
}

/** A table of trade as it is asked about: its columns by role, its measures, and the options of its series. */
export interface AskedTrade {
  readonly source: Source;
  readonly options: TradeOptions;
  readonly columns: TradeProfile['columns'];
  readonly by: readonly string[];
  readonly values: readonly string[];
  readonly quantities: TradeProfile['quantities'];
}

/** What the options mean for these columns: everything that may be a key becomes one. */
export function askedTrade(opened: Source, options: TradeOptions): AskedTrade {
  const source = withQuantities(opened);
  const { header, profile, files } = source;
  const isColumn = header.some((name) => name.toLowerCase() === options.reporter?.toLowerCase());
  const columns = tradeColumns(source, { ...options, reporter: isColumn ? options.reporter : undefined });
  const by = columnList(options.by ?? [], header).map((name) => {
    const role = columns[name as TradeRole];
    return role ?? header[columnNamed(name, header, files[0]?.name ?? '')] ?? name;
  });
  const quantities = quantitiesOf(source, options);
  const measures = quantities.map(({ measure }) => measure);
  const values = (options.measure ? columnList(options.measure, header) : profile.shown).filter(
    (name) => !measures.includes(name) && !isExtraQuantity(name, profile),
  );
  if (values.length === 0)
    throw new UserError(`${files[0]?.name}: no column tells the value`, { hint: 'name it with --measure' });
  const units = quantities.flatMap(({ unit }) => (unit === undefined ? [] : [unit]));
  const keys = [...new Set([...Object.values(columns), ...by, ...units])];
  return {
    source: {
      ...source,
      profile: { ...profile, separate: separateOf(profile, columns) },
    },
    options: {
      ...options,
      by: keys,
      measure: options.prices ? [...values, ...measures] : values,
      where: [...(options.where ?? []), ...(isColumn ? [] : reporterCondition(options, columns))],
    },
    columns,
    by: by.filter((name) => name !== columns.flow && name !== columns.reporter),
    values,
    quantities,
  };
}

/** A source whose profile has the columns of quantity that only trade knows how to read, since each record has its own unit. */
function withQuantities(source: Source): Source {
  const { profile, header } = source;
  const more = (profile.trade?.quantities ?? []).flatMap(({ measure, column, unit }) =>
    column !== undefined && header.includes(column) && unit !== undefined && header.includes(unit)
      ? [{ column, name: measure, unit: `as ${unit} says`, kind: 'amount' as const, scientific: false }]
      : [],
  );
  return more.length === 0 ? source : { ...source, profile: { ...profile, measures: [...profile.measures, ...more] } };
}

/** What an export keeps apart beyond the roles of trade. */
const separateOf = ({ separate }: Profile, columns: TradeProfile['columns']): string[] =>
  separate.filter((name) => !Object.values(columns).includes(name));

const isExtraQuantity = (name: string, profile: Profile): boolean =>
  !profile.trade && isQuantityName(name) && profile.shown.length > 1;

function quantitiesOf({ header, profile }: Source, { quantity, prices }: TradeOptions): TradeProfile['quantities'] {
  if (!prices) return [];
  const has = (measure: string) =>
    profile.measures.some(({ name, column }) => name === measure && header.includes(column ?? ''));
  const known = (profile.trade?.quantities ?? []).filter(({ measure }) => has(measure));
  if (quantity !== undefined) {
    const meant = profile.measures.find(({ name, column }) =>
      [name, column].some((text) => text?.toLowerCase() === quantity.toLowerCase()),
    );
    const measure = meant?.name ?? quantity;
    return [known.find((one) => one.measure === measure) ?? { measure }];
  }
  if (profile.trade) return known.filter(({ unit }) => unit === undefined || header.includes(unit));
  return profile.measures.filter(({ name }) => isQuantityName(name)).map(({ name }) => ({ measure: name }));
}

/** `--reporter THA` picks by the column of codes, `--reporter Thailand` by that of names. */
function reporterCondition(
  { reporter }: TradeOptions,
  { reporter: name, reporterCode }: TradeProfile['columns'],
): Condition[] {
  if (reporter === undefined) return [];
  const column = /^[A-Z]{3}$/.test(reporter) ? (reporterCode ?? name) : name;
  return column === undefined ? [] : [{ column, values: [reporter], keep: true }];
}
