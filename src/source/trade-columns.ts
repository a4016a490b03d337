import { columnNamed } from './columns.ts';
import type { Profile, TradeProfile, TradeRole } from './profile.ts';
import type { Source } from './source.ts';

/** What a column of trade is usually called, where no profile says what it is. */
const NAMES: Readonly<Record<TradeRole, RegExp>> = {
  flow: /^(trade[ _]?)?flow([ _]?desc)?$|^direction$|^(ทิศทาง|ประเภทการค้า)$/i,
  reporter: /^reporter([ _]?(name|desc|country))?$|^reporting[ _]country$|^(ประเทศ)?ผู้รายงาน$/i,
  reporterCode: /^reporter[ _]?(iso3?|code)$/i,
  partner:
    /^(trading[ _]?)?partner([ _]?(name|desc|country))?$|^country([ _]name)?$|^(country[ _]of[ _])?destination([ _]country)?$|^(ประเทศ)?(คู่ค้า|ปลายทาง)$|^ประเทศ$/i,
  partnerCode: /^partner[ _]?(iso3?|code)$/i,
  commodity: /^(commodity|product|goods|hs|cmd)([ _]?code)?$|^hs[ _]?\d{0,2}$|^(สินค้า|พิกัด(ศุลกากร)?)$/i,
  classification: /^classification([ _]?code)?$/i,
};

/** Partners that are several others, in exports that no profile knows: by name, or by the codes of the United Nations. */
const SEVERAL =
  /^(the )?(whole )?world( total)?$|^total world$|^(W00|WLD|0)$|^all (countries|(trading )?partners)$|^ASEAN( countries)?$|^(the )?European Union([ -]?\(?\d\d\)?)?$|^EU([ -]?\d\d(_\d{4})?)?$|^(ทั่ว)?โลก$|^(กลุ่ม)?อาเซียน$|^สหภาพยุโรป$/i;

/** Partners that hold others where those are there too, which nobody can tell from the name. */
const REGION =
  /^((north|south|latin|central|east|west|south-?east)(ern)? )?(asia|europe|africa|oceania|americas?)$|^(the )?middle east$|^(APEC|BIMSTEC|BRICS|CLMV|CPTPP|EFTA|GCC|NAFTA|OECD|OPEC|RCEP|USMCA)( countries)?$|^(ทวีป)?(เอเชีย|ยุโรป|แอฟริกา|อเมริกา(เหนือ|ใต้)?)$|^ตะวันออกกลาง$/i;

export type TradeFlags = { readonly [Role in TradeRole]?: string | undefined };

/** Which column of a source has which role: as the user says, else as its profile, else by its name. */
export function tradeColumns({ header, profile, files }: Source, flags: TradeFlags): TradeProfile['columns'] {
  const columns: Partial<Record<TradeRole, string>> = {};
  const free = header.filter((name) => isDimension(name, profile));
  for (const role of Object.keys(NAMES) as TradeRole[]) {
    const flag = flags[role];
    const known = profile.trade ? profile.trade.columns[role] : free.find((name) => NAMES[role].test(name.trim()));
    const name = flag === undefined ? known : header[columnNamed(flag, header, files[0]?.name ?? '')];
    if (name !== undefined && header.includes(name)) columns[role] = name;
  }
  return withCodesForNames(columns);
}

/** Where a country has a code and no name, the code is its name. */
function withCodesForNames(columns: TradeProfile['columns']): TradeProfile['columns'] {
  const [reporter, partner] = [columns.reporter ?? columns.reporterCode, columns.partner ?? columns.partnerCode];
  return { ...columns, ...(reporter && { reporter }), ...(partner && { partner }) };
}

const isDimension = (name: string, { period, measures, labels }: Profile): boolean =>
  !period.columns.includes(name) &&
  !measures.some(({ column }) => column === name) &&
  name !== labels.name &&
  name !== labels.unit;

/** Whether a partner is several others, by its name. */
export const isSeveralPartners = (name: string): boolean => SEVERAL.test(name);

/** Whether a partner may be several others, by its name. */
export const isRegion = (name: string): boolean => REGION.test(name);

/** Of several columns of numbers, those that hold value and quantity, or exports and imports; none where that is not clear. */
export function tradeMeasures(numbers: readonly string[]): readonly string[] | undefined {
  const names = numbers.filter((name) => !Object.values(NAMES).some((role) => role.test(name.trim())));
  const flows = names.filter((name) => /export|import|ส่งออก|นำเข้า/i.test(name) && !/share|balance|total/i.test(name));
  const quantities = names.filter((name) => QUANTITY.test(name));
  const values = names.filter((name) => VALUE.test(name) && !QUANTITY.test(name));
  if (flows.length === 2 && quantities.length === 0) return flows;
  const isClear = values.length === 1 && values.length + quantities.length === names.length;
  return isClear ? [...values, ...quantities] : undefined;
}

const QUANTITY = /qty|quantity|weight|volume|(^|[^a-z])(kg|tonnes?|tons?|litres?)([^a-z]|$)|ปริมาณ|น้ำหนัก/i;
const VALUE = /value|amount|baht|usd|thb|eur|dollar|มูลค่า|บาท/i;

/** Whether a measure that no profile knows is one of quantity, by its name. */
export const isQuantityName = (name: string): boolean => QUANTITY.test(name);
