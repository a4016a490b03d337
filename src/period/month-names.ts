const ENGLISH = 'january february march april may june july august september october november december'.split(' ');
const THAI = 'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(' ');
const THAI_SHORT = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ');

/** Every spelling without its points and in lower case, with its month. */
const MONTHS = new Map<string, number>([
  ...numbered(ENGLISH),
  ...numbered(ENGLISH.map((name) => name.slice(0, 3))),
  ['sept', 9],
  ...numbered(THAI),
  ...numbered(THAI_SHORT.map((name) => name.replaceAll('.', ''))),
]);

function numbered(names: readonly string[]): [string, number][] {
  return names.map((name, index) => [name, index + 1]);
}

/** The English name of a month, from 1. */
export const monthName = (month: number): string => {
  const name = ENGLISH[month - 1] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** The Thai abbreviation of a month, from 1. */
export const thaiMonth = (month: number): string => THAI_SHORT[month - 1] ?? '';

/** The month that a name means, in English or Thai, full or abbreviated; undefined when it is no month's name. */
export function monthOfName(name: string): number | undefined {
  return MONTHS.get(name.replaceAll('.', '').toLowerCase());
}

export const isThai = (text: string): boolean => /[\u0E00-\u0E7F]/.test(text);
