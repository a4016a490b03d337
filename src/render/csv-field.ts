import { stringify } from 'csv-stringify/sync';

/** Texts that have been met are remembered, up to so many. */
const MOST_KNOWN = 10_000;

/** Makes texts fields of delimited text, as csv-stringify writes them; `shown` changes each before. */
export function csvField(delimiter: string, shown: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const met = known.get(text);
    if (met !== undefined) return met;
    const field = written(shown(text), delimiter);
    if (known.size < MOST_KNOWN) known.set(text, field);
    return field;
  };
}

function written(text: string, delimiter: string): string {
  if (!NEEDS_QUOTES.test(text) && !text.includes(delimiter)) return text;
  return stringify([[text]], { delimiter, quoted_match: /^'|\r/, eof: false });
}

const NEEDS_QUOTES = /["'\r\n]/;
