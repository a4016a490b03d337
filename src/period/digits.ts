/** The zeros of scripts whose digits stand in official tables: Thai, Lao, Khmer, Burmese, full-width. */
const ZEROS = [0x0e50, 0x0ed0, 0x17e0, 0x1040, 0xff10];

const OTHER_DIGITS = /[\u0E50-\u0E59\u0ED0-\u0ED9\u17E0-\u17E9\u1040-\u1049\uFF10-\uFF19]/g;

/** The text with the digits of other scripts as 0 to 9. */
export function westernDigits(text: string): string {
  return text.replace(OTHER_DIGITS, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (ZEROS.findLast((zero) => zero <= code && code < zero + 10) ?? code));
  });
}
