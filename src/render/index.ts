import type { Renderer } from './render.ts';

/** Every format with its renderer, loaded when it is asked for. */
export const RENDERERS = {
  table: () => import('./table.ts'),
  csv: () => import('./csv.ts'),
  tsv: () => import('./tsv.ts'),
  json: () => import('./json.ts'),
  ndjson: () => import('./ndjson.ts'),
  md: () => import('./md.ts'),
} as const satisfies Record<string, () => Promise<{ default: Renderer }>>;

export type Format = keyof typeof RENDERERS;

export const FORMATS = Object.keys(RENDERERS) as Format[];

/** File endings that mean a format. */
const ENDINGS: Readonly<Record<string, Format>> = { txt: 'table', markdown: 'md', jsonl: 'ndjson' };

/** The format that a file's name asks for, or undefined. */
export function formatOf(path: string): Format | undefined {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return FORMATS.find((format) => format === ending) ?? ENDINGS[ending];
}
