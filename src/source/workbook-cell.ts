import { dateText, two } from '../period/civil-date.ts';

/** A cell as the reader of workbooks gives it; a date stands for what is written in the cell, as if in UTC. */
export type CellValue = string | number | boolean | Date | null | undefined | object;

/** A cell as the same table would have it in CSV. */
export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return plainNumber(value);
  if (value instanceof Date) return timeText(value);
  return typeof value === 'boolean' ? String(value) : '';
}

function timeText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const day = dateText({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  return time.every((part) => part === 0) ? day : `${day} ${time.map(two).join(':')}`;
}

/** All digits without an exponent. A workbook holds doubles and shows 15 digits: the 0.30000000000000004 in it is 0.3. */
function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return BigInt(value).toString();
  const [, sign = '', whole = '', decimals = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(Number(value.toPrecision(15)))) ?? [];
  const shift = whole.length + Number(exponent);
  const digits = whole + decimals;
  if (shift <= 0) return `${sign}0.${'0'.repeat(-shift)}${digits}`;
  const padded = digits.padEnd(shift, '0');
  return `${sign}${padded.slice(0, shift)}${padded.length > shift ? `.${padded.slice(shift)}` : ''}`;
}
