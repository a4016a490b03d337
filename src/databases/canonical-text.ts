import type { ColumnForm } from '../source/relation.ts';

/** The text of a value as every database is made to say it: plain digits, times with their zone as `+07:00`, nothing for NULL. */
export function canonicalText(form: ColumnForm, text: string | null): string {
  if (text === null) return '';
  if (form === 'float') return plainDigits(text);
  return form === 'instant' ? text.replace(/[+-]\d\d$/, '$&:00') : text;
}

/** `1.5e-07` as `0.00000015`, `5.0` as `5`; what is no number as it is. */
function plainDigits(text: string): string {
  const [, sign = '', whole = '', decimals = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  if (whole === '') return text;
  const point = whole.length + Number(exponent);
  const digits = `${'0'.repeat(Math.max(0, -point))}${whole}${decimals}`.padEnd(point, '0');
  const at = Math.max(0, point);
  const front = digits.slice(0, at).replace(/^0+(?=\d)/, '') || '0';
  const back = digits.slice(at).replace(/0+$/, '');
  const plain = back === '' ? front : `${front}.${back}`;
  return plain === '0' ? plain : `${sign}${plain}`;
}
