import { jsonRows } from './json.ts';
import type { Renderer } from './render.ts';

/** One JSON object per line and row. */
const ndjson: Renderer = async function* ({ table }) {
  for await (const row of jsonRows(table)) yield `${row}\n`;
};

export default ndjson;
