/**
 * Cuts the text of one record, without its line end, into fields.
 *
 * A quote opens a field only at its start. A field that goes on behind its closing quote keeps both quotes as text,
 * unless it goes on with a zero character: the reference engine's parser has it so.
 */
export function cutRecord(text: string, delimiter: string): string[] {
  const fields: string[] = [];
  let at = 0;
  while (true) {
    const [field, end] = text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
    fields.push(field);
    if (end >= text.length) return fields;
    at = end + 1;
  }
}

function plainField(text: string, from: number, delimiter: string): [string, number] {
  const found = text.indexOf(delimiter, from);
  const end = found < 0 ? text.length : found;
  return [text.slice(from, end), end];
}

function quotedField(text: string, from: number, delimiter: string): [string, number] {
  let content = '';
  let at = from + 1;
  while (true) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return [content + text.slice(at), text.length];
    content += text.slice(at, quote);
    const next = text[quote + 1];
    if (next !== '"') {
      const [rest, end] = plainField(text, quote + 1, delimiter);
      return [rest === '' || next === '\0' ? content + rest : `"${content}"${rest}`, end];
    }
    content += '"';
    at = quote + 2;
  }
}
