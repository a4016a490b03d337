const FRACTIONS: Readonly<Record<string, string>> = { '½': '.5', '¼': '.25', '¾': '.75' };

/** A sentence with one form for each sign: digits, minus, blanks and quotes; a zero-width character is nothing. */
export function normalText(sentence: string): string {
  return sentence
    .normalize('NFC')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/(\d?)([½¼¾])/g, (_, digit: string, sign: string) => `${digit || '0'}${FRACTIONS[sign]}`)
    .replace(
      /(?<=(?<![\d.,])\d{1,3}(?:[\u00A0\u202F\u2009'\u2019]\d{3})*)[\u00A0\u202F\u2009'\u2019](?=\d{3}(?!\d))/g,
      ',',
    )
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\u2212\u2012\u2013](?=\d)/g, '-')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/(?<!\p{L})minus (?=[\d$€£¥฿])/giu, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
